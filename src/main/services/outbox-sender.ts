import { join } from 'node:path';
import type { Progress } from '../../shared/contract/operation.ts';
import { AppError, isAppError, type ErrorData } from '../../shared/errors/app-error.ts';
import { fromWire, toWire } from '../../shared/errors/wire.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { OutboxDetail, OutboxError, OutboxId, OutboxRow } from '../../shared/model/outbox.ts';
import type { CredentialStore } from '../credentials/credential-store.ts';
import { openSpooled } from '../files/spool.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import { crashpoint } from '../platform/crashpoint.ts';
import type { Log } from '../platform/log.ts';
import type { Ask, WorkWriterCalls } from '../store/worker-calls.ts';
import { decideAfterFailure } from '../sync/decide-send.ts';
import type { CallParams } from '../vendors/core/operation.ts';
import type { Secret } from '../vendors/core/vendor.ts';
import { isVendorError } from '../vendors/core/vendor-error.ts';
import type { ConnectionService, OpenConnection } from './connections.ts';
import type { EventHub } from './event-hub.ts';
import { followLogin } from './follow-login.ts';
import { lacksSecret, putSecretsBack } from './params-secrets.ts';

/** Where what is secret of a change is kept, among the credentials. */
export const secretIdOf = (id: OutboxId): string => `outbox-${id}`;

/** What one sending brought: the row as it stands now, and the vendor's answer where there was one. */
export interface Sending {
  readonly row: OutboxRow;
  readonly answer: { readonly status: number; readonly data: unknown } | null;
  /** What went wrong. */
  readonly failure?: AppError;
}

