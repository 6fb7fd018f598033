import type { ParsedInput } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ConnectionId, RecordId } from '../../shared/model/ids.ts';
import type { FieldChange, OutboxDetail, OutboxId, OutboxRow, SpoolId } from '../../shared/model/outbox.ts';
import { isoNow } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { Ask, ReaderCalls } from '../store/worker-calls.ts';
import { mayRetry } from '../sync/decide-send.ts';
import type { CallParams, OperationRow } from '../vendors/core/operation.ts';
import { checkRequest } from '../vendors/core/prepare-request.ts';
import type { Secret } from '../vendors/core/vendor.ts';
import { findOperation } from './find-operation.ts';
import { takeSecrets, withoutSecrets } from './params-secrets.ts';
import { createSender, secretIdOf, type SenderParts, type Sending, type SendOptions } from './outbox-sender.ts';

/** A change as it is put into the outbox. */
export interface Draft {
  readonly operation: string;
  readonly connectionId: ConnectionId;
  readonly params: CallParams;
  readonly subject: string;
  readonly recordId?: RecordId;
  readonly changes?: readonly FieldChange[];
  /** The record's detail that the change was made on. */
  readonly base?: unknown;
  readonly spoolId?: SpoolId;
  /** A person has read the dry run of what destroys and said yes. */
  readonly isConfirmed?: boolean;
}

export interface OutboxService {
  readonly list: () => Promise<readonly OutboxRow[]>;
  /** Throws AppError `not-found`. */
  readonly show: (id: OutboxId) => Promise<OutboxDetail>;
  /** Checks a change and commits it; nothing is sent. */
  readonly draft: (draft: Draft) => Promise<OutboxRow>;
  readonly send: (ids: readonly OutboxId[] | undefined, options: SendOptions) => Promise<readonly OutboxRow[]>;
  readonly sendOne: (id: OutboxId, options: SendOptions) => Promise<Sending>;
  readonly retry: (input: ParsedInput<'outbox.retry'>) => Promise<OutboxRow>;
  readonly markSent: (id: OutboxId) => Promise<OutboxRow>;
  readonly discard: (input: ParsedInput<'outbox.discard'>) => Promise<void>;
}

interface OutboxParts extends SenderParts {
  readonly reader: Ask<ReaderCalls>;
  readonly random: Random;
  /** Becomes the folder's writer, which settles what an earlier process left being sent. */
  readonly startWriting: () => Promise<void>;
  /** Whether a new secret would outlive this process. */
  readonly canKeepSecrets: () => Promise<boolean>;
}

const tierOf = (row: OperationRow): OutboxRow['tier'] => row.tier ?? 'T1';

/** The outbox of one workspace: every change to a vendor is a row first, and one is sent at a time. */
export function createOutbox(parts: OutboxParts): OutboxService {
  const { connections, reader, work, events, clock, random } = parts;
  let queue: Promise<unknown> = Promise.resolve();
  const sendNow = createSender(parts);

  const changed = (row: OutboxRow): OutboxRow => {
    events.emit('outbox.changed', {});
    return row;
  };

  /** Keeps what is secret of a change. A change whose secret cannot be kept is none. */
  const keepWith = async ({ id }: OutboxRow, url: string, secret: Secret): Promise<void> => {
    try {
      await parts.credentials.set(secretIdOf(id), { origin: new URL(url).origin, secret });
    } catch (thrown) {
      await work('discardOutbox', { id, at: isoNow(clock), uncertain: false });
      events.emit('outbox.changed', {});
      throw thrown;
    }
  };

  const inTurn = <Result>(task: () => Promise<Result>): Promise<Result> => {
    const result = queue.then(task, task);
    queue = result.catch(() => undefined);
    return result;
  };

  return {
    list: async () => (await reader('listOutbox', {})).rows,
    show: (id) => reader('showOutbox', { id }),
    draft: async ({
      operation: name,
      connectionId,
      params,
      subject,
      recordId,
      changes = [],
      base,
      spoolId,
      isConfirmed = false,
    }) => {
      const { connection, definition } = await connections.open(connectionId);
      const { operation, row } = findOperation(definition, name);
      if (row.effect === 'read') {
        throw new AppError('bad-input', 'This operation only reads; it needs no outbox.', {
          data: { field: 'operation' },
        });
      }
      if (Object.hasOwn(definition.secretsInAnswer ?? {}, operation) && !(await parts.canKeepSecrets())) {
        throw new AppError('no-secret', 'It is answered with a new key, and there is no keychain here to keep it in.', {
          data: { vendor: definition.vendor },
        });
      }
      if (row.tier === 'T4' && !isConfirmed) {
        throw new AppError('not-offered-here', 'A company is deleted at once or not at all.');
      }
      // Throws now what would be wrong with it later.
      const spooled = spoolId === undefined ? undefined : (await work('getSpool', { id: spoolId })).file;
      checkRequest({ row, baseUrl: connection.url, params, ...(spooled === undefined ? {} : { file: spooled }) });
      const at = isoNow(clock);
      const kept = takeSecrets(row, params);
      const id = random.id() as OutboxId;
      const added = changed(
        await work('addOutbox', {
          id,
          operation: `${definition.vendor}.${operation}`,
          vendor: definition.vendor,
          connectionId,
          recordId: recordId ?? null,
          subject,
          // What takes much with it waits for a person's own word, however it was asked for.
          state: row.tier === 'T3' && !isConfirmed ? 'draft' : 'ready',
          tier: tierOf(row),
          repeat: row.repeat,
          request: { method: row.method, path: row.path, params: kept.params },
          changes: withoutSecrets(row, changes),
          base: base ?? null,
          spoolId: spoolId ?? null,
          at,
        }),
      );
      // After the row: a secret without one would stay in the keychain for good.
      if (Object.keys(kept.secret).length > 0) await keepWith(added, connection.url, kept.secret);
      return added;
    },
    sendOne: (id, options) => inTurn(() => sendNow(id, options)),
    send: async (ids, options) => {
      await parts.startWriting();
      const wanted =
        ids ??
        (await reader('listOutbox', {})).rows
          .filter(({ state }) => state === 'ready')
          .map(({ id }) => id)
          .toReversed();
      const rows: OutboxRow[] = [];
      for (const id of wanted) {
        if (options.signal.aborted) break;
        rows.push((await inTurn(() => sendNow(id, options))).row);
      }
      return rows;
    },
    retry: ({ id, confirmed }) =>
      inTurn(async () => {
        const { row } = (await work('openOutbox', { id })).detail;
        const verdict = mayRetry({ ...row, confirmed });
        if (verdict === 'no') {
          throw new AppError('not-offered-here', `A change that is ${row.state} cannot be sent again.`);
        }
        if (verdict === 'needs-confirmation') {
          throw new AppError('not-offered-here', 'It may have arrived already: sending it again may do it twice.', {
            data: { vendor: row.vendor, confirm: true },
          });
        }
        return changed(await work('makeReady', { id, at: isoNow(clock) }));
      }),
    markSent: async (id) => {
      return changed(await work('confirmSent', { id, at: isoNow(clock) }));
    },
    discard: async ({ id, confirmed }) => {
      await work('discardOutbox', { id, at: isoNow(clock), uncertain: confirmed });
      await parts.credentials.delete(secretIdOf(id));
      events.emit('outbox.changed', {});
    },
  };
}
