import { z } from 'zod';
import type { Columns } from '../lib/columns.ts';
import type { AuditHead, AuditReport } from '../model/audit-report.ts';
import type { RecordDetail, RecordPerson, RecordRow } from '../model/record.ts';
import { kindField, recordFilter, recordFilterFields, recordIdField } from './fields.ts';
import { query } from './operation.ts';
import { SORTS } from './sorts.ts';

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
  'records.counts': query<RecordCounts>()({ input: z.strictObject({ kind: kindField }) }),
  'records.show': query<RecordDetail>()({ input: z.strictObject({ id: recordIdField }), errors: ['not-found'] }),
  'audits.document': query<AuditDocument>()({ input: z.strictObject({ id: recordIdField }), errors: ['not-found'] }),
} as const;
