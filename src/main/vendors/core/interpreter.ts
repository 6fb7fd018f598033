import type { Readable } from 'node:stream';
import { parseContentDisposition } from './content-disposition.ts';
import type { OperationRow } from './operation.ts';
import { looksLikeWebPage, refuseWebPage, type AnswerOrigin } from './parse-answer.ts';
import { readHead } from './read-capped.ts';
import type { AnswerHeaders, OpenAnswer, WholeAnswer } from './send.ts';
import { VendorError } from './vendor-error.ts';

/** A file on its way. `contentLength` in bytes and `fileName` as the vendor says, null where it does not. */
export interface FileAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly contentLength: number | null;
  readonly fileName: string | null;
  /** To be read to its end or destroyed. Ends with a VendorError when it ends badly. */
  readonly body: Readable;
}

/** The content type of an answer, empty where none is named. */
export const contentTypeOf = (header: AnswerHeaders): string => header('content-type') ?? '';

/** True when the row's answer is a file rather than data. */
export const answersFile = (row: OperationRow): boolean => row.answer.kind === 'pdf' || row.answer.kind === 'binary';

/** The bytes of a successful answer after the checks that need no parsing: not a web page in place of data. */
export function readBytes(row: OperationRow, origin: AnswerOrigin, bytes: Uint8Array<ArrayBuffer>): ArrayBuffer {
  if (row.answer.kind !== 'xml') refuseWebPage(origin, bytes);
  return bytes.buffer;
}

function lengthOf(header: AnswerHeaders): number | null {
  const text = header('content-length');
  return text !== null && /^\d+$/.test(text) ? Number(text) : null;
}

/**
 * The file of a successful answer. Throws VendorError `unexpected-answer` when it is a web page by its type, or comes
 * compressed although it was asked for as it is: its length could not be checked.
 */
export function readFile(row: OperationRow, origin: AnswerOrigin, answer: OpenAnswer): FileAnswer {
  const encoding = answer.header('content-encoding') ?? 'identity';
  const isPage = looksLikeWebPage(origin.contentType, new Uint8Array());
  if (isPage || encoding !== 'identity') {
    answer.body.on('error', () => undefined).destroy();
    const { vendor, operation, status } = origin;
    const message = isPage
      ? 'The vendor sent something that looks like a web page instead of the file.'
      : 'The vendor sent the file compressed, although it was asked for as it is.';
    throw new VendorError({ code: 'unexpected-answer', message, vendor, operation, status, sent: 'yes' });
  }
  return {
    status: answer.status,
    contentType: origin.contentType || (row.answer.kind === 'pdf' ? 'application/pdf' : 'application/octet-stream'),
    contentLength: lengthOf(answer.header),
    fileName: parseContentDisposition(answer.header('content-disposition')),
    body: answer.body,
  };
}

/** How much of a failed answer is kept to find out what it says. */
const FAILED_TEXT = 64 * 1024;

/** The first 64 KiB of a failed answer as text; it is read in no other way. */
export async function failedText(answer: WholeAnswer | OpenAnswer): Promise<string> {
  const bytes = 'bytes' in answer ? answer.bytes.subarray(0, FAILED_TEXT) : await readHead(answer.body, FAILED_TEXT);
  return new TextDecoder().decode(bytes);
}
