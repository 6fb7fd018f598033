import type { MappedRecord } from '../../../shared/model/mapped-record.ts';
import { compileLater } from '../core/wire-fields.ts';
import { EMPTY_FIELDS, joinTexts } from '../core/map-answer.ts';
import { issue, type Category, type Issue } from './schemas.ts';

/** One event of an issue: how it stands, in somebody's words. `at` is ISO 8601 in UTC. */
interface IssueEvent {
  readonly id: string | null;
  readonly text: string | null;
  readonly at: string | null;
}

const rowReader = compileLater(issue);

const eventsIn = ({ events }: Issue): readonly IssueEvent[] =>
  (events ?? []).map(({ id, description, message, text, created_at: at }) => ({
    id,
    text: description ?? message ?? text,
    at,
  }));

/** The events of an issue, in ConnectNow's order; none where they did not come along. Throws ZodError for no issue. */
export const issueEvents = (json: unknown): readonly IssueEvent[] => eventsIn(rowReader().parse(json));

/** `closed` once there is a moment of closing, `open` before; null where the row does not say. */
function statusOf({ closed_at: closedAt }: Issue): 'open' | 'closed' | null {
  if (closedAt === undefined) return null;
  return closedAt === null || closedAt === '' || closedAt === false ? 'open' : 'closed';
}

/** True for an issue that is closed: ConnectNow changes it no more. False for what is no issue. */
export function isClosedIssue(json: unknown): boolean {
  const read = rowReader().safeParse(json);
  return read.success && statusOf(read.data) === 'closed';
}

const companyIdOf = ({ company, company_id: id }: Category): string | null => company?.id ?? id;

/**
 * One issue as a record: its severity is the priority, the companies of its categories are the project, and it belongs
 * to the first of them. It is never due. Its description is in its events, which are searched. Throws ZodError for one
 * without an id.
 */
export function mapIssueRow(json: unknown): MappedRecord {
  const row = rowReader().parse(json);
  const categories = row.categories ?? [];
  const companies = joinTexts(
    categories.map(({ company }) => company?.name ?? null),
    ', ',
  );
  const texts = eventsIn(row).map(({ text }) => text);
  return {
    ...EMPTY_FIELDS,
    vendorId: row.id,
    number: row.id,
    title: row.name ?? row.id,
    status: statusOf(row),
    priority: row.severity,
    project: companies === '' ? null : companies,
    parent: categories.map(companyIdOf).find((id) => id !== null) ?? null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    text: joinTexts([...categories.map(({ name }) => name), companies === '' ? null : companies, ...texts]),
    raw: json,
  };
}
