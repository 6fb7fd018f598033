import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RecordFilter } from '../../shared/contract/fields.ts';
import type { DownloadReport } from '../../shared/contract/files.ts';
import type { ParsedInput } from '../../shared/contract/index.ts';
import { AppError, hasCode, isAppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import { toRows } from '../../shared/lib/columns.ts';
import { parseRecordId, type ConnectionId, type RecordId } from '../../shared/model/ids.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import { claimName, fileNameFor } from '../files/file-names.ts';
import { makeRoom } from '../files/folders.ts';
import { writeManifest, type ManifestRow } from '../files/manifest.ts';
import { saveStream } from '../files/save-stream.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Ask, KeptFile, ReaderCalls } from '../store/worker-calls.ts';
import { isConnectionFailure } from '../sync/connection-failure.ts';
import type { ConnectionService } from './connections.ts';
import type { FetchOptions, KeptFiles } from './kept-files.ts';
import { hasReport, type ReportChoice } from './report-choice.ts';

/** Reports fetched side by side; the lane of each connection holds them to its vendor's pace. */
const AT_ONCE = 4;
const PAGE = 1000;

export interface DownloadParts {
  readonly reader: Ask<ReaderCalls>;
  readonly connections: ConnectionService;
  readonly kept: KeptFiles;
  readonly clock: Clock;
  readonly rowOf: (id: RecordId) => Promise<RecordRow>;
  readonly findKept: (row: RecordRow, choice: ReportChoice) => Promise<KeptFile | undefined>;
  readonly fetchReport: (row: RecordRow, choice: ReportChoice, options: FetchOptions) => Promise<KeptFile>;
}

type Outcome = 'saved' | 'failed' | 'skipped';
type Entry = DownloadReport['files'][number] & { readonly outcome: Outcome; readonly row: RecordRow | null };

const fieldsOf = (row: RecordRow) => ({
  number: row.number,
  title: row.title,
  project: row.project,
  site: row.project,
  // The day of completion where there is one; days are those of UTC until a site's zone is known.
  date: (row.updatedAt ?? row.dueAt)?.slice(0, 10) ?? null,
  id: parseRecordId(row.id)?.vendorId ?? row.id,
  vendor: row.vendor,
});

const exists = async (path: string): Promise<boolean> => {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
};

async function sha256Of(path: string): Promise<string | null> {
  try {
    const hash = createHash('sha256');
    await pipeline(createReadStream(path), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}

/** Every row of a filter, page by page. */
async function rowsOf(parts: DownloadParts, filter: RecordFilter): Promise<readonly RecordRow[]> {
  const rows: RecordRow[] = [];
  let after: string | undefined;
  do {
    const page = await parts.reader('listRecords', {
      filter,
      now: isoNow(parts.clock),
      sort: 'due',
      direction: 'ascending',
      limit: PAGE,
      after,
    });
    rows.push(...toRows<RecordRow>(page.rows));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

const failed = (record: string, row: RecordRow | null, thrown: unknown): Entry => {
  const { code, message } = toWire(thrown);
  return { record, row, outcome: 'failed', path: null, bytes: 0, sha256: null, error: { code, message } };
};

const skipped = (row: RecordRow, kept: { path: string; bytes: number; sha256: string } | null, why: string): Entry => ({
  record: row.id,
  row,
  outcome: 'skipped',
  path: kept?.path ?? null,
  bytes: kept?.bytes ?? 0,
  sha256: kept?.sha256 ?? null,
  ...(kept === null ? { error: { code: 'not-found', message: why } } : {}),
});

/**
 * Saves reports into a folder and writes `manifest.csv` beside them, also when it is cancelled on the way. Names are
 * given out in the order of the records before anything is fetched, so that two runs give the same names. A report
 * that already lies there, byte for byte, is skipped: a run that was cut off is simply started again.
 */
export async function downloadReports(
  parts: DownloadParts,
  input: ParsedInput<'reports.download'>,
  options: FetchOptions,
): Promise<DownloadReport> {
  const { clock, kept } = parts;
  const { out, name, type, photos } = input;
  const choice = { type, photos };
  const taken = new Set<string>();
  const entries: (Entry | undefined)[] = [];
  const work: { readonly index: number; readonly row: RecordRow; readonly path: string }[] = [];
  /** Connections that failed as a whole: their other reports are not tried in vain. */
  const down = new Map<ConnectionId, AppError>();

  const plan = async (row: RecordRow, index: number): Promise<void> => {
    if (!hasReport(row)) {
      entries[index] = skipped(row, null, 'An audit has a report once it is complete.');
      return;
    }
    const wanted = fileNameFor(name, fieldsOf(row), '.pdf');
    const known = await parts.findKept(row, choice);
    if (known !== undefined && !taken.has(wanted) && (await sha256Of(join(out, wanted))) === known.sha256) {
      await claimName(wanted, taken, () => Promise.resolve(false));
      entries[index] = skipped(row, { path: join(out, wanted), bytes: known.bytes, sha256: known.sha256 }, '');
      return;
    }
    work.push({ index, row, path: await claimName(wanted, taken, (path) => exists(join(out, path))) });
  };

  const save = async (row: RecordRow, path: string): Promise<Entry> => {
    const cause = down.get(row.connectionId);
    try {
      const known = await parts.findKept(row, choice);
      if (known === undefined && cause !== undefined) throw cause;
      const file = known ?? (await parts.fetchReport(row, choice, { signal: options.signal }));
      const target = await makeRoom(out, path);
      const saved = await saveStream({
        body: createReadStream(kept.pathOf(file)),
        expectedBytes: file.bytes,
        expect: 'pdf',
        target,
        clock,
        signal: options.signal,
      });
      return { record: row.id, row, outcome: 'saved', path: target, bytes: saved.bytes, sha256: saved.sha256 };
    } catch (thrown) {
      if (isAppError(thrown) && isConnectionFailure(thrown)) down.set(row.connectionId, thrown);
      return failed(row.id, row, thrown);
    }
  };

  let asked = 0;
  for (const id of input.records ?? []) {
    const index = asked;
    asked += 1;
    try {
      await plan(await parts.rowOf(id), index);
    } catch (thrown) {
      if (hasCode(thrown, 'bad-input')) throw thrown;
      entries[index] = failed(id, null, thrown);
    }
  }
  if (input.filter !== undefined) {
    for (const row of await rowsOf(parts, input.filter)) {
      await plan(row, asked);
      asked += 1;
    }
  }
  await makeRoom(out, 'manifest.csv');

  let done = asked - work.length;
  const queue = [...work];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      entries[next.index] = options.signal.aborted
        ? failed(next.row.id, next.row, new AppError('cancelled', 'The download was cancelled.'))
        : await save(next.row, next.path);
      done += 1;
      options.progress?.({ done, total: asked, unit: 'files', ...(next.row.number ? { item: next.row.number } : {}) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));

  const files = entries.flatMap((entry) => (entry === undefined ? [] : [entry]));
  await writeManifest(out, await manifestOf(parts, files, out), clock);
  const count = (outcome: Outcome): number => files.filter((entry) => entry.outcome === outcome).length;
  return {
    asked,
    saved: count('saved'),
    failed: count('failed'),
    skipped: count('skipped'),
    files: files.map(({ outcome: _outcome, row: _row, ...file }) => file),
  };
}

async function manifestOf(parts: DownloadParts, files: readonly Entry[], out: string): Promise<readonly ManifestRow[]> {
  const hosts = new Map((await parts.connections.list()).map(({ id, url }) => [id, new URL(url).host]));
  const time = isoNow(parts.clock);
  return files.map(({ record, row, path, bytes, sha256, outcome, error }) => ({
    record,
    number: row?.number ?? null,
    title: row?.title ?? '',
    path: path === null ? null : relative(out, path).split(sep).join('/'),
    host: row === null ? '' : (hosts.get(row.connectionId) ?? ''),
    bytes,
    sha256,
    time,
    result: error?.code ?? outcome,
  }));
}
