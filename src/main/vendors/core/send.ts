import { Readable } from 'node:stream';
import ky from 'ky';
import { request, type Dispatcher } from 'undici';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { readDecoded } from './decode-body.ts';
import { UploadBroken } from './multipart.ts';
import { describeNetworkFailure, rootCause, type RequestProgress } from './network-failure.ts';
import { mayCarryCredentials, type BaseAddress } from './origin.ts';
import type { PreparedRequest } from './prepare-request.ts';
import { BodyTooLarge } from './read-capped.ts';
import { decideRedirect, isRedirect } from './redirect.ts';
import { isVendorError, VendorError } from './vendor-error.ts';
import { watchDispatcher, type Timeouts } from './watched-dispatcher.ts';

/** What one exchange may take: milliseconds until the headers and between two pieces of a body, bytes of an answer. */
export interface Limits extends Timeouts {
  readonly answerBytes: number;
}

export const DEFAULT_LIMITS: Limits = { headersMs: 30_000, bodyIdleMs: 30_000, answerBytes: 32 * 1024 * 1024 };

/** One request on its way. `credentials` are the headers that carry the secret; they go to `base` alone. */
export interface Exchange {
  readonly vendor: Vendor;
  readonly operation: string;
  readonly base: BaseAddress;
  readonly request: PreparedRequest;
  readonly credentials: Readonly<Record<string, string>>;
  readonly dispatcher: Dispatcher;
  readonly limits: Limits;
  /** What to say besides when it is sent elsewhere; see VendorDefinition. */
  readonly addressHint?: string;
  readonly signal?: AbortSignal;
}

/** Headers by lower-case name; of a repeated one, all values joined by a comma. */
export type AnswerHeaders = (name: string) => string | null;

