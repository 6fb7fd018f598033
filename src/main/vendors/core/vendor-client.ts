import type { Dispatcher } from 'undici';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Random } from '../../platform/random.ts';
import {
  answersFile,
  contentTypeOf,
  failedText,
  readBytes,
  readData,
  readFile,
  type FileAnswer,
} from './interpreter.ts';
import { createLane } from './lanes.ts';
import type { CallParams, OperationRow } from './operation.ts';
import { parseBaseAddress } from './origin.ts';
import type { AnswerOrigin } from './parse-answer.ts';
import { prepareRequest, type PreparedRequest } from './prepare-request.ts';
import { parseRetryAfter } from './retry-after.ts';
import { decideRetry } from './retry.ts';
import {
  DEFAULT_LIMITS,
  sendAndOpen,
  sendAndRead,
  type Exchange,
  type Limits,
  type OpenAnswer,
  type WholeAnswer,
} from './send.ts';
import type { Secret, VendorDefinition } from './vendor.ts';
import { isVendorError, VendorError } from './vendor-error.ts';
import { blankSecrets } from './vendor-text.ts';

/** What a call may be given besides its parameters. */
interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * One connection's way to its vendor: reads by the names of the vendor's table. Every method throws VendorError, or
 * AppError `unknown-operation`, `bad-input` (names the field), `not-offered-here` (a write: those go by the outbox),
 * `insecure-address`, and what the secret's keeper throws. Reads that fail in passing are repeated here, up to four
 * tries in all; calls of one connection share its lane.
 */
export interface VendorClient {
  /** The answer's data as the vendor sent it, parsed and checked; null for an empty answer. */
  readonly call: (
    operation: string,
    params: CallParams,
    options?: CallOptions,
  ) => Promise<{ readonly status: number; readonly data: unknown }>;
  /** A JSON answer unparsed, in a buffer of its own that may be transferred; see parseJsonAnswer. */
  readonly bytes: (
    operation: string,
    params: CallParams,
    options?: CallOptions,
  ) => Promise<{ readonly status: number; readonly contentType: string; readonly bytes: ArrayBuffer }>;
  /** A file. Its place in the lane is held until the body has ended or was destroyed. */
  readonly stream: (operation: string, params: CallParams, options?: CallOptions) => Promise<FileAnswer>;
}

export interface VendorClientParts {
  readonly definition: VendorDefinition;
  readonly connection: { readonly id: string; readonly url: string; readonly allowInsecure?: boolean };
  /** Asked anew for every try, so that a corrected key works at once. */
  readonly secret: () => Promise<Secret>;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
}

