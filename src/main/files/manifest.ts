import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Clock } from '../platform/clock.ts';
import { saveStream } from './save-stream.ts';

/** One file that was asked for. `time` is ISO 8601 in UTC; `result` is `saved`, `skipped` or an error code. */
export interface ManifestRow {
  readonly record: string;
  readonly number: string | null;
  readonly title: string;
  /** Below the folder of the manifest; null when nothing was saved. */
  readonly path: string | null;
  /** The host the file came from, never the whole address. */
  readonly host: string;
  readonly bytes: number;
  readonly sha256: string | null;
  readonly time: string;
  readonly result: string;
}

const COLUMNS = ['record', 'number', 'title', 'path', 'host', 'bytes', 'sha256', 'time', 'result'] as const;

/** A spreadsheet would run what begins so (also full-width, also after a quote or blanks) as a formula. */
const FORMULA = /^["'\s\0]*[=+\-@\t\r\0＝＋－＠]/;

/** One cell by RFC 4180; a text that would be a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  if (typeof value === 'number') return String(value);
  const text = value ?? '';
  const tame = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** The manifest's text: a head line, then a line per row, CRLF after each (RFC 4180). */
export const manifestCsv = (rows: readonly ManifestRow[]): string =>
  [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column]))]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');

/**
 * Writes `manifest.csv` (UTF-8) into `folder`, in place of an earlier one, whole or not at all. Answers with its path.
 * Throws AppError as saveStream does.
 */
export async function writeManifest(folder: string, rows: readonly ManifestRow[], clock: Clock): Promise<string> {
  const target = join(folder, 'manifest.csv');
  const text = Buffer.from(manifestCsv(rows));
  await saveStream({
    body: Readable.from([text], { objectMode: false }),
    expectedBytes: text.length,
    expect: 'any',
    target,
    replace: true,
    clock,
  });
  return target;
}
