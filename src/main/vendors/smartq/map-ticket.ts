import type { ListOwner, MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { RecordPerson } from '../../../shared/model/record.ts';
import { compileLater, textOf } from '../core/wire-fields.ts';
import { EMPTY_FIELDS, joinTexts } from '../core/map-answer.ts';
import { boardSteps, statusInStep, type BoardStep } from './board-steps.ts';
import { boardFields, type BoardField } from './choices.ts';
import { readCustomFields } from './custom-fields.ts';
import { plainText } from './plain-text.ts';
import { ticketRecordId } from './record-ids.ts';
import { ticket, type TicketRow } from './schemas.ts';

/** A board as its tickets need it: the project's parts `steps` and `fields`. Empty lists where they were not read. */
interface Board {
  readonly owner: ListOwner | null;
  readonly steps: readonly BoardStep[];
  readonly fields: readonly BoardField[];
}

/** Tickets come by the hundred and share a board, whose parts are the same object for a whole page. */
const boards = new WeakMap<object, Board>();

function boardOf(owner: ListOwner | undefined): Board {
  const parts = owner?.parts;
  if (owner === undefined || parts === undefined) return { owner: owner ?? null, steps: [], fields: [] };
  const known = boards.get(parts);
  if (known) return { ...known, owner };
  const board: Board = { owner, steps: boardSteps(parts['steps']), fields: boardFields(parts['fields']) };
  boards.set(parts, board);
  return board;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** One assigned user; a bare id has no name to show, and stays in the vendor's own JSON. */
function personOf(user: unknown): RecordPerson | null {
  if (!isFields(user)) return null;
  const email = textOf(user['email']);
  const name = textOf(user['name']) ?? email;
  return name === null ? null : { name, role: 'assignee', vendorId: textOf(user['id']), email };
}

/** "Info on assigned users": a list of users, or users by id. */
const peopleOf = (assigned: unknown): readonly RecordPerson[] =>
  (Array.isArray(assigned) ? assigned : isFields(assigned) ? Object.values(assigned) : [])
    .map(personOf)
    .filter((person) => person !== null);

/** Comma-separated when sent; some services answer with a list. */
const tagsOf = (tags: unknown): readonly (string | null)[] => (Array.isArray(tags) ? tags.map(textOf) : [textOf(tags)]);

const END_OF_DAY = 'T23:59:59.999Z';

const due = (day: string | null) =>
  day === null
    ? ({ dueAt: null, dueKind: null } as const)
    : ({ dueAt: `${day}${END_OF_DAY}`, dueKind: 'day' } as const);

function textsOf(json: unknown, row: TicketRow, { owner, steps, fields }: Board): string {
  // Bare numbers of choices whose titles are not known would find what nobody means.
  const contents = fields.length === 0 ? [] : readCustomFields(json, fields);
  return joinTexts([
    row.description === null ? null : plainText(row.description),
    ...tagsOf(row.tags),
    steps.find(({ id }) => id === row.step_id)?.name ?? null,
    ...contents.flatMap(({ texts }) => texts).map((text) => plainText(text)),
    owner?.title ?? null,
  ]);
}

const ticketReader = compileLater(ticket);

/**
 * One row of a board's tickets as a record; its id is made of the board's and its own. It is due at the end of a day that
 * names no zone. With the board's parts, its status is what its step means, and its text has the step's name and the titles
 * of what was chosen. Throws ZodError for a row without an id.
 */
export function mapTicketRow(json: unknown, owner?: ListOwner): MappedRecord {
  const row = ticketReader().parse(json);
  const board = boardOf(owner);
  const projectId = row.project_id ?? owner?.vendorId ?? '';
  return {
    ...EMPTY_FIELDS,
    ...due(row.required_by),
    vendorId: ticketRecordId(projectId, row.id),
    number: row.id,
    title: row.name ?? row.id,
    status: statusInStep(board.steps, row.step_id),
    project: owner?.title ?? null,
    parent: projectId === '' ? null : projectId,
    createdAt: row.insert_time,
    updatedAt: row.update_time,
    people: peopleOf(row.assigned_to),
    text: textsOf(json, row, board),
    raw: json,
  };
}

/** What a ticket's detail adds: all that its row says too, so that a change shows at once. */
export function mapTicketDetail(json: unknown, owner?: ListOwner): MappedPart {
  const { number, title, status, parent, dueAt, dueKind, dueZone, createdAt, updatedAt, people } = mapTicketRow(
    json,
    owner,
  );
  const said = isFields(json) ? json : {};
  return {
    record: {
      number,
      title,
      ...(status === null ? {} : { status }),
      ...(parent === null ? {} : { parent }),
      ...(Object.hasOwn(said, 'required_by') ? { dueAt, dueKind, dueZone } : {}),
      ...(createdAt === null ? {} : { createdAt }),
      ...(updatedAt === null ? {} : { updatedAt }),
    },
    // A list of people says who there is, an empty one that there is nobody; ids alone say neither.
    ...(people.length > 0 || isEmptyList(said['assigned_to']) ? { people } : {}),
  };
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
