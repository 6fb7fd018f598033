import { Readable } from 'node:stream';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import { parseContentDisposition } from './content-disposition.ts';
import type { AnswerOrigin } from './parse-answer.ts';
import type { OpenAnswer } from './send.ts';
import type { VendorDefinition } from './vendor.ts';
import { VendorError } from './vendor-error.ts';

/** An envelope that holds an error is short; whatever is longer is a file. */
const MOST_BYTES = 64 * 1024;

/** The first character behind a byte order mark and blanks; empty where there is none yet. */
const firstVisible = (bytes: Uint8Array): string =>
  /^(?:\u00ef\u00bb\u00bf)?\s*(\S?)/.exec(Buffer.from(bytes.subarray(0, 512)).toString('latin1'))?.[1] ?? '';

/** The beginning of a body, and whether that is all of it. */
interface Start {
  readonly head: Buffer;
  readonly isWhole: boolean;
  /** What the body ended with, when it ended badly. */
  readonly failure?: unknown;
}

/** Reads the first piece of a body, or as much as an envelope may have where it begins like one. */
async function readStart(body: Readable): Promise<Start> {
  let head: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of body.iterator({ destroyOnReturn: false })) {
      head = Buffer.concat([head, chunk as Uint8Array]);
      const first = firstVisible(head);
      if (head.length > MOST_BYTES || (first !== '' && first !== '{')) return { head, isWhole: false };
    }
    return { head, isWhole: true };
  } catch (failure) {
    return { head, isWhole: false, failure };
  }
}

/** A body that ends as the one did whose beginning was read. */
async function* brokenOff(head: Buffer, failure: unknown): AsyncGenerator<Buffer> {
  if (head.length > 0) yield head;
  throw failure;
}

/** The same answer with what was read of its body put back. */
function restored(answer: OpenAnswer, { head, failure }: Start): OpenAnswer {
  const { body } = answer;
  if (failure !== undefined) return { ...answer, body: Readable.from(brokenOff(head, failure)) };
  if (body.readableEnded) return { ...answer, body: Readable.from(head.length === 0 ? [] : [head]) };
  body.unshift(head);
  return answer;
}

function parsedOrNull(text: string): unknown {
  try {
    return parseJson(text.replace(/^\ufeff/, ''));
  } catch {
    return null;
  }
}

/**
 * The answer to a call for a file, where it is one: a vendor with an envelope may answer with the envelope in the file's
 * place, whatever content type it names. Throws what `classify` says of the error in it, and VendorError
 * `unexpected-answer` for an envelope without one that is not sent as a file. `blank` takes the connection's secret out.
 */
export async function refuseEnvelope(
  { envelope, classify, vendor }: Pick<VendorDefinition, 'envelope' | 'classify' | 'vendor'>,
  origin: AnswerOrigin,
  answer: OpenAnswer,
  blank: (text: string) => string,
): Promise<OpenAnswer> {
  if (envelope === undefined || Number(answer.header('content-length') ?? 0) > MOST_BYTES) return answer;
  const start = await readStart(answer.body);
  const { head, isWhole } = start;
  const parsed = isWhole && firstVisible(head) === '{' ? parsedOrNull(head.toString()) : null;
  if (parsed === null) return restored(answer, start);
  const { operation, status, contentType } = origin;
  if (envelope.isRefusal(parsed)) {
    throw classify({ operation, status, contentType, text: blank(head.toString()), retryAfterMs: null });
  }
  const isNamedFile = parseContentDisposition(answer.header('content-disposition')) !== null;
  // JSON of its own is a file like any other; so is an envelope that somebody attached.
  if (isNamedFile || envelope.open(parsed) === parsed) return restored(answer, start);
  const message = 'The vendor sent data in place of the file.';
  throw new VendorError({ code: 'unexpected-answer', message, vendor, operation, status, sent: 'yes' });
}
