import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import { AppError, hasCode } from '../../shared/errors/app-error.ts';
import { parseRecordId, recordId, type ConnectionId, type RecordId } from '../../shared/model/ids.ts';
import type { OutboxRow } from '../../shared/model/outbox.ts';
import type { RecordDetail } from '../../shared/model/record.ts';
import type { Ask, ReaderCalls } from '../store/worker-calls.ts';
import type { ActionDocuments } from '../vendors/core/vendor.ts';
import type { ConnectionService, Definitions } from './connections.ts';
import type { OutboxService } from './outbox.ts';
import { readAtOf } from './read-at.ts';

/** Corrective actions: reading one as a document, and changing it through the outbox. */
export interface ActionService {
  /** Throws AppError `not-found` for what is no corrective action. */
  readonly document: (id: RecordId) => Promise<Output<'actions.document'>>;
  /** Throws AppError `bad-input` when nothing would change. */
  readonly change: (input: ParsedInput<'actions.change'>, signal: AbortSignal) => Promise<OutboxRow>;
}

interface ActionParts {
  readonly definitions: Definitions;
  readonly connections: ConnectionService;
  readonly outbox: OutboxService;
  readonly reader: Ask<ReaderCalls>;
}

/** The corrective actions of one workspace. */
export function createActions({ definitions, connections, outbox, reader }: ActionParts): ActionService {
  const actionsOf = (detail: RecordDetail): ActionDocuments => {
    const actions = definitions[detail.record.vendor]?.actions;
    if (detail.record.kind !== 'corrective-action' || actions === undefined) {
      throw new AppError('not-found', 'This record is not a corrective action.');
    }
    return actions;
  };

  /** Names of the vendor's people by their ids, as far as they were read. */
  const namesOf = async (connectionId: ConnectionId, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const names = await Promise.all(
      ids.map(async (userId) => {
        try {
          const { record } = await reader('showRecord', { id: recordId(connectionId, 'user', userId) });
          return [[userId, record.title] as const];
        } catch (thrown) {
          if (hasCode(thrown, 'not-found')) return [];
          throw thrown;
        }
      }),
    );
    return new Map(names.flat());
  };

  return {
    document: async (id) => {
      const detail = await reader('showRecord', { id });
      const { list, detail: part } = detail.parts;
      const pending = await reader('listPending', { recordId: id });
      return {
        record: detail.record,
        action: actionsOf(detail).read(part?.raw ?? list?.raw, list?.raw),
        pending,
        readAt: readAtOf(detail),
      };
    },
    change: async ({ id, changes }, signal) => {
      const known = await reader('showRecord', { id });
      const actions = actionsOf(known);
      const { connectionId, vendorId } = parseRecordId(id) ?? {};
      if (connectionId === undefined || vendorId === undefined) throw new AppError('not-found', 'No such record.');
      const { client } = await connections.open(connectionId);
      // What a PUT leaves out is wiped: every field is filled from a fresh detail, never from a list or the cache.
      const call = actions.readCall(vendorId);
      const { data: base } = await client.call(call.operation, call.params, { signal });
      const names = await namesOf(connectionId, changes.assignees ?? []);
      const change = actions.change(base, changes, (vendorUserId) => names.get(vendorUserId) ?? null);
      return outbox.draft({
        operation: `${known.record.vendor}.${change.operation}`,
        connectionId,
        params: change.params,
        subject: [known.record.number, known.record.title].filter(Boolean).join(' '),
        recordId: id,
        changes: change.changes,
        base,
      });
    },
  };
}
