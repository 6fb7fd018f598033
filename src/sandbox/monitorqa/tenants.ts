import { createActionIndex, type ActionIndex } from '../data/action-index.ts';
import { createEmptyDataset, type Dataset } from '../data/dataset.ts';
import type { Person, RoleType } from '../data/people.ts';
import type { Report } from '../data/report.ts';
import { createFiles, type Files } from '../files.ts';
import { printReport, type ReportType } from '../pdf/report-pdf.ts';
import { hash32 } from '../random.ts';
import type { Uploads } from '../uploads.ts';
import { sampleMonitorqaBarredKey, sampleMonitorqaKey, sampleMonitorqaReaderKey, type Access } from './access.ts';
import type { Company, Ledger } from './ledger.ts';
import { createSelection, type Selection } from './lists.ts';
import { createShapes, type Shapes } from './shapes.ts';

/** Prints a report as PDF. */
type Print = (report: Report, type: ReportType, includePhotos: boolean) => Promise<Uint8Array>;

/** One company with all that answers for it. Nothing of another can be reached through it. */
export type Tenant = {
  readonly number: number;
  readonly dataset: Dataset;
  /** The company as it is now. */
  readonly company: () => Company;
  readonly shapes: Shapes;
  readonly selection: Selection;
  readonly actions: ActionIndex;
  readonly files: Files;
  readonly print: Print;
};

/** Who asks: the person a key belongs to, and what the vendor lets them do in the company of the key. */
export type Account = { readonly tenant: Tenant; readonly person: Person; readonly access: Access };

/** The companies of the sample, and who may ask for what in them. */
export type Tenants = {
  readonly ledger: Ledger;
  readonly uploads: Uploads;
  /** Returns whose key this is, or null when no living company has it. */
  readonly accountOf: (key: string) => Account | null;
  /** Returns the key of a company created here, which its administrator holds. */
  readonly keyOf: (company: number) => string;
  /** Returns the companies in which somebody has an account, oldest first. */
  readonly companiesOf: (person: Person) => readonly Company[];
};

/** Prints reports and keeps the latest few, because a person opens, closes and opens the same one. */
const createPrinter = (dataset: Dataset, files: Files, companyName: () => string): Print => {
  const printed = new Map<string, Promise<Uint8Array>>();
  return (report, type, includePhotos) => {
    const name = companyName();
    const key = JSON.stringify([report.audit.slot, type, includePhotos, dataset.actionChanges.revision(), name]);
    const current = { ...dataset, company: { ...dataset.company, name } };
    const known = printed.get(key) ?? printReport({ dataset: current, report, files, type, includePhotos });
    printed.set(key, known);
    const [oldest] = printed.keys();
    if (printed.size > 8 && oldest !== undefined) printed.delete(oldest);
    return known;
  };
};

/** What tenants are made from. */
type Source = { readonly dataset: Dataset; readonly ledger: Ledger; readonly uploads: Uploads };

/** Returns the tenants of a data set's company and of those created from it. */
export const createTenants = ({ dataset: first, ledger, uploads }: Source): Tenants => {
  const made = new Map<number, Tenant>();

  const datasetOf = ({ number, id, profile, admin }: Company): Dataset =>
    admin === null
      ? first
      : createEmptyDataset({ seed: hash32(first.seed, number, 91), now: first.now }, { id, name: profile.name }, admin);

  const make = (company: Company): Tenant => {
    const dataset = datasetOf(company);
    const current = (): Company => ledger.company(company.number) ?? company;
    const files = createFiles(dataset);
    return {
      number: company.number,
      dataset,
      company: current,
      shapes: createShapes(dataset),
      selection: createSelection(dataset),
      actions: createActionIndex(dataset),
      files,
      print: createPrinter(dataset, files, () => current().profile.name),
    };
  };

  const tenantOf = (number: number): Tenant | null => {
    const company = ledger.company(number);
    if (company === null) return null;
    const tenant = made.get(number) ?? make(company);
    made.set(number, tenant);
    return tenant;
  };

  /** The first with this kind of role; a small data set may have nobody else than its first person. */
  const firstOf = (tenant: Tenant, roleType: RoleType): Person | undefined =>
    tenant.dataset.people.find((person) => person.role.roleType === roleType) ?? tenant.dataset.people[0];

  const numberOf = (key: string): number | null => {
    const found = first.identifiers.decode(key);
    return found?.kind === 'key' && found.record > 0 ? found.record : null;
  };

  const sampleAccounts: ReadonlyMap<string, readonly [RoleType, Access]> = new Map([
    [sampleMonitorqaKey, [0, 'full']],
    [sampleMonitorqaReaderKey, [3, 'read']],
    [sampleMonitorqaBarredKey, [2, 'none']],
  ]);

  return {
    ledger,
    uploads,
    accountOf: (key) => {
      const [roleType, access] = sampleAccounts.get(key) ?? ([0, 'full'] as const);
      const number = sampleAccounts.has(key) ? 0 : numberOf(key);
      const tenant = number === null ? null : tenantOf(number);
      const person = tenant === null ? undefined : firstOf(tenant, roleType);
      return tenant === null || person === undefined ? null : { tenant, person, access };
    },
    keyOf: (company) => first.identifiers.encode('key', company),
    companiesOf: ({ email }) =>
      ledger
        .companies()
        .filter(({ admin }) =>
          admin === null ? first.people.some((person) => person.email === email) : admin.email === email,
        ),
  };
};
