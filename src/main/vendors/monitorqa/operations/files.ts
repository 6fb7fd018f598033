import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';

export const fileOperations = defineOperations({
  getFile: {
    summary: 'Download a file or photo',
    section: 'Files: Get File',
    method: 'GET',
    path: '/files/{id}',
    pathParams: z.object({ id: z.string() }),
    query: z.object({ withWatermark: z.boolean().optional() }),
    body: { kind: 'none' },
    answer: { kind: 'binary' },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
