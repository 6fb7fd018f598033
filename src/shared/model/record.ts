import type { ConnectionId, RecordId } from './ids.ts';
import type { Vendor } from './vendor.ts';

/** Every kind of record that the cache keeps, over all vendors. */
export const KINDS = [
  'project',
  'issue',
  'milestone',
  'audit',
  'corrective-action',
  'ticket',
  'note',
  'file',
  'event',
  'schedule',
  'template',
  'audit-object',
  'attribute',
  'user',
  'user-group',
  'role',
  'score-system',
  'company',
  'category',
  'webhook',
  'webhook-log',
  'step',
  'custom-field',
  'custom-field-value',
] as const;

export type Kind = (typeof KINDS)[number];

/** What a date of a record is: a moment, the end of a day, or a date made by the person's rule. */
export type DueKind = 'time' | 'day' | 'rule';

/** The part a person has in a record; vendors' own words are mapped to these few. */
export type PersonRole =
  | 'assignee'
  /** Whose turn it is, where the vendor tells that from whose it is. */
  | 'ball-in-court'
  | 'author'
  | 'starter'
  | 'completer'
  | 'approver'
  | 'subscriber'
  | 'member';

export interface RecordPerson {
  readonly name: string;
  readonly role: PersonRole;
  /** The vendor's own id of the person, where it gives one. */
  readonly vendorId: string | null;
  readonly email: string | null;
}

/**
 * One row of a list: what every list needs, no payload. Moments are ISO 8601 in UTC with milliseconds. `status` and
 * `priority` are the vendor's meaning as a stable word (`pending`, `complete`); an unknown value is kept as it came.
 */
export interface RecordRow {
  readonly id: RecordId;
  readonly connectionId: ConnectionId;
  readonly vendor: Vendor;
  readonly kind: Kind;
  readonly number: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly project: string | null;
  /** Names of the assignees, joined for the list by `, `. */
  readonly assignees: string | null;
  readonly dueAt: string | null;
  readonly dueKind: DueKind | null;
  readonly dueZone: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  /** The score of an audit in percent, 0 to 100. */
  readonly score: number | null;
  /** True while the record is known to be gone at the vendor; its last content stays readable. */
  readonly deleted: boolean;
}

/** The columns of a list page, in the order of `RecordRow`. */
export const RECORD_ROW_COLUMNS = [
  'id',
  'connectionId',
  'vendor',
  'kind',
  'number',
  'title',
  'status',
  'priority',
  'project',
  'assignees',
  'dueAt',
  'dueKind',
  'dueZone',
  'createdAt',
  'updatedAt',
  'score',
  'deleted',
] as const satisfies readonly (keyof RecordRow)[];

/** What a record looks like opened: its row, its people, and the vendor's own JSON with when each part was read. */
export interface RecordDetail {
  readonly record: RecordRow;
  readonly people: readonly RecordPerson[];
  /** Parts of the vendor's own data by name (`list`, `detail`, `report`), as they came, unknown fields included. */
  readonly parts: Readonly<Record<string, { readonly raw: unknown; readonly readAt: string }>>;
}
