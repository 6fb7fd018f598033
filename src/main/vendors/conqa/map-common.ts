import { z } from 'zod';
import type { MappedRecord } from '../../../shared/model/mapped-record.ts';
import { VendorError } from '../core/vendor-error.ts';

/** Runs a mapping; an answer of another form than the document's becomes VendorError `unexpected-answer`. */
export function mapOrRefuse<Result>(operation: string, map: () => Result): Result {
  try {
    return map();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const place = error.issues[0]?.path.map(String).join('.') || 'the whole answer';
    throw new VendorError({
      code: 'unexpected-answer',
      message: `CONQA’s answer has another form than documented, at ${place}.`,
      vendor: 'conqa',
      operation,
      status: 200,
      sent: 'yes',
    });
  }
}

/** The texts that are there, each once, one per line. */
export const joinText = (parts: readonly (string | null)[]): string =>
  [...new Set(parts.filter((part) => part !== null))].join('\n');

/** What CONQA says of none of its records. */
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
