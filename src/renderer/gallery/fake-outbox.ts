import type { ActionView } from '../../shared/contract/outbox.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { FieldChange, OutboxDetail, OutboxId, OutboxRow } from '../../shared/model/outbox.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import { sampleActionDocument } from './sample-actions.ts';

/** What a made-up change is asked with. */
interface ChangeInput {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly confirmed?: boolean;
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly connectionId?: string;
  readonly place?: 'logo' | 'icon';
  readonly spoolId?: string;
}

interface FakeOutboxParts {
  readonly start: readonly OutboxDetail[];
  readonly find: (id: string | undefined) => RecordRow;
  readonly nameOf: (vendorId: string) => string;
  readonly changed: () => void;
  readonly now: string;
  readonly readAt: string;
}

/** An outbox made up in the page: it keeps, sends and forgets like the real one, without a vendor. */
export function createFakeOutbox({ start, find, nameOf, changed, now, readAt }: FakeOutboxParts) {
  let details = start;
  let lastId = 0;

  const replace = (id: OutboxId, change: Partial<OutboxRow>): OutboxRow => {
    const found = details.find(({ row }) => row.id === id);
    if (found === undefined) throw new AppError('not-found', 'No such change.');
    const row = { ...found.row, ...change };
    details = details.map((one) => (one === found ? { ...one, row } : one));
    changed();
    return row;
  };

  const put = (row: Partial<OutboxRow>, rest: Partial<OutboxDetail>): OutboxRow => {
    lastId += 1;
    const whole: OutboxRow = {
      id: `new-${lastId}` as OutboxId,
      operation: 'monitorqa.updateCorrectiveAction',
      vendor: 'monitorqa',
      connectionId: null,
      recordId: null,
      subject: '',
      state: 'ready',
      tier: 'T1',
      repeat: 'after-read',
      attempts: 0,
      createdAt: now,
      updatedAt: now,
      error: null,
      ...row,
    };
    const request = { method: 'PUT', path: '/', params: {} };
    details = [{ row: whole, request, changes: [], file: null, log: [], ...rest }, ...details];
    changed();
    return whole;
  };

  const fieldChanges = (record: RecordRow, changes: NonNullable<ChangeInput['changes']>): readonly FieldChange[] => {
    const action = sampleActionDocument(record);
    const before: Readonly<Record<string, unknown>> = {
      ...action,
      assignees: action.people.filter(({ role }) => role === 'assignee').map(({ name }) => name),
    };
    return Object.entries(changes).map(([field, after]) => ({
      field,
      before: before[field],
      after: field === 'assignees' && Array.isArray(after) ? after.map((id) => nameOf(String(id))) : after,
    }));
  };

  const view = ({ id }: ChangeInput): ActionView => {
    const record = find(id);
    const unsent = details.filter(({ row }) => row.recordId === record.id && row.state !== 'sent');
    return {
      record,
      action: sampleActionDocument(record),
      pending: unsent.toReversed().map(({ row, changes }) => ({ row, changes })),
      readAt,
    };
  };

  const answers: Readonly<Record<string, (input: ChangeInput) => unknown>> = {
    'outbox.list': () => details.map(({ row }) => row),
    'outbox.show': ({ id }) => {
      const found = details.find(({ row }) => row.id === id);
      if (found === undefined) throw new AppError('not-found', 'No such change.');
      return found;
    },
    'outbox.send': ({ ids = [] }) => ids.map((id) => replace(id as OutboxId, { state: 'sent', attempts: 1 })),
    'outbox.retry': ({ id, confirmed }) => {
      const row = details.find((one) => one.row.id === id)?.row;
      if (row?.state === 'needs-checking' && confirmed !== true) throw new AppError('not-offered-here', 'Ask first.');
      return replace(id as OutboxId, { state: 'ready', error: null });
    },
    'outbox.markSent': ({ id }) => replace(id as OutboxId, { state: 'sent', error: null }),
    'outbox.discard': ({ id }) => {
      details = details.filter(({ row }) => row.id !== id);
      changed();
      return { ok: true };
    },
    'actions.change': ({ id, changes = {} }) => {
      const record = find(id);
      const subject = `${record.number} ${record.title}`;
      const made = fieldChanges(record, changes);
      return put({ recordId: record.id, connectionId: record.connectionId, subject }, { changes: made });
    },
    'actions.document': view,
    'uploads.logo': ({ connectionId = '', place = 'logo', spoolId = '' }) =>
      put(
        {
          operation: place === 'logo' ? 'monitorqa.uploadCompanyLogo' : 'monitorqa.uploadCompanyIcon',
          connectionId: connectionId as ConnectionId,
          subject: spoolId,
        },
        {},
      ),
  };
  return answers;
}
