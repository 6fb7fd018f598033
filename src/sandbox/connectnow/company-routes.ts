import { checkNames, readArray, readText } from './checks.ts';
import type { ConnectnowDataset, ConnectnowUser } from './data/dataset.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { pageParameters, readPage } from './paginator.ts';
import type { Company } from './records.ts';
import { missing, refusal } from './refusal.ts';
import { readBody, readQuery, refuseQuery, userOf, type Answer, type Asked } from './request.ts';
import { companyShape, expansions } from './shapes.ts';

/** The operations on companies. */
type CompanyOperation = Extract<OperationName, `${string}Company` | 'listCompanies'>;

/** Returns a company there is. @throws HTTPException 404 when there is none. */
const companyNamed = (ledger: ConnectnowLedger, id: string): Company => {
  const company = /^\d{1,15}$/.test(id) ? ledger.companies.find(Number(id)) : undefined;
  if (company === undefined) throw missing('Company', id);
  return company;
};

/** Returns the operations on companies. */
export const companyAnswers = (
  { manager }: ConnectnowDataset,
  ledger: ConnectnowLedger,
): Readonly<Record<CompanyOperation, Answer>> => {
  /** Returns the company of the path and who may write to it. @throws HTTPException 404, 403 */
  const writable = (asked: Asked): { readonly company: Company; readonly user: ConnectnowUser } => {
    const user = userOf(asked);
    const company = companyNamed(ledger, asked.path('companyId'));
    if (!ledger.hasAccess(user.id, company.id)) throw refusal(403);
    return { company, user };
  };

  const readName = async ({ c }: Asked): Promise<string> => {
    const { checks, input } = await readBody(c);
    checkNames(checks, input, ['name']);
    const name = readText(checks, input, 'name');
    checks.settle();
    return name;
  };

  return {
    // Which lists come in pages is not documented, nor how the others look: this one has its rows in `data`, all of them.
    listCompanies: ({ c }) => {
      const { checks, input } = readQuery(c);
      checkNames(checks, input, ['with', ...pageParameters]);
      const asked = readArray(
        checks,
        input,
        'with',
        (value) => expansions.company.find((known) => known === value) ?? null,
      );
      readPage(checks, input);
      checks.settle();
      return c.json({ data: ledger.companies.all().map((company) => companyShape(ledger, company, asked)) });
    },

    createCompany: async (asked) => {
      const user = userOf(asked);
      if (user.id !== manager.id) throw refusal(403);
      const name = await readName(asked);
      const id = ledger.companies.nextId();
      ledger.record(user.id, { type: 'company-created', id, name });
      return asked.c.json(companyShape(ledger, companyNamed(ledger, String(id))), 201);
    },

    getCompany: ({ c, path }) => {
      const company = companyNamed(ledger, path('companyId'));
      refuseQuery(c);
      return c.json(companyShape(ledger, company));
    },

    updateCompany: async (asked) => {
      const { company, user } = writable(asked);
      const name = await readName(asked);
      ledger.record(user.id, { type: 'company-updated', id: company.id, name });
      return asked.c.json(companyShape(ledger, companyNamed(ledger, String(company.id))));
    },

    deleteCompany: (asked) => {
      const { company, user } = writable(asked);
      refuseQuery(asked.c);
      ledger.record(user.id, { type: 'company-deleted', id: company.id });
      return asked.c.body(null, 200);
    },
  };
};
