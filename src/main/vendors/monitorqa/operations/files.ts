import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { idPath } from './given-fields.ts';

export const fileOperations = defineOperations({
  getFile: {
    summary: 'Download a file or photo',
    section: 'Files: Get File',
    method: 'GET',
    path: '/files/{id}',
    pathParams: idPath,
    query: z.object({ withWatermark: z.boolean().optional().describe('Images only, where the template allows it') }),
    body: { kind: 'none' },
    answer: { kind: 'binary' },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
