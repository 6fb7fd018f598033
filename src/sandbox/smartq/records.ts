import type { SceneName } from '../images/scene-name.ts';
import {
  aBoolean,
  aDay,
  aFloat,
  anEmail,
  anId,
  anInteger,
  aText,
  nested,
  oneOf,
  orNothing,
  someText,
  type PropertiesOf,
} from './properties.ts';

/**
 * What the account keeps, as plain data that a journal can hold. `properties` have the names of the document, whose
 * tables these readers are; instants are milliseconds since 1970, UTC.
 */
type Stamped = {
  readonly id: number;
  readonly createdAt: number;
  readonly updatedAt: number;
};

/** "Users": what is read and written of one, without the password, which is only written. */
export const userSpec = {
  name: someText,
  email: anEmail,
  is_account_administrator: aBoolean,
  can_manage_projects: aBoolean,
  can_view_profiles: aBoolean,
  can_manage_profiles: aBoolean,
  company: aText,
  title: aText,
  address: aText,
  work_phone: aText,
  cell_phone: aText,
  comments: aText,
} as const;

export type User = Stamped & {
  readonly properties: PropertiesOf<typeof userSpec>;
  /** Null while it is the one the sample gave, if it gave any. */
  readonly passwordHash: string | null;
};

/** "Projects". */
export const projectSpec = { name: someText, description: aText } as const;

export type Project = Stamped & {
  readonly properties: PropertiesOf<typeof projectSpec>;
  readonly ownerId: number;
  readonly defaultRoleId: number;
  /** Who has another role than the default one, as pairs of user and role. No resource shows or changes this. */
  readonly members: readonly (readonly [userId: number, roleId: number])[];
};

/** "Project Roles". */
export const roleSpec = {
  name: someText,
  access_level: anInteger(0, 5),
  max_step: orNothing(anId),
  can_edit_project: aBoolean,
  can_manage_people_notes: aBoolean,
  can_see_private_notes: aBoolean,
} as const;

export type Role = Stamped & { readonly projectId: number; readonly properties: PropertiesOf<typeof roleSpec> };

/** "Project Steps". The position counts from 1. */
export const stepSpec = {
  name: someText,
  description: aText,
  limit: orNothing(anInteger(1, 9999)),
  pos: anInteger(1, 9999),
} as const;

export type Step = Stamped & { readonly projectId: number; readonly properties: PropertiesOf<typeof stepSpec> };

const optionsSpec = {
  choiceType: oneOf('checkbox', 'radio', 'select'),
  min: orNothing(aFloat),
  max: orNothing(aFloat),
  fieldLayout: aText,
} as const;

/** "Project Custom Fields". */
export const fieldSpec = {
  type: oneOf('float', 'string', 'text', 'choice'),
  label: someText,
  hint: aText,
  required: aBoolean,
  pos_type: oneOf('single', 'double'),
  options: nested(optionsSpec),
} as const;

export type Field = Stamped & {
  readonly projectId: number;
  /** The name in paths and tickets: `f` and a number counted within the project. */
  readonly name: string;
  readonly properties: PropertiesOf<typeof fieldSpec>;
};

/** "Project Custom Field Values". The document calls the position a boolean; it counts from 1. */
export const valueSpec = { title: someText, is_default: aBoolean, pos: anInteger(1, 9999) } as const;

export type FieldValue = Stamped & { readonly fieldId: number; readonly properties: PropertiesOf<typeof valueSpec> };

/** "Tickets", without who it is assigned to and without custom fields. */
export const ticketSpec = {
  name: someText,
  description: aText,
  step_id: anId,
  tags: aText,
  required_by: orNothing(aDay),
} as const;

/** What a custom field says in a ticket: a text, a number, the id of a value, several of them, or nothing. */
export type FieldContent = string | number | readonly number[] | null;

export type Ticket = Stamped & {
  readonly projectId: number;
  readonly ownerId: number;
  readonly properties: PropertiesOf<typeof ticketSpec>;
  readonly assignedTo: readonly number[];
  /** By the name of the field. */
  readonly contents: Readonly<Record<string, FieldContent>>;
};

/** "Notes". The text is kept as it came: which tags are allowed is not documented. */
export const noteSpec = { text: someText, private: aBoolean } as const;

export type Note = Stamped & {
  readonly ticketId: number;
  readonly ownerId: number;
  readonly properties: PropertiesOf<typeof noteSpec>;
  /** Who is told once the last file has come; null when nobody waits. */
  readonly waiting: readonly number[] | null;
};

/** Where the bytes of a file come from: what somebody uploaded, a drawn photo, or a text. */
export type FileSource =
  | { readonly kind: 'upload'; readonly key: string; readonly size: number }
  | { readonly kind: 'photo'; readonly scene: SceneName; readonly seed: number }
  | { readonly kind: 'text'; readonly text: string };

/** "Files". */
export type NoteFile = Stamped & {
  readonly noteId: number;
  readonly ownerId: number;
  readonly name: string;
  readonly contentType: string;
  readonly source: FileSource;
};

/** Every kind of record. Ids are counted within the kind and never used twice. */
export type Records = {
  readonly user: User;
  readonly project: Project;
  readonly role: Role;
  readonly step: Step;
  readonly field: Field;
  readonly value: FieldValue;
  readonly ticket: Ticket;
  readonly note: Note;
  readonly file: NoteFile;
};

/** A kind of record. */
export type Kind = keyof Records;

/** A record as it is from now on, or null where it is deleted. */
export type Change = {
  [K in Kind]: { readonly kind: K; readonly id: number; readonly record: Records[K] | null };
}[Kind];

/** All records by kind and id, ids ascending. */
export type Tables = { readonly [K in Kind]: ReadonlyMap<number, Records[K]> };
