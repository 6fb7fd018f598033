import type { ListOwner, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { PersonRole, RecordPerson } from '../../../shared/model/record.ts';
import { compileLater } from '../core/wire-fields.ts';
import { EMPTY_FIELDS, joinTexts } from '../core/map-answer.ts';
import { issueRow, type IssueRow } from './schemas.ts';

function addPerson(people: RecordPerson[], role: PersonRole, vendorId: string | null, name: string | null): void {
  if (name !== null) people.push({ name, role, vendorId, email: null });
}

/** `assignedTo` is an id without a name: it has one where the row names the same person in another part. */
function nameOfAssigned(issue: IssueRow): string | null {
  const id = issue.assignedTo;
  if (id === null || id === issue.responsiblePerson) return null;
  if (id === issue.ballInCourtUser) return issue.ballInCourtUserName;
  return id === issue.raisedBy ? issue.raisedByName : null;
}

function peopleOf(issue: IssueRow): readonly RecordPerson[] {
  const people: RecordPerson[] = [];
  addPerson(people, 'assignee', issue.responsiblePerson, issue.responsiblePersonName);
  addPerson(people, 'assignee', issue.assignedTo, nameOfAssigned(issue));
  addPerson(people, 'ball-in-court', issue.ballInCourtUser, issue.ballInCourtUserName);
  addPerson(people, 'author', issue.raisedBy, issue.raisedByName);
  return people;
}

const rowReader = compileLater(issueRow);

/**
 * One row of a project's issues as a record. The due date is a moment in UTC, as the document shows it; no row names a
 * zone. Throws ZodError for a row without an id.
 */
export function mapIssueRow(json: unknown, owner: ListOwner | null): MappedRecord {
  const issue = rowReader().parse(json);
  return {
    ...EMPTY_FIELDS,
    vendorId: issue.issueId,
    number: issue.issueNumber,
    title: issue.title ?? issue.issueNumber ?? issue.issueId,
    status: issue.status,
    project: owner?.title ?? null,
    parent: issue.projectId ?? owner?.vendorId ?? null,
    dueAt: issue.dueDate,
    dueKind: issue.dueDate === null ? null : 'time',
    createdAt: issue.raisedAt,
    updatedAt: issue.lastUpdatedAt,
    people: peopleOf(issue),
    text: joinTexts([issue.description, owner?.title ?? null]),
    raw: json,
  };
}
