import { z } from 'zod';
import type { SpoolId } from '../model/outbox.ts';
import type { VendorOperation } from '../model/vendor-operation.ts';
import { fileErrors } from './error-groups.ts';
import { connectionIdField, vendorField } from './fields.ts';
import { command, query } from './operation.ts';

/** What one vendor call answered: data as the vendor sent it, or the file it was written to. */
export type CallAnswer =
  | { readonly status: number; readonly data: unknown; readonly outboxId?: string }
  | { readonly status: number; readonly file: string; readonly bytes: number; readonly contentType: string }
  /** What would be sent, in place of a change that destroys and was not confirmed. */
  | {
      readonly dryRun: {
        readonly method: string;
        readonly address: string;
        readonly body: unknown;
        readonly objects: number;
        readonly tier: string | null;
      };
    };

export const vendorOperations = {
  'vendors.operations': query<readonly VendorOperation[]>()({
    input: z.strictObject({ vendor: vendorField.optional() }),
  }),
  'vendors.call': command<CallAnswer>()({
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
      out: z.string().min(1).max(4000).optional(),
      /** A file of the spool that goes with it. */
      spoolId: z
        .string()
        .max(100)
        .transform((value) => value as SpoolId)
        .optional(),
      /** The person's word for a change that destroys. */
      yes: z.boolean().default(false),
      /** The company's own name, typed: only for the deletion of a company. */
      confirm: z.string().max(500).optional(),
    }),
    errors: ['not-found', 'not-offered-here', ...fileErrors],
    reach: 'local',
  }),
} as const;
