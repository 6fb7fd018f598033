import type { Bridge, BridgeState, CallOptions } from '../api/bridge.ts';
import { createListeners, type Listeners } from '../api/listeners.ts';
import { AppError, type ErrorData } from '../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../shared/errors/codes.ts';
import { toColumns } from '../../shared/lib/columns.ts';
import type { Connection, SecretStatus } from '../../shared/model/connection.ts';
import type { OutboxDetail, SpoolId } from '../../shared/model/outbox.ts';
import { RECORD_ROW_COLUMNS, type Kind, type RecordRow } from '../../shared/model/record.ts';
import { isOpenStatus } from '../../shared/model/status.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { createFakeConnections, sampleConnection } from './fake-connections.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import { createFakeOutbox } from './fake-outbox.ts';
import { createFakeSignIn, type FakeSignIn } from './fake-sign-in.ts';
import { sampleActions, sampleUsers } from './sample-actions.ts';
import { GALLERY_CONNECTION, GALLERY_NOW, GALLERY_ZONE, sampleAudits } from './sample-audits.ts';
import { makePicture, samplePdf } from './sample-files.ts';
import { sampleHead, sampleReport } from './sample-report.ts';
import { sampleConqaRecords } from './sample-conqa.ts';
import { sampleDetail } from './sample-work-details.ts';
import { sampleSmartqUsers, sampleWorkRecords } from './sample-work.ts';
import { sampleOperations, samplePermissions, undocumentedPermissions, type FakeRole } from './sample-permissions.ts';

/** What the made-up workspace is like. */
export interface FakeOptions {
  readonly mode?: 'own' | 'sample';
  readonly rows?: readonly RecordRow[];
  readonly isOnline?: boolean;
  /** Answers this error to every operation that starts with the name. */
  readonly fail?: { readonly operation: string; readonly code: ErrorCode };
  readonly state?: BridgeState;
  readonly syncError?: ErrorCode;
  /** Nothing was ever read. */
  readonly isNew?: boolean;
  /** A search finds every record, as if the words stood in its text. */
  readonly isLooseSearch?: boolean;
  readonly connections?: readonly Connection[];
  readonly keychain?: SecretStatus['keychain'];
  /** What every key that is tried answers. */
  readonly keyError?: ErrorCode;
  /** What else is known of that. */
  readonly keyErrorData?: ErrorData;
  /** How a sign-in by browser ends. */
  readonly signIn?: FakeSignIn;
  readonly network?: FakeNetwork;
  readonly outbox?: readonly OutboxDetail[];
  /** Whose key the MonitorQA accounts have. */
  readonly role?: FakeRole;
  /** Which host it says it is of; the desktop has a system to ask. */
  readonly host?: 'desktop' | 'serve';
  /** What a native menu asked for before the page listened. */
  readonly commands?: readonly string[];
}

interface ListInput {
  readonly kind?: Kind;
  readonly status?: readonly string[];
  readonly search?: string;
  readonly overdue?: boolean;
  readonly sort?: 'due' | 'updated' | 'title';
  readonly direction?: 'ascending' | 'descending';
  readonly offset?: number;
  readonly after?: string;
  readonly limit?: number;
  readonly id?: string;
  readonly mode?: 'own' | 'sample';
  readonly online?: boolean;
  readonly vendorFileId?: string;
  readonly connectionId?: string;
  readonly vendor?: Vendor;
}

/** The kinds whose age is told of an account. */
const KINDS_READ: Readonly<Record<Vendor, readonly Kind[]>> = {
  monitorqa: ['audit'],
  conqa: ['project', 'issue', 'milestone'],
  smartq: ['project', 'ticket'],
  aconex: ['project'],
  connectnow: ['issue'],
};

const ago = (minutes: number): string => new Date(GALLERY_NOW - minutes * 60_000).toISOString();
const isOpen = ({ status }: RecordRow): boolean => isOpenStatus(status);