/** An answer read to its end, whatever its status. */
export interface WholeAnswer {
  readonly status: number;
  readonly header: AnswerHeaders;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** An answer whose body is still to be read. A body that ends badly ends with a VendorError. */
export interface OpenAnswer {
  readonly status: number;
  readonly header: AnswerHeaders;
  readonly body: Readable;
}

/** How much of a file's body waits in memory for the disk, in bytes. */
const FILE_BUFFER = 1024 * 1024;

/** One hop of an exchange: an answer and how to take it or leave it. */
interface Hop<Answer> {
  readonly status: number;
  readonly header: AnswerHeaders;
  readonly take: () => Promise<Answer>;
  readonly leave: () => void;
}

const failure = (exchange: Exchange, code: ErrorCode, message: string, progress: RequestProgress): VendorError =>
  new VendorError({
    code,
    message,
    vendor: exchange.vendor,
    operation: exchange.operation,
    status: progress.status,
    sent: progress.status > 0 ? 'yes' : progress.started ? 'unknown' : 'no',
  });

/** What was thrown during an exchange, as the VendorError it means. */
export function translate(exchange: Exchange, thrown: unknown, progress: RequestProgress): VendorError {
  if (isVendorError(thrown)) return thrown;
  if (exchange.signal?.aborted) return failure(exchange, 'cancelled', 'The call was cancelled.', progress);
  const root = rootCause(thrown);
  if (root instanceof BodyTooLarge) return failure(exchange, 'answer-too-large', root.message, progress);
  if (root instanceof UploadBroken) return failure(exchange, 'disk-failed', root.message, progress);
  const { vendor, operation } = exchange;
  const cause = root;
  return new VendorError({
    ...describeNetworkFailure(thrown, progress),
    vendor,
    operation,
    status: progress.status,
    cause,
  });
}

/** Follows redirects as far as they may be followed and takes the answer at their end. */
async function travel<Answer>(
  exchange: Exchange,
  isFile: boolean,
  go: (url: URL, headers: Readonly<Record<string, string>>) => Promise<Hop<Answer>>,
): Promise<Answer> {
  const { request: prepared, base } = exchange;
  let url = prepared.url;
  let withCredentials = true;
  for (let hops = 0; ; hops += 1) {
    const headers = {
      ...prepared.headers,
      'user-agent': 'Plumbline',
      ...(withCredentials && mayCarryCredentials(url, base) ? exchange.credentials : {}),
    };
    const hop = await go(url, headers);
    if (!isRedirect(hop.status)) return hop.take();
    const location = hop.header('location');
    hop.leave();
    const next = decideRedirect({ method: prepared.method, isFile, hops, from: url, location, base });
    if (next.kind === 'refuse') {
      const message = `A redirect was not followed: ${next.why}. ${exchange.addressHint ?? ''}`.trimEnd();
      throw failure(exchange, 'redirect-refused', message, { started: true, status: hop.status });
    }
    url = next.url;
    withCredentials = next.withCredentials;
  }
}

const joined = (value: string | string[] | undefined): string | null =>
  value === undefined ? null : Array.isArray(value) ? value.join(', ') : value;

/** What an answer is taken for: a file as it is and with room to wait for the disk, or data that may come compressed. */
interface Taken {
  readonly isFile: boolean;
  readonly acceptEncoding: string;
}

type Answered = Awaited<ReturnType<typeof request>>;

/**
 * Makes a call for data through ky, which is given undici's `request` in place of a fetch. ky sees the status alone: the
 * body stays a stream of undici's, which a fetch would take twice as long to hand over. It repeats and follows nothing;
 * retry and redirects are decided by pure functions of our own, and an abort ends the request itself.
 */
async function throughKy(url: URL, method: string, go: () => Promise<Answered>): Promise<Answered> {
  let outcome: Promise<Answered> | undefined;
  await ky(url, {
    method,
    redirect: 'manual',
    retry: 0,
    timeout: false,
    throwHttpErrors: false,
    fetch: async () => {
      outcome = go();
      const { statusCode } = await outcome;
      return new Response(null, { status: statusCode });
    },
  }).catch((thrown: unknown) => {
    if (outcome === undefined) throw thrown;
  });
  if (outcome === undefined) throw new TypeError('ky answered without asking.');
  return outcome;
}

/**
 * Sends a request by undici's `request`: its fetch takes twice as long for a small answer, holds a body in memory,
 * and repeats a request by itself when it is answered 421.
 */
function open(exchange: Exchange, { isFile, acceptEncoding }: Taken): Promise<OpenAnswer> {
  const { request: prepared, signal, limits } = exchange;
  const content = prepared.body;
  return travel(exchange, isFile, async (url, headers) => {
    const { dispatcher, progress } = watchDispatcher(exchange.dispatcher, limits, (error, reached) =>
      translate(exchange, error, reached),
    );
    try {
      const isUpload = content !== null && typeof content !== 'string';
      const go = () =>
        request(url, {
          method: prepared.method,
          headers: {
            'accept-encoding': acceptEncoding,
            ...headers,
            ...(isUpload ? { 'content-length': String(content.contentLength) } : {}),
          },
          body: isUpload ? Readable.from(content.chunks(), { objectMode: false }) : content,
          dispatcher,
          ...(isFile ? { highWaterMark: FILE_BUFFER } : {}),
          ...(signal ? { signal } : {}),
        });
      const answer = await (isFile ? go() : throughKy(url, prepared.method, go));
      const header: AnswerHeaders = (name) => joined(answer.headers[name]);
      return {
        status: answer.statusCode,
        header,
        take: () => Promise.resolve({ status: answer.statusCode, header, body: answer.body }),
        leave: () => answer.body.on('error', () => undefined).destroy(),
      };
    } catch (thrown) {
      throw translate(exchange, thrown, progress);
    }
  });
}

/**
 * Sends a request and gives the answer's body as a stream, for files of any size. The caller must read it to its end or
 * destroy it. Throws VendorError until the headers are there; after that the body ends with one.
 */
export const sendAndOpen = (exchange: Exchange): Promise<OpenAnswer> =>
  open(exchange, { isFile: true, acceptEncoding: 'identity' });

/**
 * Sends a read and reads the whole answer, decompressed, at most `limits.answerBytes`. Throws VendorError for
 * anything but a complete HTTP answer; what the answer's status means is for the caller to say.
 */
export async function sendAndRead(exchange: Exchange): Promise<WholeAnswer> {
  const { status, header, body } = await open(exchange, { isFile: false, acceptEncoding: 'gzip, deflate, br' });
  try {
    return { status, header, bytes: await readDecoded(body, header('content-encoding'), exchange.limits.answerBytes) };
  } catch (thrown) {
    throw translate(exchange, thrown, { started: true, status });
  }
}
