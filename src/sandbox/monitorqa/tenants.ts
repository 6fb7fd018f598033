import { createActionIndex, type ActionIndex } from '../data/action-index.ts';
import type { Dataset } from '../data/dataset.ts';
import type { Person, RoleType } from '../data/people.ts';
import type { Report } from '../data/report.ts';
import type { Files } from '../files.ts';
import { printReport, type ReportType } from '../pdf/report-pdf.ts';
import type { Uploads } from '../uploads.ts';
import { sampleMonitorqaBarredKey, sampleMonitorqaKey, sampleMonitorqaReaderKey } from './access.ts';
import { createCurrentFiles } from './current-files.ts';
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
export type Account = {
  readonly tenant: Tenant;
  readonly person: Person;
  /** The permissions of the person's role. */
  readonly permissions: readonly string[];
  readonly isBarred: boolean;
};

/** The companies of the sample, and who may ask for what in them. */
export type Tenants = {
  readonly ledger: Ledger;
  readonly uploads: Uploads;
  /** Returns whose key this is, or null when no living company has it. */
  readonly accountOf: (key: string) => Account | null;
  /** Returns the key of a company created here, which its administrator holds. */
  readonly keyOf: (company: number) => string;
  /** Returns the accounts somebody has, by their e-mail, oldest company first. */
  readonly accountsOf: (person: Person) => readonly Account[];
  /** Returns the companies that were not deleted, oldest first. */
  readonly all: () => readonly Tenant[];
};

/** Prints reports and keeps the latest few, because a person opens, closes and opens the same one. */
const createPrinter = (dataset: Dataset, files: Files, companyName: () => string): Print => {
  const printed = new Map<string, Promise<Uint8Array>>();
  return (report, type, includePhotos) => {
    const name = companyName();
    const key = JSON.stringify([report.audit.slot, type, includePhotos, dataset.revision(), name]);
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

  const make = (company: Company): Tenant => {
    const dataset = ledger.dataset(company.number);
    const current = (): Company => ledger.company(company.number) ?? company;
    const files = createCurrentFiles(dataset);
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

  const accountFor = (tenant: Tenant, began: Person, isBarred = false): Account | null => {
    const { records, present } = tenant.dataset;
    if (present.isDeleted(began)) return null;
    const person = present.personNow(began);
    const roleId = tenant.dataset.identifiers.encode('role', person.role.index);
    return { tenant, person, permissions: records.role.get(roleId)?.permissions ?? [], isBarred };
  };

  /** The first who began with this kind of role; a small data set may have nobody else than its first person. */
  const firstOf = ({ people }: Dataset, roleType: RoleType): Person | undefined =>
    people.find((person) => person.role.roleType === roleType) ?? people[0];

  const numberOf = (key: string): number | null => {
    const found = first.identifiers.decode(key);
    return found?.kind === 'key' && found.record > 0 ? found.record : null;
  };

  const sampleAccounts: ReadonlyMap<string, RoleType> = new Map([
    [sampleMonitorqaKey, 0],
    [sampleMonitorqaReaderKey, 3],
    [sampleMonitorqaBarredKey, 2],
  ]);
  const all = (): readonly Tenant[] => ledger.companies().flatMap(({ number }) => tenantOf(number) ?? []);

  return {
    ledger,
    uploads,
    all,
    accountOf: (key) => {
      const roleType = sampleAccounts.get(key) ?? 0;
      const number = sampleAccounts.has(key) ? 0 : numberOf(key);
      const tenant = number === null ? null : tenantOf(number);
      const person = tenant === null ? undefined : firstOf(tenant.dataset, roleType);
      if (tenant === null || person === undefined) return null;
      return accountFor(tenant, person, key === sampleMonitorqaBarredKey);
    },
    keyOf: (company) => first.identifiers.encode('key', company),
    accountsOf: ({ email }) =>
      all().flatMap((tenant) => {
        const { records, present } = tenant.dataset;
        const user = records.user.all().find(([, record]) => record.email.toLowerCase() === email.toLowerCase());
        const person = user === undefined ? null : present.personOf(user[0]);
        return person === null ? [] : (accountFor(tenant, person) ?? []);
      }),
  };
};
