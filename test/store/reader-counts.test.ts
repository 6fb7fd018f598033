import { describe, expect, it, onTestFinished } from 'vitest';
import { openCache } from '../../src/main/store/recover.ts';
import { createReaderService } from '../../src/main/store/reader-service.ts';
import { dataFolder, NOW, row, store } from './support.ts';

describe('createReaderService', () => {
  it('counts anew when another connection has written since', () => {
    const folder = dataFolder();
    const { db } = openCache(folder, NOW);
    const reader = createReaderService(folder);
    onTestFinished(() => {
      reader.close();
      db.close();
    });
    const counts = () => reader.handlers.countByStatus({ kind: 'audit' }).total;
    expect([counts(), counts()]).toEqual([0, 0]);
    store(db, [row('1'), row('2')]);
    expect([counts(), counts()]).toEqual([2, 2]);
    expect(reader.handlers.countAll({}).total).toBe(2);
  });
});
