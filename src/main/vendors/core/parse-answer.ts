import type { z } from 'zod';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { VendorError } from './vendor-error.ts';

/** Which answer is being read, for the words of a failure. */
export interface AnswerOrigin {
  readonly vendor: Vendor;
  readonly operation: string;
  readonly status: number;
  readonly contentType: string;
  /** What to say besides when it is a web page; see VendorDefinition. */
  readonly addressHint?: string;
}

const unexpected = ({ vendor, operation, status }: AnswerOrigin, message: string, cause?: unknown): VendorError =>
  new VendorError({ code: 'unexpected-answer', message, vendor, operation, status, sent: 'yes', cause });

function firstVisible(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 512)).toString('latin1');
  return head.replace(/^(\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?[\s\0]*/, '').slice(0, 1);
}

/**
 * True for what a browser would show as a page: by its type, or because it begins with a tag. PHP calls everything HTML
 * that is not called otherwise, JSON too: what begins like that is data.
 */
export function looksLikeWebPage(contentType: string, bytes: Uint8Array): boolean {
  const first = firstVisible(bytes);
  if (first === '<') return true;
  return /^\s*(text\/html|application\/xhtml\+xml)/i.test(contentType) && first !== '{' && first !== '[';
}

/** Throws VendorError `unexpected-answer` when what should be data is a web page: a login form, a proxy's notice. */
export function refuseWebPage(origin: AnswerOrigin, bytes: Uint8Array): void {
  if (bytes.length === 0 || !looksLikeWebPage(origin.contentType, bytes)) return;
  throw unexpected(
    origin,
    'The vendor sent something that looks like a web page instead of data. The address may be that of the web app, ' +
      `or a login page or a proxy of the network answered. ${origin.addressHint ?? ''}`.trimEnd(),
  );
}

/** The encodings to try: JSON is UTF-8 (RFC 8259), unless a byte order mark or, failing that, the header says else. */
function* encodings(origin: AnswerOrigin, bytes: Uint8Array): Generator<string> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) yield 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) yield 'utf-16be';
  yield 'utf-8';
  const named = /charset\s*=\s*"?([\w.:-]+)/i.exec(origin.contentType)?.[1];
  if (named) yield named;
}

function decode(origin: AnswerOrigin, bytes: Uint8Array): string {
  for (const encoding of encodings(origin, bytes)) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not this one: the next, or none.
    }
  }
  throw unexpected(origin, 'The vendor’s answer is not in an encoding that can be read.');
}

/**
 * An answer's JSON as the vendor sent it; null for an empty body, which any answer may have. Throws VendorError
 * `unexpected-answer` for a web page, an unreadable encoding, a text that is not JSON (cut off, or something else), or one
 * nested deeper than MOST_LEVELS.
 * Used where the bytes end up: here for calls, in the cache's writer for a sync.
 */
export function parseJsonAnswer(origin: AnswerOrigin, bytes: Uint8Array): unknown {
  refuseWebPage(origin, bytes);
  const text = bytes.length === 0 ? '' : decode(origin, bytes);
  if (text.trim() === '') return null;
  try {
    return parseJson(text);
  } catch (error) {
    if (error instanceof RangeError) throw unexpected(origin, 'The vendor’s answer is nested too deeply to be read.');
    // The parser's own message quotes the text.
    throw unexpected(origin, 'The vendor’s answer is not valid JSON; it may have been cut off.');
  }
}

/** Throws VendorError `unexpected-answer` that names the first place where `json` is not what the document promises. */
export function checkShape(origin: AnswerOrigin, schema: z.ZodType, json: unknown): void {
  const issue = schema.safeParse(json).error?.issues[0];
  if (!issue) return;
  const place = issue.path.map(String).join('.') || 'the whole answer';
  throw unexpected(origin, `The vendor’s answer has another form than documented, at ${place}.`);
}
