import { describe, expect, it } from 'vitest';
import { listConnections, saveConnection } from '../../src/main/store/connections.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { connection, freshWork, later } from './outbox-support.ts';

describe('saveConnection', () => {
  it('keeps every fact of a connection', () => {
    const db = freshWork();
    const full = connection({
      label: 'A1',
      color: 'teal',
      allowsHttp: true,
      status: 'key-rejected',
      user: { vendorId: 'u-7', name: 'Ana Hohaia' },
    });
    saveConnection(db, full, later(1));
    expect(listConnections(db)[0]).toStrictEqual(full);
    saveConnection(db, connection(), later(2));
    expect(listConnections(db)[0]).toStrictEqual(connection());
  });

  it('leaves a connection where it stands when it is replaced', () => {
    const db = freshWork();
    saveConnection(db, connection({ id: 'site-c' as ConnectionId }), later(1));
    saveConnection(db, connection({ name: 'Renamed' }), later(2));
    expect(listConnections(db).map(({ id, name }) => [id, name])).toEqual([
      ['site-a', 'Renamed'],
      ['site-b', 'Site A'],
      ['site-c', 'Site A'],
    ]);
  });
});
