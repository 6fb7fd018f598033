import { z } from 'zod';
import type { Columns } from '../lib/columns.ts';
import type { AuditHead, AuditReport } from '../model/audit-report.ts';
import type { RecordDetail, RecordPerson, RecordRow } from '../model/record.ts';
import {
  kindField,
  momentField,
  recordFilter,
  recordFilterFields,
  recordIdField,
  type RecordFilter,
} from './fields.ts';
import { query } from './operation.ts';
import { GROUPINGS, SORTS } from './sorts.ts';

/** A page of a list. `next` continues it (keyset: rows that arrive meanwhile shift nothing); null at the end. */
export interface RecordPage {
  readonly rows: Columns<RecordRow>;
  readonly next: string | null;
  /** Row by row, the people of each record; only when `withPeople` was asked. */
  readonly people?: readonly (readonly Pick<RecordPerson, 'name' | 'role'>[])[];
}

/** How many records of a kind stand in each status; sums to `total`. */
export interface RecordCounts {
  readonly total: number;
  readonly byStatus: readonly { readonly status: string | null; readonly count: number }[];
}

/** One group of a list. */
export interface RecordGroup {
  /**
   * What its records have in common: a vendor, kind, status or connection id; `late`, `today`, `week`, `later` or
   * `none`; a project's name; a person's e-mail address, else vendor's id, else name. Null where they have none.
   */
  readonly value: string | null;
  /** What a person reads: a project's or an assignee's name. Null where `value` is a word for the screen to put. */
  readonly label: string | null;
  readonly count: number;
  /**
   * To be laid over the list's own filter: it then has this group's records and no others. Only where a list of one
   * assignee is counted by assignee does it have all records of the group's person.
   */
  readonly filter: RecordFilter;
}

/**
 * A list counted by group, the biggest first; by `due` all five, in the order of time. The counts of `groups` and `rest`
 * sum to `total` and `repeated`.
 */
export interface RecordGroups {
  /** How many records the list has. */
  readonly total: number;
  readonly groups: readonly RecordGroup[];
  /** The groups beyond `limit`: how many, and the records in them. */
  readonly rest: { readonly groups: number; readonly count: number };
  /** How often a record was counted again: by assignee, one of two people stands in two groups. */
  readonly repeated: number;
}

/** A completed or pending audit as the report reader shows it. `report` is null until it was read once. */
export interface AuditDocument {
  readonly record: RecordRow;
  readonly head: AuditHead;
  readonly report: AuditReport | null;
  readonly readAt: string;
}

export const recordOperations = {
  'records.list': query<RecordPage>()({
    input: z.strictObject({
      ...recordFilterFields,
      sort: z.enum(SORTS).default('due'),
      direction: z.enum(['ascending', 'descending']).default('ascending'),
      limit: z.int().min(1).max(1000).default(100),
      after: z.string().max(2000).optional(),
      /** A jump by scrollbar or End: rows to skip. Not with `after`. */
      offset: z.int().min(0).optional(),
      withPeople: z.boolean().optional(),
    }),
  }),
  'records.count': query<{ readonly total: number }>()({ input: recordFilter }),
  'records.groups': query<RecordGroups>()({
    input: z
      .strictObject({
        ...recordFilterFields,
        by: z.enum(GROUPINGS),
        limit: z.int().min(1).max(500).default(50),
        /**
         * By `due`: where each group ends, in the caller's zone. `late` is now: what is due before, finished or not (ask
         * for `open` to have what is late); `today` the end of the day; `week` the end of what counts as this week.
         */
        boundaries: z.strictObject({ late: momentField, today: momentField, week: momentField }).optional(),
      })
      .refine(({ by, boundaries }) => by !== 'due' || boundaries !== undefined, {
        path: ['boundaries'],
        message: 'needed to group by due',
      }),
  }),
  'records.counts': query<RecordCounts>()({ input: z.strictObject({ kind: kindField }) }),
  'records.show': query<RecordDetail>()({ input: z.strictObject({ id: recordIdField }), errors: ['not-found'] }),
  'audits.document': query<AuditDocument>()({ input: z.strictObject({ id: recordIdField }), errors: ['not-found'] }),
} as const;
