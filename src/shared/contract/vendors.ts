import { z } from 'zod';
import type { VendorOperation } from '../model/vendor-operation.ts';
import { connectionIdField, vendorField } from './fields.ts';
import { command, query } from './operation.ts';

/** What one vendor call answered: data as the vendor sent it, or the file it was written to. */
export type CallAnswer =
  | { readonly status: number; readonly data: unknown }
  | { readonly status: number; readonly file: string; readonly bytes: number; readonly contentType: string };

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
    }),
    errors: [
      'not-found',
      'no-connection',
      'not-offered-here',
      'offline',
      'timed-out',
      'connection-lost',
      'key-rejected',
      'not-permitted',
      'not-at-vendor',
      'refused-by-vendor',
      'invalid-for-vendor',
      'too-many-requests',
      'vendor-down',
      'unexpected-answer',
      'answer-too-large',
      'redirect-refused',
      'file-exists',
      'file-incomplete',
      'file-wrong-type',
      'disk-full',
      'disk-read-only',
      'disk-failed',
    ],
    reach: 'local',
  }),
} as const;
