import type { DownloadReport } from '../../shared/contract/files.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { parseRecordId, type RecordId } from '../../shared/model/ids.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import type { StoredFile } from '../../shared/model/stored-file.ts';
import { safeName } from '../files/file-names.ts';
import type { Ask, KeptFile, ReaderCalls } from '../store/worker-calls.ts';
import type { ConnectionService } from './connections.ts';
import { toStoredFile, type FetchOptions, type KeptFiles } from './kept-files.ts';
import { hasReport, type ReportChoice } from './report-choice.ts';
import { downloadReports, type DownloadParts } from './report-download.ts';

/** Reports of completed audits as PDF, kept on this computer once fetched. */
export interface ReportService {
  /** The kept report, or the one fetched now. Throws AppError `not-found` for what has no report. */
  readonly open: (input: ParsedInput<'reports.open'>, options: FetchOptions) => Promise<StoredFile>;
  /** Reports into a folder. A failed one is in the answer; the rest go on. */
  readonly download: (input: ParsedInput<'reports.download'>, options: FetchOptions) => Promise<DownloadReport>;
}

const sourceKeyOf = (vendorId: string, { type, photos }: ReportChoice): string =>
  `report:${type}:${photos ? 'photos' : 'plain'}:${vendorId}`;

interface ReportParts extends Omit<DownloadParts, 'findKept' | 'fetchReport' | 'rowOf'> {
  readonly reader: Ask<ReaderCalls>;
  readonly connections: ConnectionService;
  readonly kept: KeptFiles;
}

/** The reports of one workspace. */
export function createReports(parts: ReportParts): ReportService {
  const { reader, connections, kept } = parts;

  const rowOf = async (id: RecordId): Promise<RecordRow> => (await reader('showRecord', { id })).record;

  /** A report kept before the audit was last completed is of an earlier completion. */
  const isCurrent = (file: KeptFile, row: RecordRow): boolean =>
    row.updatedAt === null || file.savedAt >= row.updatedAt;

  const findKept = async (row: RecordRow, choice: ReportChoice): Promise<KeptFile | undefined> => {
    const vendorId = parseRecordId(row.id)?.vendorId ?? '';
    const file = await kept.find(row.connectionId, sourceKeyOf(vendorId, choice));
    return file !== undefined && isCurrent(file, row) ? file : undefined;
  };

  const fetchReport = async (row: RecordRow, choice: ReportChoice, options: FetchOptions): Promise<KeptFile> => {
    const vendorId = parseRecordId(row.id)?.vendorId ?? '';
    const connection = await connections.open(row.connectionId);
    const call = connection.definition.audits?.pdf(vendorId, choice.type, choice.photos);
    if (call === undefined) throw new AppError('not-found', 'This record has no report.');
    return kept.fetch(
      {
        connection,
        ...call,
        sourceKey: sourceKeyOf(vendorId, choice),
        recordId: row.id,
        name: `${safeName([row.number, row.title].filter(Boolean).join(' '), vendorId)}.pdf`,
        expect: 'pdf',
      },
      options,
    );
  };

  return {
    open: async ({ id, type, photos, again }, options) => {
      const row = await rowOf(id);
      if (!hasReport(row)) throw new AppError('not-found', 'An audit has a report once it is complete.');
      const choice = { type, photos };
      const known = again ? undefined : await findKept(row, choice);
      return toStoredFile(known ?? (await fetchReport(row, choice, options)));
    },
    download: (input, options) => downloadReports({ ...parts, rowOf, findKept, fetchReport }, input, options),
  };
}
