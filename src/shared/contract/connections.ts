import { z } from 'zod';
import type { Connection } from '../model/connection.ts';
import { query } from './operation.ts';

export const connectionOperations = {
  'connections.list': query<readonly Connection[]>()({ input: z.strictObject({}) }),
} as const;
