import { z } from 'zod';
import type { MappedPage, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { VendorError } from '../core/vendor-error.ts';
import { listRows } from './list-rows.ts';

/** smartQ's answer to `operation` is not what its document promises, at `place`. */
export const unexpectedAnswer = (operation: string, place: string): VendorError =>
  new VendorError({
    code: 'unexpected-answer',
    message: `smartQ’s answer has another form than documented, at ${place}.`,
    vendor: 'smartq',
    operation,
    status: 200,
    sent: 'yes',
  });

/** Runs a mapping; an answer of another form than expected becomes VendorError `unexpected-answer`. */
export function mapOrRefuse<Result>(operation: string, map: () => Result): Result {
  try {
    return map();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw unexpectedAnswer(operation, error.issues[0]?.path.map(String).join('.') || 'the whole answer');
  }
}

/** The rows of a list's data. Throws VendorError `unexpected-answer` where there is no list. */
export function rowsOf(operation: string, data: unknown): readonly unknown[] {
  const rows = listRows(data);
  if (rows === null) throw unexpectedAnswer(operation, 'the list');
  return rows;
}

/** A page of a list: no total, and no word whether more follows. */
export function pageOf(operation: string, data: unknown, map: (row: unknown) => MappedRecord): MappedPage {
  const rows = rowsOf(operation, data);
  return {
    records: mapOrRefuse(operation, () => rows.map(map)),
    received: rows.length,
    total: null,
    cursor: null,
  };
}

/** The texts that say something, each once, one per line. */
export const joinText = (parts: readonly (string | null)[]): string =>
  [...new Set(parts.filter((part) => part !== null && part !== ''))].join('\n');

/** What smartQ says of none of its records but tickets. */
export const EMPTY_FIELDS = {
  number: null,
  status: null,
  priority: null,
  project: null,
  parent: null,
  dueAt: null,
  dueKind: null,
  dueZone: null,
  createdAt: null,
  updatedAt: null,
  score: null,
  people: [],
  text: '',
} as const satisfies Partial<MappedRecord>;
