import type { Dispatcher } from 'undici';
import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Log } from '../../platform/log.ts';
import type { Random } from '../../platform/random.ts';
import { contentTypeOf, failedText } from './interpreter.ts';
import { createLane } from './lanes.ts';
import type { CallParams, OperationRow } from './operation.ts';
import { parseBaseAddress } from './origin.ts';
import type { AnswerOrigin } from './parse-answer.ts';
import { prepareRequest, type PreparedRequest, type RequestParts } from './prepare-request.ts';
import { parseRateLimitReset, parseRetryAfter } from './retry-after.ts';
import { decideRetry, type RetryDecision } from './retry.ts';
import { DEFAULT_LIMITS, type Exchange, type Limits, type OpenAnswer, type WholeAnswer } from './send.ts';
import type { Secret, VendorDefinition } from './vendor.ts';
import { isVendorError, VendorError } from './vendor-error.ts';
import { blankSecrets } from './vendor-text.ts';

/** What a client of one connection is made of. */
export interface VendorClientParts {
  readonly definition: VendorDefinition;
  readonly connection: { readonly id: string; readonly url: string; readonly allowInsecure?: boolean };
  /** Asked anew for every try, so that a corrected key works at once. */
  readonly secret: () => Promise<Secret>;
  /**
   * Told that the vendor refused a call (401) as made with these values of the secret. Answers whether there is a newer
   * secret to try once more with; left out, there is none. A refused call was not done, so this is so for changes too.
   */
  readonly renew?: (refused: readonly string[]) => Promise<boolean>;
  readonly dispatcher: Dispatcher;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly limits?: Partial<Limits>;
  /** Told the data of every answer that was read here, without a secret that was in it. */
  readonly onData?: (definition: VendorDefinition, operation: string, data: unknown) => void;
}

/** A row with its name. */
export interface NamedRow {
  readonly operation: string;
  readonly row: OperationRow;
}

/** One try: what is sent, and the secret's values, which no error may quote. */
interface Try {
  readonly exchange: Exchange;
  readonly secrets: readonly string[];
}

/** What reads and changes of one connection have in common. */
export interface CallTools {
  readonly limits: Limits;
  /** Throws AppError `unknown-operation`. */
  readonly find: (operation: string) => NamedRow;
  readonly prepare: (row: OperationRow, params: CallParams, upload?: RequestParts['upload']) => PreparedRequest;
  readonly prepareTry: (operation: string, request: PreparedRequest, signal?: AbortSignal) => Promise<Try>;
  /** Runs one try in the lane. `go` gets a way to leave it later; whoever does not take it leaves at the end. */
  readonly inLane: <Answer>(
    operation: string,
    signal: AbortSignal | undefined,
    go: (hold: () => () => void) => Promise<Answer>,
  ) => Promise<Answer>;
  /** Notes in the log how a try went. */
  readonly noted: <Answer extends { readonly status: number }>(
    named: NamedRow,
    attempt: number,
    once: () => Promise<Answer>,
  ) => Promise<Answer>;
  /** What a failure asks for; rests the lane when the vendor asks for fewer requests. Null for no vendor's failure. */
  readonly afterFailure: (row: OperationRow, attempt: number, error: unknown) => RetryDecision | null;
  readonly describe: (operation: string, answer: WholeAnswer | OpenAnswer) => AnswerOrigin;
  /** Reads what a failed answer says and throws it, without anything of the secret that it may quote. */
  readonly refuseFailure: (
    operation: string,
    answer: WholeAnswer | OpenAnswer,
    secrets: readonly string[],
  ) => Promise<void>;
  /** Makes a call by the row's path, and where that is not there by its other one, which is kept to from then on. */
  readonly byEitherPath: <Answer>(named: NamedRow, go: (named: NamedRow) => Promise<Answer>) => Promise<Answer>;
  /** Makes a call, and once more where its secret was refused and a newer one is to be had (`renew`). */
  readonly renewing: <Answer>(once: () => Promise<Answer>) => Promise<Answer>;
  /** For a call that was given up before anything left. */
  readonly cancelled: (operation: string) => VendorError;
}

/** Whether an answer says that there is nothing at this path, or nothing that takes this method: nothing was done. */
const isNotThere = (error: unknown): boolean =>
  isVendorError(error) &&
  (error.code === 'not-at-vendor' || error.status === 405 || error.vendorCode === '404' || error.vendorCode === '405');

