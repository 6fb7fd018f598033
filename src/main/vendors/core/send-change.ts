import { AppError } from '../../../shared/errors/app-error.ts';
import type { CallTools, NamedRow, VendorClientParts } from './call-tools.ts';
import { readDecoded } from './decode-body.ts';
import { readData } from './read-answer.ts';
import type { UploadFile } from './multipart.ts';
import { openUpload, type OpenUpload } from './open-upload.ts';
import type { CallParams } from './operation.ts';
import { sendAndOpen, translate, type Exchange, type OpenAnswer } from './send.ts';
import type { Secret } from './vendor.ts';
import { VendorError } from './vendor-error.ts';
import { blankSecrets } from './vendor-text.ts';

/** What a change may be given besides its parameters. */
export interface ChangeOptions {
  readonly signal?: AbortSignal;
  /** For operations that upload. It is opened once, and closed whatever happens. */
  readonly file?: UploadFile;
  /** Bytes of the file handed to the connection so far; ten times a second and at the end. */
  readonly onProgress?: (bytes: number) => void;
  /**
   * Awaited when everything is checked and ready, before a connection is asked to carry anything: the place to commit
   * that a byte may leave. When it rejects, nothing is sent and its error is thrown.
   */
  readonly beforeFirstByte?: () => Promise<void>;
  /**
   * Takes a new secret that the answer holds; the data given back is without it. An operation that answers with one
   * (`secretsInAnswer`) is refused before anything is sent when there is nobody to take it.
   */
  readonly onSecret?: (secret: Secret) => void;
}

interface ChangeAnswer {
  readonly status: number;
  readonly data: unknown;
}

/** The secret in an answer and the answer without it; null where there is none. */
function takeSecret(field: string, data: unknown): { readonly secret: Secret; readonly rest: unknown } | null {
  if (typeof data !== 'object' || data === null || !Object.hasOwn(data, field)) return null;
  const { [field]: value, ...rest } = data as Readonly<Record<string, unknown>>;
  return typeof value === 'string' && value !== '' ? { secret: { [field]: value }, rest } : null;
}

/** The vendor said yes and was cut off: whether that yes stands, only a look at the vendor can say. */
function uncertain(exchange: Exchange, status: number, thrown: unknown): VendorError {
  const { code, message, vendorCode } = translate(exchange, thrown, { started: true, status });
  const { vendor, operation } = exchange;
  return new VendorError({ code, message, vendor, operation, status, sent: 'unknown', vendorCode, cause: thrown });
}

/**
 * The way of changes; see VendorClient. It goes by undici's `request` alone: fetch holds a body in memory, and repeats
 * a request by itself when it is answered 421.
 */
export function createSendChange(
  parts: VendorClientParts,
  tools: CallTools,
): (operation: string, params: CallParams, options?: ChangeOptions) => Promise<ChangeAnswer> {
  const { definition, clock, random } = parts;
  const { vendor } = definition;

  const findChange = (operation: string, { file, onSecret }: ChangeOptions): NamedRow => {
    const named = tools.find(operation);
    if (named.row.effect === 'read') {
      throw new AppError('not-offered-here', `${vendor}.${operation} changes nothing; it is called, not sent.`);
    }
    if (file && named.row.body.kind !== 'multipart') {
      throw new AppError('bad-input', `file: ${vendor}.${operation} takes none`, { data: { field: 'file' } });
    }
    if (onSecret === undefined && Object.hasOwn(definition.secretsInAnswer ?? {}, operation)) {
      const message = `${vendor}.${operation} answers with a secret, and nobody is there to keep it.`;
      throw new AppError('not-offered-here', message);
    }
    return named;
  };

  const readAnswer = async (
    operation: string,
    exchange: Exchange,
    answer: OpenAnswer,
    secrets: readonly string[],
    onSecret: ChangeOptions['onSecret'],
  ): Promise<ChangeAnswer> => {
    const { status } = answer;
    const encoding = answer.header('content-encoding');
    const bytes = await readDecoded(answer.body, encoding, tools.limits.answerBytes).catch((thrown: unknown) => {
      throw uncertain(exchange, status, thrown);
    });
    const origin = tools.describe(operation, answer);
    const data = readData(definition, origin, bytes, (text) => blankSecrets(text, secrets));
    const field = definition.secretsInAnswer?.[operation];
    const taken = field === undefined ? null : takeSecret(field, data);
    if (taken !== null) onSecret?.(taken.secret);
    const shown = taken === null ? data : taken.rest;
    parts.onData?.(definition, operation, shown);
    return { status, data: shown };
  };

  const tryOnce = (named: NamedRow, params: CallParams, options: ChangeOptions): Promise<ChangeAnswer> => {
    const { operation, row } = named;
    const { signal, file, onProgress, beforeFirstByte, onSecret } = options;
    const prepare = (given?: UploadFile) =>
      tools.prepare(row, params, given && { file: given, boundary: `plumbline-${random.token(18)}` });
    // Refuses what is wrong before a place in the lane is waited for.
    prepare(file);
    return tools.inLane(operation, signal, async () => {
      let upload: OpenUpload | undefined;
      try {
        if (file) upload = await openUpload(file, { clock, ...(onProgress ? { onProgress } : {}) });
        const { exchange, secrets } = await tools.prepareTry(operation, prepare(upload?.file), signal);
        if (signal?.aborted) throw tools.cancelled(operation);
        await beforeFirstByte?.();
        const answer = await sendAndOpen(exchange);
        await tools.refuseFailure(operation, answer, secrets);
        return await readAnswer(operation, exchange, answer, secrets, onSecret);
      } finally {
        await upload?.close();
      }
    });
  };

  return async (operation, params, options = {}) => {
    const named = findChange(operation, options);
    // Where a second path or a renewed secret is tried, nothing has come of the first try: what was committed before its bytes left still holds.
    let isCommitted = false;
    const once: ChangeOptions = {
      ...options,
      beforeFirstByte: async () => {
        if (!isCommitted) await options.beforeFirstByte?.();
        isCommitted = true;
      },
    };
    try {
      return await tools.byEitherPath(named, (one) =>
        tools.renewing(() => tools.noted(one, 1, () => tryOnce(one, params, once))),
      );
    } catch (error) {
      tools.afterFailure(named.row, 1, error);
      throw error;
    }
  };
}
