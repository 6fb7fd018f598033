import { Buffer } from 'node:buffer';
import { AppError } from '../../shared/errors/app-error.ts';

/**
 * Where a list goes on: behind a row, by what it is ordered by. Rows that arrive or leave meanwhile shift nothing.
 * `order` is the list's order, so that a cursor of another is refused; `key` is null among the rows that have no value
 * to be ordered by; `second` is what rows of one key are ordered by, where there is such; `hits` counts the exact numbers
 * shown before the list proper.
 */
export interface Cursor {
  readonly order: string;
  readonly key: string | number | null;
  readonly second: string | number | null;
  readonly rid: number;
  readonly hits: number;
}

/** The cursor as an opaque text. */
export const encodeCursor = ({ order, key, second, rid, hits }: Cursor): string =>
  Buffer.from(JSON.stringify([order, key, rid, hits, ...(second === null ? [] : [second])])).toString('base64url');

function parse(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

const isKey = (value: unknown): value is Cursor['key'] =>
  value === null || typeof value === 'string' || Number.isSafeInteger(value);

/** The cursor a text stands for. Throws AppError `bad-input` when it is none of a list in this order. */
export function decodeCursor(text: string, order: string): Cursor {
  const [of, key, rid, hits, second = null] = parse(text);
  if (of !== order || !isKey(key) || !isKey(second) || !Number.isSafeInteger(rid) || !Number.isSafeInteger(hits)) {
    throw new AppError('bad-input', 'This is not a place in this list.', { data: { field: 'after' } });
  }
  return { order, key, second, rid: rid as number, hits: hits as number };
}
