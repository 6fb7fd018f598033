import { z } from 'zod';
import type { Freshness, SyncReport } from '../model/sync.ts';
import { diskErrors, vendorErrors } from './error-groups.ts';
import { connectionIdField, recordIdField } from './fields.ts';
import { command, query } from './operation.ts';

export interface SyncStatus {
  /** True while a run is under way in this process. */
  readonly running: boolean;
  readonly freshness: readonly Freshness[];
}

export const syncOperations = {
  /** Pulls everything the cache keeps. A vendor's failure is in the answer, not thrown; progress counts rows. */
  'sync.run': command<SyncReport>()({
    input: z.strictObject({
      connections: z.array(connectionIdField).max(100).optional(),
      /** The answer to a held run: the records are really gone. */
      acceptRemovals: z.boolean().default(false),
    }),
    errors: ['no-connection', 'workspace-busy', ...diskErrors],
    outlivesPage: true,
  }),
  'sync.status': query<SyncStatus>()({ input: z.strictObject({}) }),
  /** Reads one record afresh from its vendor. */
  'sync.record': command<{ readonly changed: boolean }>()({
    input: z.strictObject({ id: recordIdField }),
    errors: ['not-found', ...vendorErrors, ...diskErrors],
  }),
} as const;
