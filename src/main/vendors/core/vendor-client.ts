import { AppError } from '../../../shared/errors/app-error.ts';
import { createCallTools, type NamedRow, type VendorClientParts } from './call-tools.ts';
import { explainRefusals } from './explain-refusal.ts';
import { refuseEnvelope } from './file-envelope.ts';
import { answersFile, readBytes, readFile, type FileAnswer } from './interpreter.ts';
import type { CallParams, OperationRow } from './operation.ts';
import type { AnswerOrigin } from './parse-answer.ts';
import { openAnswer, readData } from './read-answer.ts';
import { createSendChange, type ChangeOptions } from './send-change.ts';
import { sendAndOpen, sendAndRead, type WholeAnswer } from './send.ts';
import { blankSecrets } from './vendor-text.ts';

/** What a call may be given besides its parameters. */
interface CallOptions {
  readonly signal?: AbortSignal;
}

/**
 * One connection's way to its vendor, by the names of the vendor's table. Every method throws VendorError, or AppError
 * `unknown-operation`, `bad-input` (names the field), `not-offered-here` (a change asked of the methods that read, or
 * the other way round), `insecure-address`, and what the secret's keeper throws. Reads that fail in passing are
 * repeated here, up to four tries in all; calls of one connection share its lane.
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
  /**
   * Makes one change: one try, never repeated here. The outbox alone calls this. A VendorError says in `sent` what is
   * known: `no` (nothing left this computer), `unknown` (it may have been done), `yes` (the vendor answered; whether
   * its answer is a refusal is for decideRetry to say). Also throws what `beforeFirstByte` throws, with nothing sent,
   * and AppError `disk-failed` for a file that cannot be read any more, likewise.
   */
  readonly send: (
    operation: string,
    params: CallParams,
    options?: ChangeOptions,
  ) => Promise<{ readonly status: number; readonly data: unknown }>;
}

/** Takes the connection's secret out of a text. */
type Blank = (text: string) => string;

/** The client of one connection. Nothing is sent, checked or asked for before the first call. */
export function createVendorClient(parts: VendorClientParts): VendorClient {
  const { definition, clock } = parts;
  const { vendor } = definition;
  const tools = createCallTools(parts);

  const findRead = (operation: string): NamedRow => {
    const named = tools.find(operation);
    if (named.row.effect === 'read') return named;
    throw new AppError('not-offered-here', `${vendor}.${operation} changes something; changes go by the outbox.`);
  };

  /** Repeats a read as decideRetry says, and notes each try in the log. */
  const tryRead = async <Answer>(
    named: NamedRow,
    { signal }: CallOptions,
    once: () => Promise<Answer & { readonly status: number }>,
  ): Promise<Answer> => {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await tools.renewing(() => tools.noted(named, attempt, once));
      } catch (error) {
        const decision = tools.afterFailure(named.row, attempt, error);
        if (decision?.kind !== 'again') throw error;
        await clock.wait(decision.afterMs, signal).catch(() => Promise.reject(tools.cancelled(named.operation)));
      }
    }
  };

  const readWhole = async <Answer>(
    operation: string,
    params: CallParams,
    options: CallOptions,
    finish: (row: OperationRow, origin: AnswerOrigin, answer: WholeAnswer, blank: Blank) => Answer,
  ): Promise<Answer & { readonly status: number }> => {
    const found = findRead(operation);
    if (answersFile(found.row)) {
      const message = `${vendor}.${operation} answers with a file; say where to put it.`;
      throw new AppError('bad-input', message, { data: { field: 'out' } });
    }
    return tools.byEitherPath(found, (named) => {
      const request = tools.prepare(named.row, params);
      return tryRead(named, options, () =>
        tools.inLane(operation, options.signal, async () => {
          const { exchange, secrets } = await tools.prepareTry(operation, request, options.signal);
          const answer = await sendAndRead(exchange);
          await tools.refuseFailure(operation, answer, secrets);
          const blank: Blank = (text) => blankSecrets(text, secrets);
          return { ...finish(named.row, tools.describe(operation, answer), answer, blank), status: answer.status };
        }),
      );
    });
  };

  const call: VendorClient['call'] = (operation, params, options = {}) =>
    readWhole(operation, params, options, (_row, origin, { bytes }, blank) => {
      const data = readData(definition, origin, bytes, blank);
      parts.onData?.(definition, operation, data);
      return { data };
    });

  return {
    call,

    bytes: (operation, params, options = {}) =>
      readWhole(operation, params, options, (row, origin, { bytes }, blank) => {
        // A refusal in an envelope must be known here, where a call is repeated, its lane rests and a key counts as
        // refused. XML is left to the cache's writer: a long list of it takes too long to read on this thread.
        if (row.answer.kind === 'json' && definition.envelope !== undefined) {
          openAnswer(definition, origin, bytes, blank);
        }
        return { contentType: origin.contentType, bytes: readBytes(row, origin, bytes) };
      }),

    stream: async (operation, params, options = {}) => {
      const named = findRead(operation);
      if (!answersFile(named.row)) {
        throw new AppError('bad-input', `${vendor}.${operation} answers with data, not with a file.`);
      }
      const request = tools.prepare(named.row, params);
      return tryRead(named, options, () =>
        tools.inLane(operation, options.signal, async (hold) => {
          const { exchange, secrets } = await tools.prepareTry(operation, request, options.signal);
          const answer = await sendAndOpen(exchange);
          await tools.refuseFailure(operation, answer, secrets);
          const origin = tools.describe(operation, answer);
          const blank: Blank = (text) => blankSecrets(text, secrets);
          const file = readFile(named.row, origin, await refuseEnvelope(definition, origin, answer, blank));
          file.body.once('close', hold());
          return file;
        }),
      );
    },

    send: explainRefusals(definition.explain ?? {}, createSendChange(parts, tools), call),
  };
}
