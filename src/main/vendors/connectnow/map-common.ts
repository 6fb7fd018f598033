import { z } from 'zod';
import type { MappedPart, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { VendorError } from '../core/vendor-error.ts';

/** ConnectNow's answer to `operation` is not what its document promises, at `place`. */
export const unexpectedAnswer = (operation: string, place: string): VendorError =>
  new VendorError({
    code: 'unexpected-answer',
    message: `ConnectNow’s answer has another form than documented, at ${place}.`,
    vendor: 'connectnow',
    operation,
    status: 200,
    sent: 'yes',
  });

/** Runs a mapping; an answer of another form than the document's becomes VendorError `unexpected-answer`. */
export function mapOrRefuse<Result>(operation: string, map: () => Result): Result {
  try {
    return map();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    throw unexpectedAnswer(operation, error.issues[0]?.path.map(String).join('.') || 'the whole answer');
  }
}

/** What ConnectNow says of none of its records: nothing of it is ever due. */
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

/** The texts that are there, each once, joined. */
export const joinText = (parts: readonly (string | null)[], between = '\n'): string =>
  [...new Set(parts.filter((part) => part !== null))].join(between);

/** What a record read by itself adds to the one that its list made: all that it says. */
export function partOf({
  title,
  status,
  priority,
  project,
  parent,
  createdAt,
  updatedAt,
  text,
}: MappedRecord): MappedPart {
  const said = Object.entries({ title, status, priority, project, parent, createdAt, updatedAt });
  return { record: Object.fromEntries(said.filter(([, value]) => value !== null)), text };
}
