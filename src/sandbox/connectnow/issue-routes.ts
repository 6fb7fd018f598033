import { day } from '../data/zones.ts';
import {
  checkNames,
  readArray,
  readDay,
  readIds,
  readSomeIds,
  readText,
  readWord,
  type Checks,
  type Input,
} from './checks.ts';
import type { ConnectnowUser } from './data/dataset.ts';
import type { IssueInput } from './entries.ts';
import type { ConnectnowLedger } from './ledger.ts';
import type { Notifier } from './notify.ts';
import type { OperationName } from './operations.ts';
import { pageOf, pageParameters, readPage } from './paginator.ts';
import { severities, type Issue } from './records.ts';
import { missing, refusal } from './refusal.ts';
import { readBody, readQuery, refuseQuery, userOf, type Answer, type Asked } from './request.ts';
import { createdIssueShape, expansions, issueShape, type Expansion } from './shapes.ts';

/** The operations on issues but subscribing. */
type IssueOperation = Extract<
  OperationName,
  'listIssues' | 'createIssue' | 'getIssue' | 'updateIssue' | 'closeIssue' | 'deleteIssue'
>;

/** Returns an issue there is. @throws HTTPException 404 when there is none. */
export const issueNamed = (ledger: ConnectnowLedger, id: string): Issue => {
  const issue = /^\d{1,15}$/.test(id) ? ledger.issues.find(Number(id)) : undefined;
  if (issue === undefined) throw missing('Issue', id);
  return issue;
};

const readWith = (checks: Checks, input: Input): readonly Expansion<'issue'>[] =>
  readArray(checks, input, 'with', (value) => expansions.issue.find((known) => known === value) ?? null);

/** Returns the test a query's filters put issues to. Days are of UTC, both included (I13). */
const readFilters = (checks: Checks, input: Input, ledger: ConnectnowLedger): ((issue: Issue) => boolean) => {
  const companies = readIds(checks, input, 'company_ids', (id) => ledger.companies.find(id) !== undefined);
  const categories = readIds(checks, input, 'category_ids', (id) => ledger.categories.find(id) !== undefined);
  const after = readDay(checks, input, 'after');
  const before = readDay(checks, input, 'before');
  const severity = input['severity'] === undefined ? null : readWord(checks, input, 'severity', severities);
  const status = input['status'] === undefined ? null : readWord(checks, input, 'status', ['open', 'closed']);
  const isOfCompany = (id: number): boolean => companies.includes(ledger.categories.find(id)?.companyId ?? 0);
  return (issue) =>
    (companies.length === 0 || issue.categoryIds.some(isOfCompany)) &&
    (categories.length === 0 || issue.categoryIds.some((id) => categories.includes(id))) &&
    (after === null || issue.createdAt >= after) &&
    (before === null || issue.createdAt < before + day) &&
    (severity === null || issue.severity === severity) &&
    (status === null || (issue.closedAt === null) === (status === 'open'));
};

const filterParameters = ['with', 'company_ids', 'category_ids', 'after', 'before', 'severity', 'status'];

/** Returns the operations on issues. */
export const issueAnswers = (
  ledger: ConnectnowLedger,
  notifier: Notifier,
): Readonly<Record<IssueOperation, Answer>> => {
  /** @throws HTTPException 403 unless a user has access to the company of every category. */
  const checkAccess = (user: ConnectnowUser, categoryIds: readonly number[]): void => {
    const companies = categoryIds.map((id) => ledger.categories.find(id)?.companyId ?? 0);
    if (!companies.every((id) => ledger.hasAccess(user.id, id))) throw refusal(403);
  };

  /**
   * Returns the issue of the path and who may write to it.
   * @throws HTTPException 404 when there is none; 403 when it is somebody else's or closed, which is not told apart.
   */
  const writable = (asked: Asked): { readonly issue: Issue; readonly user: ConnectnowUser } => {
    const user = userOf(asked);
    const issue = issueNamed(ledger, asked.path('issueId'));
    checkAccess(user, issue.categoryIds);
    if (issue.closedAt !== null) throw refusal(403);
    return { issue, user };
  };

  const readIssue = async ({ c }: Asked): Promise<IssueInput> => {
    const { checks, input } = await readBody(c);
    checkNames(checks, input, ['category_ids', 'name', 'description', 'severity']);
    const written = {
      categoryIds: readSomeIds(checks, input, 'category_ids', (id) => ledger.categories.find(id) !== undefined),
      name: readText(checks, input, 'name'),
      description: readText(checks, input, 'description'),
      severity: readWord(checks, input, 'severity', severities),
    };
    checks.settle();
    return written;
  };

  /** Returns an issue that was just written. */
  const written = (id: number): Issue => issueNamed(ledger, String(id));

  return {
    listIssues: ({ c }) => {
      const { checks, input } = readQuery(c);
      checkNames(checks, input, [...filterParameters, ...pageParameters]);
      const asked = readWith(checks, input);
      const passes = readFilters(checks, input, ledger);
      const page = readPage(checks, input);
      checks.settle();
      // The sample response begins with a high id: the latest come first.
      const rows = ledger.issues.all().filter(passes).toReversed();
      const vanished = c.get('vanishedRows') ?? 0;
      const shape = (issue: Issue): unknown => issueShape(ledger, issue, asked);
      return c.json(pageOf(rows, page, { path: '/api/issues', vanished, shape }));
    },

    createIssue: async (asked) => {
      const user = userOf(asked);
      const input = await readIssue(asked);
      checkAccess(user, input.categoryIds);
      const id = ledger.issues.nextId();
      ledger.record(user.id, { type: 'issue-created', id, eventId: ledger.nextEventId(), ...input });
      const issue = written(id);
      const targets = issue.categoryIds.map((category) => ({ kind: 'category' as const, id: category }));
      notifier.tellSubscribers(targets, 'issue_created', { issue: issueShape(ledger, issue) });
      return asked.c.json(createdIssueShape(issue), 201);
    },

    getIssue: ({ c, path }) => {
      const issue = issueNamed(ledger, path('issueId'));
      const { checks, input } = readQuery(c);
      checkNames(checks, input, ['with']);
      const asked = readWith(checks, input);
      checks.settle();
      return c.json(issueShape(ledger, issue, asked));
    },

    updateIssue: async (asked) => {
      const { issue, user } = writable(asked);
      const input = await readIssue(asked);
      checkAccess(user, input.categoryIds);
      ledger.record(user.id, { type: 'issue-updated', id: issue.id, eventId: ledger.nextEventId(), ...input });
      const shape = issueShape(ledger, written(issue.id));
      notifier.tellSubscribers([{ kind: 'issue', id: issue.id }], 'issue_updated', { issue: shape });
      return asked.c.json(shape);
    },

    closeIssue: async (asked) => {
      const { issue, user } = writable(asked);
      const { checks, input } = await readBody(asked.c);
      checkNames(checks, input, ['description']);
      const description = readText(checks, input, 'description');
      checks.settle();
      ledger.record(user.id, { type: 'issue-closed', id: issue.id, eventId: ledger.nextEventId(), description });
      const shape = issueShape(ledger, written(issue.id));
      notifier.tellSubscribers([{ kind: 'issue', id: issue.id }], 'issue_closed', { issue: shape });
      return asked.c.json(shape);
    },

    deleteIssue: (asked) => {
      const { issue, user } = writable(asked);
      refuseQuery(asked.c);
      ledger.record(user.id, { type: 'issue-deleted', id: issue.id });
      return asked.c.body(null, 200);
    },
  };
};
