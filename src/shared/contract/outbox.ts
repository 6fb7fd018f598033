import { z } from 'zod';
import type { ActionDocument } from '../model/action-document.ts';
import type { FieldChange, OutboxDetail, OutboxId, OutboxRow, SpoolId } from '../model/outbox.ts';
import type { RecordRow } from '../model/record.ts';
import { diskErrors, vendorErrors } from './error-groups.ts';
import { connectionIdField, recordIdField } from './fields.ts';
import { command, query } from './operation.ts';

const outboxIdField = z
  .string()
  .min(1)
  .max(100)
  .transform((value) => value as OutboxId);
const spoolIdField = z
  .string()
  .min(1)
  .max(100)
  .transform((value) => value as SpoolId);

/** A file that was copied into the spool: the original may be moved or deleted from then on. */
export interface SpooledFile {
  readonly id: SpoolId;
  readonly name: string;
  readonly bytes: number;
  /** By its own first bytes, never by its name. */
  readonly contentType: string;
  readonly sha256: string;
}

/** A corrective action opened: the vendor's values, and those on their way to it. */
export interface ActionView {
  readonly record: RecordRow;
  readonly action: ActionDocument;
  /** Changes that are not sent yet, oldest first. */
  readonly pending: readonly { readonly row: OutboxRow; readonly changes: readonly FieldChange[] }[];
  readonly readAt: string;
}

export interface CompanyView {
  readonly record: RecordRow;
  readonly name: string;
  readonly logoFileId: string | null;
  readonly iconFileId: string | null;
  readonly readAt: string;
}

const sending = ['not-found', 'workspace-busy', ...diskErrors] as const;

export const outboxOperations = {
  /** Newest first. */
  'outbox.list': query<readonly OutboxRow[]>()({ input: z.strictObject({}) }),
  'outbox.show': query<OutboxDetail>()({ input: z.strictObject({ id: outboxIdField }), errors: ['not-found'] }),
  /** Puts one vendor operation that changes something into the outbox, checked but not sent. */
  'outbox.draft': command<OutboxRow>()({
    input: z.strictObject({
      operation: z.string().min(3).max(100),
      connectionId: connectionIdField,
      params: z
        .strictObject({
          path: z.record(z.string(), z.unknown()).optional(),
          query: z.record(z.string(), z.unknown()).optional(),
          body: z.unknown().optional(),
        })
        .default({}),
      spoolId: spoolIdField.optional(),
      /**
       * Reads the object afresh first and fills what is left out of the body, where the vendor would wipe it; null takes
       * a value away. The row then shows what really changes.
       */
      fill: z.boolean().default(false),
    }),
    errors: ['not-found', 'not-offered-here', ...vendorErrors, ...diskErrors],
  }),
  /** Sends what is ready, or the named ones, one after the other. What became of each is in the rows. */
  'outbox.send': command<readonly OutboxRow[]>()({
    input: z.strictObject({ ids: z.array(outboxIdField).max(1000).optional() }),
    errors: sending,
    outlivesPage: true,
  }),
  /** Makes a failed or uncertain change ready again. `confirmed`: a person has read what sending it twice would mean. */
  'outbox.retry': command<OutboxRow>()({
    input: z.strictObject({ id: outboxIdField, confirmed: z.boolean().default(false) }),
    errors: [...sending, 'no-connection', 'not-offered-here'],
  }),
  /** A person looked at the vendor and saw that an uncertain change arrived. */
  'outbox.markSent': command<OutboxRow>()({
    input: z.strictObject({ id: outboxIdField }),
    errors: [...sending, 'not-offered-here'],
  }),
  /** Takes a change that was not sent out of the outbox. */
  'outbox.discard': command<{ readonly ok: true }>()({
    /** `confirmed`: a person knows that an uncertain one may have arrived. */
    input: z.strictObject({ id: outboxIdField, confirmed: z.boolean().default(false) }),
    errors: [...sending, 'not-offered-here'],
  }),
  /** A change of a corrective action: read afresh first, so that nothing is wiped that was not meant. */
  'actions.change': command<OutboxRow>()({
    input: z.strictObject({
      id: recordIdField,
      changes: z.strictObject({
        status: z.enum(['open', 'approved', 'rejected', 'submitted']).optional(),
        priority: z.enum(['low', 'medium', 'high']).optional(),
        /** ISO 8601 in UTC. */
        dueAt: z.iso.datetime().optional(),
        /** The vendor's own ids; empty removes everybody. */
        assignees: z.array(z.string().min(1).max(200)).max(100).optional(),
        name: z.string().trim().min(1).max(500).optional(),
        description: z.string().max(10_000).nullable().optional(),
      }),
    }),
    errors: ['not-found', 'not-offered-here', ...vendorErrors, ...diskErrors],
  }),
  /** A corrective action as a document, with what is waiting to be sent for it. */
  'actions.document': query<ActionView>()({ input: z.strictObject({ id: recordIdField }), errors: ['not-found'] }),
  /** The company of a connection, as last read: its name and the files of its logo and icon. */
  'company.show': query<CompanyView>()({
    input: z.strictObject({ connectionId: connectionIdField }),
    errors: ['not-found'],
  }),
  /** Copies a file of this computer into the spool. A page in a browser sends its bytes to `spool` instead. */
  'uploads.add': command<SpooledFile>()({
    input: z.strictObject({ path: z.string().min(1).max(4000) }),
    errors: ['not-found', 'bad-input', 'file-wrong-type', ...diskErrors],
    reach: 'local',
  }),
  /** A company's logo or icon: PNG or JPEG. */
  'uploads.logo': command<OutboxRow>()({
    input: z.strictObject({ connectionId: connectionIdField, spoolId: spoolIdField, place: z.enum(['logo', 'icon']) }),
    errors: ['not-found', 'no-connection', 'not-offered-here', 'file-wrong-type', ...diskErrors],
  }),
} as const;
