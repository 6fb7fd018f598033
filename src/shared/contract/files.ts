import { z } from 'zod';
import { REPORT_TYPES, type StoredFile } from '../model/stored-file.ts';
import { fileErrors } from './error-groups.ts';
import { connectionIdField, fileIdField, recordFilter, recordIdField } from './fields.ts';
import { command, query } from './operation.ts';

/** The answer of a bulk download. Adds up: asked = saved + failed + skipped. */
export interface DownloadReport {
  readonly asked: number;
  readonly saved: number;
  readonly failed: number;
  readonly skipped: number;
  readonly files: readonly {
    readonly record: string;
    readonly path: string | null;
    readonly bytes: number;
    readonly sha256: string | null;
    readonly error?: { readonly code: string; readonly message: string };
  }[];
}

const fetching = ['not-found', ...fileErrors] as const;

const reportType = z.enum(REPORT_TYPES).default('regular');

export const fileOperations = {
  /** The report of a completed audit as a file on this computer: the kept one, or fetched now. Progress counts bytes. */
  'reports.open': command<StoredFile>()({
    input: z.strictObject({
      id: recordIdField,
      type: reportType,
      photos: z.boolean().default(false),
      /** Fetch again although a copy is kept. */
      again: z.boolean().default(false),
    }),
    errors: fetching,
  }),
  /** Reports of named records or of a filter into a folder, with `manifest.csv`. Progress counts files. */
  'reports.download': command<DownloadReport>()({
    input: z.strictObject({
      records: z.array(recordIdField).optional(),
      filter: recordFilter.optional(),
      type: reportType,
      photos: z.boolean().default(false),
      out: z.string().min(1).max(4000),
      name: z.string().min(1).max(300).default('{number} {title}'),
    }),
    errors: fetching,
    reach: 'local',
  }),
  /** A photo or signature of a record, kept once fetched. */
  'files.open': command<StoredFile>()({
    input: z.strictObject({ connectionId: connectionIdField, vendorFileId: z.string().min(1).max(200) }),
    errors: fetching,
  }),
  'files.show': query<StoredFile>()({ input: z.strictObject({ id: fileIdField }), errors: ['not-found'] }),
} as const;