const isSuccess = (status: number): boolean => status >= 200 && status < 300;

/** The tools of one connection. Nothing is sent, checked or asked for before they are used. */
export function createCallTools(parts: VendorClientParts): CallTools {
  const { definition, connection, clock, log } = parts;
  const { vendor } = definition;
  const limits: Limits = { ...DEFAULT_LIMITS, ...parts.limits };
  const lane = createLane(definition.lane, clock);
  const { addressHint } = definition;
  const hint = addressHint === undefined ? {} : { addressHint };
  const movedOperations = new Set<string>();
  /** What was refused with a 401, by the error that says so: one of another origin (a refresh that failed) is not here. */
  const refusedWith = new WeakMap<VendorError, readonly string[]>();

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
    ...hint,
  });

  /** How long an answer asks to wait, in milliseconds; null where it does not say. */
  const waitAskedFor = ({ status, header }: WholeAnswer | OpenAnswer): number | null => {
    const asked = parseRetryAfter(header('retry-after'), clock.now());
    return asked === null && status === 429 ? parseRateLimitReset(header('x-ratelimit-reset'), clock.now()) : asked;
  };

  return {
    limits,
    cancelled,
    describe,

    find: (operation) => {
      const row = Object.hasOwn(definition.operations, operation) ? definition.operations[operation] : undefined;
      if (!row) throw new AppError('unknown-operation', `${vendor} has no operation ${operation}.`);
      return { operation, row };
    },

    prepare: (row, params, upload) => {
      const { href: baseUrl } = parseBaseAddress(connection.url, connection.allowInsecure);
      const { queryBooleans } = definition;
      return prepareRequest({
        row,
        baseUrl,
        params,
        ...(queryBooleans ? { queryBooleans } : {}),
        ...(upload ? { upload } : {}),
      });
    },

    prepareTry: async (operation, request, signal) => {
      const secret = await parts.secret();
      const exchange: Exchange = {
        vendor,
        operation,
        base: parseBaseAddress(connection.url, connection.allowInsecure),
        request,
        credentials: definition.authorize(secret),
        dispatcher: parts.dispatcher,
        limits,
        ...hint,
        ...(signal ? { signal } : {}),
      };
      const credentials = Object.values(exchange.credentials);
      // What follows a scheme (`Bearer`) may be quoted alone.
      const bare = credentials.map((value) => value.split(' ').at(-1) ?? value);
      return { exchange, secrets: [...Object.values(secret), ...credentials, ...bare] };
    },

    inLane: async (operation, signal, go) => {
      const leave = await lane.enter(signal).catch(() => Promise.reject(cancelled(operation)));
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
    },

    noted: async ({ operation, row }, attempt, once) => {
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
        throw error;
      }
    },

    afterFailure: ({ effect }, attempt, error) => {
      if (!isVendorError(error)) return null;
      const { code, status, sent, retryAfterMs } = error;
      const random = parts.random.number();
      const decision = decideRetry({ effect, code, status, sent, retryAfterMs, attempt, random });
      if (code === 'too-many-requests' && 'afterMs' in decision) lane.pause(decision.afterMs);
      return decision;
    },

    byEitherPath: async (named, go) => {
      const { operation, row } = named;
      if (row.otherPath === undefined) return go(named);
      const other = { operation, row: { ...row, path: row.otherPath } };
      if (movedOperations.has(operation)) return go(other);
      try {
        return await go(named);
      } catch (error) {
        if (!isNotThere(error)) throw error;
        const answer = await go(other);
        movedOperations.add(operation);
        return answer;
      }
    },

    renewing: async (once) => {
      try {
        return await once();
      } catch (error) {
        const refused = isVendorError(error) ? refusedWith.get(error) : undefined;
        if (refused === undefined || !(await parts.renew?.(refused))) throw error;
        return once();
      }
    },

    refuseFailure: async (operation, answer, secrets) => {
      if (isSuccess(answer.status)) return;
      const text = blankSecrets(await failedText(answer), secrets);
      const retryAfterMs = waitAskedFor(answer);
      const { status, contentType } = describe(operation, answer);
      const withoutSecret = secrets.every((secret) => secret === '');
      const error = definition.classify({ operation, status, contentType, text, retryAfterMs, withoutSecret });
      // A vendor may answer 401 for other reasons; its classifier knows.
      if (status === 401 && error.code === 'key-rejected') refusedWith.set(error, secrets);
      throw error;
    },
  };
}