/** Rows that pass the filters, in the order asked for; rows without a value come last. */
function selectRows(rows: readonly RecordRow[], input: ListInput): readonly RecordRow[] {
  const words = (input.search ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  const key = { due: 'dueAt', updated: 'updatedAt', title: 'title' }[input.sort ?? 'due'] as 'dueAt';
  const sign = input.direction === 'descending' ? -1 : 1;
  return rows
    .filter((row) => input.connectionId === undefined || row.connectionId === input.connectionId)
    .filter((row) => input.vendor === undefined || row.vendor === input.vendor)
    .filter((row) => input.status === undefined || (row.status !== null && input.status.includes(row.status)))
    .filter((row) => {
      const text = `${row.number} ${row.title} ${row.project} ${row.assignees}`.toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .filter((row) => !input.overdue || (isOpen(row) && row.dueAt !== null && Date.parse(row.dueAt) < GALLERY_NOW))
    .toSorted((left, right) => {
      const a = left[key];
      const b = right[key];
      if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
      return a < b ? -sign : a > b ? sign : 0;
    });
}

function counts(rows: readonly RecordRow[]) {
  const byStatus = Map.groupBy(rows, ({ status }) => status);
  return { total: rows.length, byStatus: [...byStatus].map(([status, own]) => ({ status, count: own.length })) };
}

const storedFile = (id: string, name: string, bytes: number, contentType: string) => ({
  id,
  connectionId: GALLERY_CONNECTION,
  recordId: null,
  name,
  contentType,
  bytes,
  sha256: '9f2c71d0a6b84e1f93c5d2e07b8a6f4c1d3e5f70918273645546372819a041ab',
  savedAt: ago(38 * 60),
});

export interface FakeBridge extends Bridge {
  /** The operations that were called, in order. */
  readonly calls: readonly string[];
  /** What each was called with. */
  readonly inputs: readonly unknown[];
  /** Says an event, as the workspace would. */
  readonly emit: Listeners['emit'];
}

/** A workspace made up in the page: for the gallery and for tests, never part of the app. */
export function createFakeBridge(options: FakeOptions = {}): FakeBridge {
  const { emit, on } = createListeners();
  const audits = options.rows ?? sampleAudits();
  const actions = options.rows?.length === 0 ? [] : sampleActions();
  const own = options.connections ?? [sampleConnection];
  const isMonitorqa = (id: string | undefined): boolean =>
    connections.all().some((connection) => connection.id === id && connection.vendor === 'monitorqa');
  const conqa = own.some(({ vendor }) => vendor === 'conqa') ? sampleConqaRecords() : [];
  const rows = [...audits, ...actions, ...conqa, ...(options.rows?.length === 0 ? [] : sampleWorkRecords(own))];
  const users = [...sampleUsers(), ...sampleSmartqUsers()];
  let mode = options.mode ?? 'sample';
  let isOnline = options.isOnline ?? true;
  const calls: string[] = [];
  const inputs: unknown[] = [];
  const connections = createFakeConnections({
    start: mode === 'sample' || options.connections !== undefined ? own : [],
    keychain: options.keychain ?? 'available',
    keyError: options.keyError,
    keyErrorData: options.keyErrorData,
    changed: () => queueMicrotask(() => emit('connections.changed', {})),
  });
  const signIn = createFakeSignIn({ end: options.signIn ?? 'works', ...connections });
  const network = createFakeNetwork(options.network ?? 'plain', options.host === 'desktop', connections.all);

  const status = () => ({
    mode,
    version: '0.1.0',
    dataDir: '/home/hana/.local/share/plumbline',
    connections: connections.count(),
    records: mode === 'sample' ? audits.length + conqa.length : 0,
    zone: GALLERY_ZONE,
    host: options.host ?? 'serve',
    recovered: null,
    sampleOnline: mode === 'sample' ? isOnline : null,
  });

  const failure = () => {
    const code = options.syncError ?? (isOnline ? undefined : ('offline' as const));
    return code === undefined ? null : { code, message: 'made up' };
  };

  const find = (id: string | undefined): RecordRow => {
    const row = rows.find((one) => one.id === id);
    if (row === undefined) throw new AppError('not-found', 'No such record.');
    return row;
  };

  const ofKind = ({ kind }: ListInput): readonly RecordRow[] =>
    kind === 'user' ? users : rows.filter((row) => row.kind === (kind ?? 'audit'));
  const outbox = createFakeOutbox({
    start: options.outbox ?? [],
    find,
    nameOf: (vendorId) => users.find(({ id }) => id.endsWith(`:${vendorId}`))?.title ?? vendorId,
    changed: () => queueMicrotask(() => emit('outbox.changed', {})),
    now: ago(0),
    readAt: ago(4),
  });

  const page = (input: ListInput) => {
    const limit = input.limit ?? 100;
    const start = input.after === undefined ? (input.offset ?? 0) : Number(input.after);
    const all = selectRows(ofKind(input), options.isLooseSearch ? { ...input, search: '' } : input);
    const next = start + limit < all.length ? String(start + limit) : null;
    return { rows: toColumns<RecordRow>(RECORD_ROW_COLUMNS, all.slice(start, start + limit)), next };
  };

  const answers: Readonly<Record<string, (input: ListInput) => unknown>> = {
    'workspace.status': status,
    'workspace.open': (input) => {
      mode = input.mode ?? 'own';
      connections.open(mode === 'sample' ? own : []);
      queueMicrotask(() => emit('workspace.changed', {}));
      return status();
    },
    'workspace.setSampleOnline': (input) => {
      isOnline = input.online ?? true;
      queueMicrotask(() => emit('workspace.changed', {}));
      return status();
    },
    'sync.status': () => ({
      running: false,
      freshness: options.isNew
        ? []
        : connections.all().flatMap(({ id, vendor }) =>
            (vendor !== 'monitorqa' || id === GALLERY_CONNECTION ? KINDS_READ[vendor] : []).map((kind) => ({
              connectionId: id,
              kind,
              completeAt: ago(4),
              attemptedAt: ago(2),
              outcome: failure() === null ? 'ok' : 'failed',
              error: failure(),
            })),
          ),
    }),
    'connections.permissions': ({ id }) =>
      isMonitorqa(id) ? samplePermissions(options.role ?? 'unknown') : undocumentedPermissions(),
    'vendors.operations': sampleOperations,
    'sync.run': () => ({ ok: isOnline, connections: [] }),
    'sync.record': () => ({ changed: false }),
    'records.list': page,
    'records.count': (input) => ({ total: selectRows(ofKind(input), input).length }),
    'records.counts': (input) => counts(ofKind(input)),
    'records.show': (input) => sampleDetail(find(input.id)),
    'audits.document': (input) => {
      const record = find(input.id);
      const report = record.status === 'complete' ? sampleReport : null;
      return { record, head: sampleHead(record), report, readAt: ago(4) };
    },
    'reports.open': (input) => {
      if (!isOnline) throw new AppError('offline', 'Cannot be reached.', { data: { vendor: 'monitorqa' } });
      const { number } = find(input.id);
      return storedFile('pdf', `Northgate-C ${number} 2026-10-31.pdf`, 2_114_000, 'application/pdf');
    },
    'company.show': () => ({
      record: null,
      name: 'Kauri Construction Group',
      logoFileId: 'photo-2',
      iconFileId: null,
      readAt: ago(4),
    }),
    'system.saveFile': () => ({ path: '/home/hana/Documents/report.pdf' }),
    'system.revealFile': () => ({ ok: true }),
    'system.print': () => ({ ok: true }),
    'system.setTheme': () => ({ ok: true }),
    'system.takeCommands': () => ({ commands: options.commands ?? [] }),
    'files.open': (input) => storedFile(String(input.vendorFileId), 'photo.png', 40_000, 'image/png'),
  };

  const all: Readonly<Record<string, (input: never, options?: CallOptions) => unknown>> = {
    ...answers,
    ...connections.answers,
    ...signIn,
    ...network,
    ...outbox,
  };

  return {
    calls,
    inputs,
    emit,
    call: async (operation, input, callOptions) => {
      calls.push(operation);
      inputs.push(input);
      await Promise.resolve();
      const { fail } = options;
      if (fail !== undefined && operation.startsWith(fail.operation)) {
        throw new AppError(fail.code, 'Made up.', { data: { vendor: 'monitorqa' } });
      }
      const answer = all[operation];
      if (answer === undefined) throw new AppError('unknown-operation', `${operation} is not made up.`);
      return structuredClone(await answer(input as never, callOptions));
    },
    on,
    state: () => options.state ?? 'connected',
    onState: () => () => undefined,
    file: (id) => (id === 'pdf' ? Promise.resolve(samplePdf()) : makePicture(id)),
    spool: async (file) => {
      const { name, size } = file;
      await Promise.resolve();
      return { id: name as SpoolId, name, bytes: size, contentType: 'image/png', sha256: '' };
    },
    close: () => undefined,
  };
}
