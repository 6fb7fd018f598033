import type { ConnectnowLedger } from './ledger.ts';
import type { Category, Company, Issue, Webhook } from './records.ts';

/** What can be appended to an issue, a category and a company ("with"). */
export const expansions = {
  issue: ['categories', 'categories.company', 'events'],
  category: ['company', 'issues'],
  company: ['categories', 'issues'],
} as const;

/** Something that can be appended to a record of a kind. */
export type Expansion<Kind extends keyof typeof expansions> = (typeof expansions)[Kind][number];

/** Returns an instant as the vendor writes it: whole seconds, with six digits behind them. */
const stamp = (instant: number): string => `${new Date(instant).toISOString().slice(0, 19)}.000000Z`;

const stamps = ({ createdAt, updatedAt }: { readonly createdAt: number; readonly updatedAt: number }) => ({
  created_at: stamp(createdAt),
  updated_at: stamp(updatedAt),
});

const companyFields = (company: Company) => ({ id: company.id, name: company.name, ...stamps(company) });

const categoryFields = (category: Category) => ({
  id: category.id,
  name: category.name,
  company_id: category.companyId,
  ...stamps(category),
});

const issueFields = (issue: Issue) => ({
  id: issue.id,
  name: issue.name,
  severity: issue.severity,
  closed_at: issue.closedAt === null ? null : stamp(issue.closedAt),
  ...stamps(issue),
});

/** Returns the link between an issue and a category, which comes with either where the other was asked for. */
const pivot = (issue: Issue, category: Category) => ({ pivot: { issue_id: issue.id, category_id: category.id } });

const companyOf = (ledger: ConnectnowLedger, { companyId }: Category): unknown => {
  const company = ledger.companies.find(companyId);
  return company === undefined ? null : companyFields(company);
};

/** Returns an issue ("Get a single issue"), with what was asked for beside it. */
export const issueShape = (
  ledger: ConnectnowLedger,
  issue: Issue,
  asked: readonly Expansion<'issue'>[] = [],
): Readonly<Record<string, unknown>> => {
  const withCompany = asked.includes('categories.company');
  const categories = issue.categoryIds.flatMap((id) => ledger.categories.find(id) ?? []);
  return {
    ...issueFields(issue),
    ...(withCompany || asked.includes('categories')
      ? {
          categories: categories.map((category) => ({
            ...categoryFields(category),
            ...pivot(issue, category),
            ...(withCompany ? { company: companyOf(ledger, category) } : {}),
          })),
        }
      : {}),
    ...(asked.includes('events')
      ? {
          events: issue.events.map(({ id, description, at }) => ({
            id,
            issue_id: issue.id,
            description,
            ...stamps({ createdAt: at, updatedAt: at }),
          })),
        }
      : {}),
  };
};

/** Returns the answer to a new issue ("Create a issue"), which leaves `closed_at` out. */
export const createdIssueShape = (issue: Issue): unknown => {
  const { id, name, severity } = issue;
  return { id, name, severity, ...stamps(issue) };
};

/** Returns a category ("Get a single category"), with what was asked for beside it. */
export const categoryShape = (
  ledger: ConnectnowLedger,
  category: Category,
  asked: readonly Expansion<'category'>[] = [],
): unknown => ({
  ...categoryFields(category),
  ...(asked.includes('company') ? { company: companyOf(ledger, category) } : {}),
  ...(asked.includes('issues')
    ? {
        issues: ledger.issues
          .all()
          .filter(({ categoryIds }) => categoryIds.includes(category.id))
          .map((issue) => ({ ...issueFields(issue), ...pivot(issue, category) })),
      }
    : {}),
});

/** Returns a company ("Get a single company"), with what was asked for beside it. */
export const companyShape = (
  ledger: ConnectnowLedger,
  company: Company,
  asked: readonly Expansion<'company'>[] = [],
): unknown => {
  const own = ledger.categories.all().filter(({ companyId }) => companyId === company.id);
  const isOwn = (id: number): boolean => own.some((category) => category.id === id);
  return {
    ...companyFields(company),
    ...(asked.includes('categories') ? { categories: own.map(categoryFields) } : {}),
    ...(asked.includes('issues')
      ? {
          issues: ledger.issues
            .all()
            .filter(({ categoryIds }) => categoryIds.some(isOwn))
            .map(issueFields),
        }
      : {}),
  };
};

/** Returns a webhook ("Get a single webhook"). */
export const webhookShape = (webhook: Webhook): unknown => ({
  id: webhook.id,
  user_id: webhook.userId,
  url: webhook.url,
  description: webhook.description,
  ...stamps(webhook),
});
