import { describe, expect, it } from 'vitest';
import { connectionHealth } from '../../src/renderer/api/connection-health.ts';
import { chooseBanner } from '../../src/renderer/app/choose-banner.ts';
import type { WorkspaceStatus } from '../../src/shared/contract/workspace.ts';
import type { ErrorCode } from '../../src/shared/errors/codes.ts';
import type { Connection } from '../../src/shared/model/connection.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { Freshness } from '../../src/shared/model/sync.ts';

const now = new Date('2026-11-21T17:52:00.000Z');
const status: WorkspaceStatus = {
  mode: 'own',
  version: '0.1.0',
  dataDir: '/data',
  connections: 2,
  records: 10,
  zone: 'Pacific/Auckland',
  host: 'serve',
  recovered: null,
  sampleOnline: null,
};

const connection = (id: string, vendor: Connection['vendor'], rest: Partial<Connection> = {}): Connection => ({
  id: id as ConnectionId,
  vendor,
  name: id,
  url: 'https://example.com',
  status: 'ready',
  label: null,
  color: null,
  allowsHttp: false,
  user: null,
  ...rest,
});

const fresh = (id: string, code?: ErrorCode): Freshness => ({
  connectionId: id as ConnectionId,
  kind: 'audit',
  completeAt: '2026-11-21T17:12:00.000Z',
  attemptedAt: '2026-11-21T17:41:00.000Z',
  outcome: code === undefined ? 'ok' : 'failed',
  error: code === undefined ? null : { code, message: '' },
});

const two = [connection('a', 'monitorqa'), connection('b', 'smartq')];

interface World {
  readonly connections?: readonly Connection[];
  readonly freshness: readonly Freshness[];
  readonly recovered?: WorkspaceStatus['recovered'];
  readonly dismissed?: readonly string[];
  readonly isCut?: boolean;
}

const banner = ({ connections = two, freshness, recovered = null, dismissed = [], isCut = false }: World) =>
  chooseBanner({
    status: { ...status, recovered },
    health: connectionHealth(connections, freshness, isCut),
    zone: status.zone,
    now,
    dismissed,
    onRetry: () => undefined,
    onDismiss: () => undefined,
    onEnterKey: () => undefined,
  });

const recovered = { database: 'work', how: 'from-backup', at: '2026-11-14T01:00:00.000Z' } as const;

describe('chooseBanner', () => {
  it('says nothing when all is well', () => {
    expect(banner({ freshness: [fresh('a'), fresh('b')] })).toBeUndefined();
  });

  it('says offline only when no vendor can be reached, with the age of the oldest data', () => {
    expect(banner({ freshness: [fresh('a', 'offline'), fresh('b', 'timed-out')] })).toMatchObject({
      kind: 'offline',
      name: 'MonitorQA and smartQ',
      since: expect.stringMatching(/6:41/),
      asOf: expect.stringMatching(/6:12/),
    });
  });

  it('says partial with the reason of each when others were read', () => {
    const found = banner({ freshness: [fresh('a'), fresh('b', 'too-many-requests')] });
    expect(found).toMatchObject({ kind: 'partial', fresh: 1, all: 2, reasons: [expect.stringContaining('smartQ')] });
  });

  it('puts a key problem before being offline', () => {
    expect(banner({ freshness: [fresh('a', 'offline'), fresh('b', 'key-rejected')] })).toMatchObject({
      kind: 'key-rejected',
      name: 'smartQ',
    });
    const locked = [connection('a', 'monitorqa', { status: 'no-secret' }), connection('b', 'smartq')];
    expect(banner({ connections: locked, freshness: [fresh('a'), fresh('b')] })).toMatchObject({ kind: 'key-missing' });
  });

  it('puts data at risk before everything, until it was read', () => {
    const freshness = [fresh('a', 'key-rejected'), fresh('b')];
    expect(banner({ freshness, recovered })).toMatchObject({ kind: 'recovered', how: 'from-backup' });
    expect(banner({ freshness, recovered, dismissed: [recovered.at] })).toMatchObject({ kind: 'key-rejected' });
  });

  it('takes a run that was cancelled for no problem of the vendor', () => {
    expect(banner({ freshness: [fresh('a', 'cancelled'), fresh('b')] })).toBeUndefined();
  });

  it('shows the sample as offline the moment its vendors were taken away', () => {
    expect(banner({ freshness: [fresh('a'), fresh('b')], isCut: true })).toMatchObject({
      kind: 'offline',
      since: undefined,
    });
  });
});
