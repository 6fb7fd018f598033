import { z } from 'zod';
import type { SeenDrift } from '../model/drift.ts';
import { query } from './operation.ts';

export const diagnosticOperations = {
  /** Where vendors' answers differ from their documents: nothing of it was dropped, and nothing of it is a record's. */
  'diagnostics.drift': query<readonly SeenDrift[]>()({ input: z.strictObject({}) }),
} as const;
