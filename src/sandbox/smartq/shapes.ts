import type { SmartqDataset } from './data/dataset.ts';
import type { SmartqLedger } from './ledger.ts';
import type { Field, FieldContent, Note, NoteFile, Project, Role, Step, Ticket, User } from './records.ts';
import { isMultiple, valuesOf } from './ticket-fields.ts';

/** Returns an instant as MySQL writes it, in UTC. The document shows no form of a time. */
const time = (instant: number): string => new Date(instant).toISOString().slice(0, 19).replace('T', ' ');

type Stamps = { readonly createdAt: number; readonly updatedAt: number };
const stamps = ({ createdAt, updatedAt }: Stamps) => ({ insert_time: time(createdAt), update_time: time(updatedAt) });

/** Returns properties with 1 and 0 for true and false. */
const digits = (properties: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );

/** Returns an array by name; PHP writes one without entries as a list. */
const phpArray = (array: Readonly<Record<string, unknown>>): unknown => (Object.keys(array).length === 0 ? [] : array);

/** Returns a user; nothing shows a password. */
export const userShape = (user: User): unknown => ({ id: user.id, ...digits(user.properties), ...stamps(user) });

/** Returns a project. */
export const projectShape = (project: Project): unknown => ({
  id: project.id,
  ...project.properties,
  owner_id: project.ownerId,
  ...stamps(project),
});

/** Returns a role, or the default one. */
export const roleShape = (role: Role): unknown => ({
  id: role.id,
  project_id: role.projectId,
  ...digits(role.properties),
  ...stamps(role),
});

/** Returns a step. */
export const stepShape = (step: Step): unknown => ({
  id: step.id,
  project_id: step.projectId,
  ...step.properties,
  ...stamps(step),
});

/** Returns a value of a field of type choice. */
export const valueShape = ({ id, properties }: ReturnType<typeof valuesOf>[number]): unknown => ({
  id,
  ...digits(properties),
});

/** Returns a custom field, with its values where it is of type choice. */
export const fieldShape = (ledger: SmartqLedger, field: Field): unknown => ({
  name: field.name,
  project_id: field.projectId,
  ...digits(field.properties),
  options: phpArray(field.properties.options),
  ...(field.properties.type === 'choice' ? { values: valuesOf(ledger, field).map(valueShape) } : {}),
});

/** Returns what a ticket says in a field; a value that was deleted since is nothing. */
const contentShape = (ledger: SmartqLedger, field: Field, content: FieldContent): FieldContent => {
  if (field.properties.type !== 'choice') return content;
  const exists = (id: unknown): boolean => valuesOf(ledger, field).some((value) => value.id === id);
  if (typeof content === 'object' && content !== null) return content.filter(exists);
  return exists(content) ? content : isMultiple(field) ? [] : null;
};

/** What is asked for of a ticket beside its own properties. */
type TicketParts = { readonly fields: readonly Field[]; readonly withFields: boolean; readonly withAssigned: boolean };

const contentsOf = (ledger: SmartqLedger, ticket: Ticket, fields: readonly Field[]) =>
  Object.fromEntries(
    fields.map((field) => [field.name, contentShape(ledger, field, ticket.contents[field.name] ?? null)]),
  );

const assignedOf = (ledger: SmartqLedger, { assignedTo }: Ticket): readonly unknown[] =>
  assignedTo.flatMap((id) => {
    const user = ledger.table('user').get(id);
    return user === undefined ? [] : [{ id, name: user.properties.name, email: user.properties.email }];
  });

const ticketOwn = (ticket: Ticket) => ({
  id: ticket.id,
  project_id: ticket.projectId,
  ...ticket.properties,
  owner_id: ticket.ownerId,
  ...stamps(ticket),
});

/** Returns a ticket as it is read: custom fields lie in `custom_fields`. */
export const ticketShape = (
  ledger: SmartqLedger,
  ticket: Ticket,
  { fields, withFields, withAssigned }: TicketParts,
): unknown => ({
  ...ticketOwn(ticket),
  ...(withFields ? { custom_fields: phpArray(contentsOf(ledger, ticket, fields)) } : {}),
  ...(withAssigned ? { assigned_to: assignedOf(ledger, ticket) } : {}),
});

/** Returns a ticket as the answer to a write has it: custom fields stand among its own. */
export const writtenTicketShape = (ledger: SmartqLedger, ticket: Ticket, fields: readonly Field[]): unknown => ({
  ...ticketOwn(ticket),
  assigned_to: assignedOf(ledger, ticket),
  ...contentsOf(ledger, ticket, fields),
});

/** Returns a note. */
export const noteShape = (note: Note): unknown => ({
  id: note.id,
  ticket_id: note.ticketId,
  ...digits(note.properties),
  owner_id: note.ownerId,
  ...stamps(note),
});

/** Returns what is told of a file. */
export const fileShape = (dataset: SmartqDataset, file: NoteFile): unknown => ({
  id: file.id,
  note_id: file.noteId,
  name: file.name,
  type: file.contentType,
  size: dataset.files.sizeOf(file),
  owner_id: file.ownerId,
  insert_time: time(file.createdAt),
});