export interface SendOptions {
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** What the vendor found wrong with single fields, where it says so. */
function fieldWords({ fields }: ErrorData): Pick<OutboxError, 'fields'> {
  return typeof fields === 'object' && fields !== null && !Array.isArray(fields)
    ? { fields: fields as Readonly<Record<string, string>> }
    : {};
}

export interface SenderParts {
  readonly connections: ConnectionService;
  readonly work: Ask<WorkWriterCalls>;
  /** The workspace's own folder; the spool lies below it. */
  readonly dataDir: string;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly log: Log;
  /** Where secrets are kept: those of a change itself, and that of a connection, which follows a change of its login. */
  readonly credentials: CredentialStore;
  /** Keeps a secret that an answer held as an account of its own, and answers its id (quality S-5). */
  readonly adopt: (from: OpenConnection, secret: Secret, request: CallParams) => Promise<ConnectionId>;
  /** Told after a change arrived, so that what it changed is read again. */
  readonly onSent: (row: OutboxRow, connection: OpenConnection) => Promise<void>;
}

/**
 * Sends one ready row, at most once. The mark is on the disk before the first byte leaves; what became of it is
 * committed after. Never throws for what the vendor did: that is in the row.
 */
export function createSender(parts: SenderParts): (id: OutboxId, options: SendOptions) => Promise<Sending> {
  const { connections, work, events, clock, log } = parts;

  const changed = (row: OutboxRow): OutboxRow => {
    events.emit('outbox.changed', {});
    return row;
  };

  const fileOf = async (detail: OutboxDetail, spoolPath: string | null) => {
    if (detail.file === null || spoolPath === null) return undefined;
    const { name, bytes, contentType } = detail.file;
    return { name, bytes, contentType, open: await openSpooled(join(parts.dataDir, spoolPath), bytes) };
  };

  /** The parameters of a change with what was kept apart of them. Throws AppError `no-secret` when that is gone. */
  const wholeRequest = async (
    { id, vendor }: OutboxRow,
    { connection, definition }: OpenConnection,
    operation: string,
    params: CallParams,
  ): Promise<CallParams> => {
    const row = definition.operations[operation];
    if (row === undefined || !lacksSecret(row, params)) return params;
    const credential = await parts.credentials.get(secretIdOf(id));
    if (credential?.origin !== new URL(connection.url).origin) {
      throw new AppError('no-secret', 'What is secret of this change is not kept any more. Make the change again.', {
        data: { vendor },
      });
    }
    return putSecretsBack(params, credential.secret);
  };

  const report = (row: OutboxRow, total: number | undefined, progress: SendOptions['progress']) => (done: number) => {
    const told = { done, unit: 'bytes', item: row.subject, ...(total === undefined ? {} : { total }) } as const;
    progress?.(told);
    events.emit('outbox.changed', { progress: told });
  };

  /** Commits what a try that did not succeed came to. */
  const settle = async (row: OutboxRow, thrown: unknown, isMarked: boolean): Promise<OutboxRow> => {
    const { code, message, data } = toWire(thrown);
    // Before the mark no byte of the change left. An error after it that is not the vendor's says nothing of that.
    const sent = !isMarked ? 'no' : isVendorError(thrown) ? thrown.sent : 'unknown';
    const status = isVendorError(thrown) && thrown.status > 0 ? thrown.status : null;
    if (!isAppError(thrown)) log.error('outbox.failed', thrown, { operation: row.operation });
    const end = { id: row.id, at: isoNow(clock), status, error: { code, message, ...fieldWords(data) } };
    const state = decideAfterFailure({ sent, code, status, tier: row.tier });
    if (state === 'needs-checking') return work('markNeedsChecking', end);
    return work(state === 'ready' ? 'markNotSent' : 'markFailed', end);
  };

  /** Puts a key that was answered where keys are kept; the field that held it then names the account made for it. */
  const keepSecret = async (
    open: OpenConnection,
    secret: Secret,
    request: CallParams,
  ): Promise<Record<string, string>> => {
    const id = await parts.adopt(open, secret, request);
    return Object.fromEntries(Object.keys(secret).map((field) => [field, id]));
  };

  /** What follows a yes. A key is kept before anything else: it is answered only once, and the old login has ended. */
  const finish = async (
    row: OutboxRow,
    open: OpenConnection,
    answer: NonNullable<Sending['answer']>,
    kept: {
      readonly secret: Secret | undefined;
      readonly request: CallParams;
      readonly loginChanged: (answer: unknown) => Promise<void>;
    },
  ): Promise<Sending> => {
    let names: Record<string, string> = {};
    let failure: AppError | undefined;
    try {
      if (kept.secret !== undefined) names = await keepSecret(open, kept.secret, kept.request);
      await kept.loginChanged(answer.data);
    } catch (thrown) {
      failure = fromWire(toWire(thrown));
    }
    const sent = changed(await work('markSent', { id: row.id, at: isoNow(clock), status: answer.status }));
    await parts.credentials.delete(secretIdOf(row.id)).catch((thrown: unknown) => {
      log.warn('outbox.secret-left', { operation: row.operation, code: toWire(thrown).code });
    });
    await parts.onSent(sent, open).catch((thrown: unknown) => {
      log.warn('outbox.read-back', { operation: row.operation, code: toWire(thrown).code });
    });
    const data = kept.secret === undefined ? answer.data : { ...(answer.data as object), ...names };
    return { row: sent, answer: { ...answer, data }, ...(failure === undefined ? {} : { failure }) };
  };

  return async (id, { signal, progress }) => {
    const { detail, spoolPath } = await work('openOutbox', { id });
    const { row } = detail;
    const kept = detail.request.params as CallParams;
    let request = kept;
    if (row.state !== 'ready' || row.connectionId === null) return { row, answer: null };
    let isMarked = false;
    let secret: Secret | undefined;
    let open: OpenConnection;
    let answer: NonNullable<Sending['answer']>;
    let loginChanged: (answer: unknown) => Promise<void>;
    const operation = row.operation.slice(row.vendor.length + 1);
    try {
      open = await connections.open(row.connectionId);
      request = await wholeRequest(row, open, operation, kept);
      loginChanged = await followLogin({ open, operation, params: request, credentials: parts.credentials, signal });
      const file = await fileOf(detail, spoolPath);
      answer = await open.client.send(operation, request, {
        signal,
        ...(file === undefined ? {} : { file }),
        onSecret: (taken) => {
          secret = taken;
        },
        beforeFirstByte: async () => {
          await work('markSending', { id, attempt: row.attempts + 1, at: isoNow(clock) });
          isMarked = true;
          crashpoint('outbox:after-mark');
        },
        onProgress: report(row, file?.bytes, progress),
      });
    } catch (thrown) {
      return { row: changed(await settle(row, thrown, isMarked)), answer: null, failure: fromWire(toWire(thrown)) };
    }
    crashpoint('outbox:after-answer');
    return finish(row, open, answer, { secret, request, loginChanged });
  };
}