/** One try: what is sent, and the secret's values, which no error may quote. */
interface Try {
  readonly exchange: Exchange;
  readonly secrets: readonly string[];
}

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** The client of one connection. Nothing is sent, checked or asked for before the first call. */
export function createVendorClient(parts: VendorClientParts): VendorClient {
  const { definition, connection, clock, log } = parts;
  const { vendor } = definition;
  const limits: Limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const lane = createLane(definition.lane, clock);

  const findRead = (operation: string): OperationRow => {
    const row = Object.hasOwn(definition.operations, operation) ? definition.operations[operation] : undefined;
    if (!row) throw new AppError('unknown-operation', `${vendor} has no operation ${operation}.`);
    if (row.effect === 'read') return row;
    throw new AppError('not-offered-here', `${vendor}.${operation} changes something; changes go by the outbox.`);
  };

  const cancelled = (operation: string): VendorError =>
    new VendorError({
      code: 'cancelled',
      message: 'The call was cancelled.',
      vendor,
      operation,
      status: 0,
      sent: 'no',
    });

  const describe = (operation: string, answer: WholeAnswer | OpenAnswer): AnswerOrigin => ({
    vendor,
    operation,
    status: answer.status,
    contentType: contentTypeOf(answer.header),
  });

  /** Reads what a failed answer says and throws it, without anything of the secret that it may quote. */
  const refuseFailure = async (operation: string, answer: WholeAnswer | OpenAnswer, secrets: readonly string[]) => {
    if (isSuccess(answer.status)) return;
    const text = blankSecrets(await failedText(answer), secrets);
    const retryAfterMs = parseRetryAfter(answer.header('retry-after'), clock.now());
    const { status, contentType } = describe(operation, answer);
    throw definition.classify({ operation, status, contentType, text, retryAfterMs });
  };

  const prepareTry = async (operation: string, request: PreparedRequest, options: CallOptions): Promise<Try> => {
    const secret = await parts.secret();
    const exchange: Exchange = {
      vendor,
      operation,
      base: parseBaseAddress(connection.url, connection.allowInsecure),
      request,
      credentials: definition.authorize(secret),
      dispatcher: parts.dispatcher,
      limits,
      ...(options.signal ? { signal: options.signal } : {}),
    };
    return { exchange, secrets: [...Object.values(secret), ...Object.values(exchange.credentials)] };
  };

  /** Runs one try in the lane. `go` gets a way to leave it later; whoever does not take it leaves at the end. */
  const inLane = async <Answer>(
    operation: string,
    options: CallOptions,
    go: (hold: () => () => void) => Promise<Answer>,
  ): Promise<Answer> => {
    const leave = await lane.enter(options.signal).catch(() => Promise.reject(cancelled(operation)));
    let isHeld = false;
    const hold = (): (() => void) => {
      isHeld = true;
      return leave;
    };
    try {
      return await go(hold);
    } catch (error) {
      isHeld = false;
      throw error;
    } finally {
      if (!isHeld) leave();
    }
  };

  /** Repeats a read as decideRetry says, and notes each try in the log. */
  const tryRead = async <Answer>(
    operation: string,
    row: OperationRow,
    options: CallOptions,
    once: () => Promise<Answer & { readonly status: number }>,
  ): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      const started = clock.now();
      const facts = { vendor, operation, connection: connection.id, method: row.method, path: row.path, attempt };
      try {
        const answer = await once();
        log.info('vendor-call', { ...facts, status: answer.status, ms: clock.now() - started });
        return answer;
      } catch (error) {
        log.warn('vendor-call-failed', {
          ...facts,
          code: isAppError(error) ? error.code : 'internal',
          status: isVendorError(error) ? error.status : 0,
          ms: clock.now() - started,
        });
        if (!isVendorError(error)) throw error;
        const { code, status, sent, retryAfterMs } = error;
        const random = parts.random.number();
        const decision = decideRetry({ effect: row.effect, code, status, sent, retryAfterMs, attempt, random });
        if (code === 'too-many-requests' && 'afterMs' in decision) lane.pause(decision.afterMs);
        if (decision.kind !== 'again') throw error;
        await clock.wait(decision.afterMs, options.signal).catch(() => Promise.reject(cancelled(operation)));
      }
    }
  };

  const prepare = (row: OperationRow, params: CallParams): PreparedRequest => {
    const { href: baseUrl } = parseBaseAddress(connection.url, connection.allowInsecure);
    const { queryBooleans } = definition;
    return prepareRequest({ row, baseUrl, params, ...(queryBooleans ? { queryBooleans } : {}) });
  };

  const readWhole = async <Answer>(
    operation: string,
    params: CallParams,
    options: CallOptions,
    finish: (row: OperationRow, origin: AnswerOrigin, answer: WholeAnswer) => Answer,
  ): Promise<Answer & { readonly status: number }> => {
    const row = findRead(operation);
    if (answersFile(row)) {
      const message = `${vendor}.${operation} answers with a file; say where to put it.`;
      throw new AppError('bad-input', message, { data: { field: 'out' } });
    }
    const request = prepare(row, params);
    return tryRead(operation, row, options, () =>
      inLane(operation, options, async () => {
        const { exchange, secrets } = await prepareTry(operation, request, options);
        const answer = await sendAndRead(exchange);
        await refuseFailure(operation, answer, secrets);
        return { ...finish(row, describe(operation, answer), answer), status: answer.status };
      }),
    );
  };

  return {
    call: (operation, params, options = {}) =>
      readWhole(operation, params, options, (row, origin, { bytes }) => ({ data: readData(row, origin, bytes) })),

    bytes: (operation, params, options = {}) =>
      readWhole(operation, params, options, (_row, origin, { bytes }) => ({
        contentType: origin.contentType,
        bytes: readBytes(origin, bytes),
      })),

    stream: async (operation, params, options = {}) => {
      const row = findRead(operation);
      if (!answersFile(row)) {
        throw new AppError('bad-input', `${vendor}.${operation} answers with data, not with a file.`);
      }
      const request = prepare(row, params);
      return tryRead(operation, row, options, () =>
        inLane(operation, options, async (hold) => {
          const { exchange, secrets } = await prepareTry(operation, request, options);
          const answer = await sendAndOpen(exchange);
          await refuseFailure(operation, answer, secrets);
          const file = readFile(row, describe(operation, answer), answer);
          file.body.once('close', hold());
          return file;
        }),
      );
    },
  };
}
