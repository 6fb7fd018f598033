import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Sort } from '../../src/shared/contract/sorts.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import type { RecordPerson } from '../../src/shared/model/record.ts';
import type { Vendor } from '../../src/shared/model/vendor.ts';
import { inTransaction, type WriteDb } from '../../src/main/store/database.ts';
import { listRecords } from '../../src/main/store/records-list.ts';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import { openCache } from '../../src/main/store/recover.ts';
import { upsertRecords, type UpsertResult } from '../../src/main/store/records-write.ts';
import { beginRun, listNumber } from '../../src/main/store/sync-state.ts';
import { writeTexts, type PendingTexts } from '../../src/main/store/text-index.ts';
import type { CollectionKey, ListInput } from '../../src/main/store/worker-calls.ts';

export const NOW = '2026-11-22T09:00:00.000Z';
export const CONNECTION = 'site-a' as ConnectionId;
export const AUDITS: CollectionKey = { connectionId: CONNECTION, kind: 'audit' };

/** A data folder of the test's own, gone when it ends. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A fresh cache that is closed when the test ends. */
export function freshCache(folder: string = dataFolder()): WriteDb {
  const { db } = openCache(folder, NOW);
  onTestFinished(() => {
    db.close();
  });
  return db;
}

export const person = (name: string, role: RecordPerson['role'] = 'assignee'): RecordPerson => ({
  name,
  role,
  vendorId: null,
  email: null,
});

/** A mapped list row; its raw JSON repeats what it says. */
export function row(vendorId: string, over: Partial<MappedRecord> = {}): MappedRecord {
  const fields = {
    number: null,
    title: `Audit ${vendorId}`,
    status: 'pending',
    priority: null,
    project: null,
    parent: null,
    dueAt: null,
    dueKind: null,
    dueZone: null,
    createdAt: null,
    updatedAt: null,
    score: null,
    people: [],
    text: '',
    ...over,
  };
  return { vendorId, raw: { id: vendorId, ...fields }, ...fields };
}

/** Stores rows as one page of a run, text included. */
export function store(
  db: WriteDb,
  rows: readonly MappedRecord[],
  { runId, key = AUDITS, vendor = 'monitorqa', at = NOW, operation = 'listPendingAudits' }: StoreOptions = {},
): UpsertResult {
  return inTransaction(db, () => {
    const texts: PendingTexts = new Map();
    const of = runId ?? beginRun(db, key, at);
    const list = listNumber(db, of, operation);
    const result = upsertRecords(db, { ...key, vendor, runId: of, list, at, records: rows }, texts);
    writeTexts(db, texts);
    return result;
  });
}

interface StoreOptions {
  readonly runId?: number;
  readonly key?: CollectionKey;
  readonly vendor?: Vendor;
  readonly at?: string;
  readonly operation?: string;
}

/** A list request with everything a test does not care about. */
export const request = (over: Partial<ListInput> & { sort?: Sort } = {}): ListInput => ({
  filter: {},
  now: NOW,
  sort: 'due',
  direction: 'ascending',
  limit: 100,
  ...over,
});

/** What `work` throws, or undefined when it does not. */
export function thrownBy(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** JSON as the bytes of an answer. */
export function jsonBytes(value: unknown): ArrayBuffer {
  const { buffer, byteOffset, byteLength } = new TextEncoder().encode(JSON.stringify(value));
  return buffer.slice(byteOffset, byteOffset + byteLength);
}

export const day = (number: number): string => new Date(Date.UTC(2026, 10, number)).toISOString();

/** Every row of a list by following its pages, as vendor ids. */
export function walk(
  db: WriteDb,
  input: ListInput,
  between: (page: number) => void = () => undefined,
): readonly string[] {
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < 1000; page += 1) {
    const { rows, next } = listRecords(db, { ...input, after });
    ids.push(...rows.id.map((id) => id.replace('site-a:audit:', '')));
    if (next === null) return ids;
    after = next;
    between(page);
  }
  throw new Error('The list does not end.');
}

/** Sixty audits: every fifth without a due date, every seventh without a stamp, many alike in all but their number. */
export function manyAudits(db: WriteDb): void {
  store(
    db,
    Array.from({ length: 60 }, (_, index) =>
      row(String(index), {
        title: `Audit ${(index * 7) % 60}`,
        number: `A-${index}`,
        status: ['pending', 'complete', 'in-progress'][index % 3] ?? null,
        dueAt: index % 5 === 0 ? null : day(index % 11),
        updatedAt: index % 7 === 0 ? null : day(index % 4),
        createdAt: index % 8 === 0 ? null : day(index % 6),
        priority: [null, 'low', 'high', 'Medium', 'parked'][index % 5] ?? null,
        project: [null, 'Élan 2', 'Depot 10', 'depot 9'][index % 4] ?? null,
        people: index % 3 === 0 ? [] : [person(['Ana', 'Zoë'][index % 2] ?? ''), ...(index % 9 ? [] : [person('Bo')])],
        text: 'door',
      }),
    ),
  );
}
