import type { Drift, DriftKind, SeenDrift } from '../../shared/model/drift.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { allRows, oneRow, run, type ReadDb, type WriteDb } from './database.ts';

/** Places that are kept of one vendor: one that sends new names without end is not kept without end. */
const MOST_PLACES = 500;

/** Of which call `found` was seen, and when (ISO 8601, UTC). */
export interface FoundDrift {
  readonly vendor: Vendor;
  readonly operation: string;
  readonly at: string;
  readonly found: readonly Drift[];
}

interface DriftRow {
  readonly vendor: Vendor;
  readonly operation: string;
  readonly path: string;
  readonly kind: DriftKind;
  readonly word: string | null;
  readonly first_seen_at: string;
  readonly last_seen_at: string;
  readonly seen: number;
}

/** All that was seen, the newest first. */
export const listDrift = (db: ReadDb): readonly SeenDrift[] =>
  allRows<DriftRow>(
    db,
    `SELECT vendor, operation, path, kind, word, first_seen_at, last_seen_at, seen FROM drift
     ORDER BY last_seen_at DESC, vendor, operation, path, kind`,
  ).map(({ word: example, first_seen_at: firstSeenAt, last_seen_at: lastSeenAt, seen: count, ...place }) => ({
    ...place,
    example,
    firstSeenAt,
    lastSeenAt,
    count,
  }));

/** Adds what was found in one answer to what was seen before: counts add up, and the newest word stands for all. */
export function saveDrift(db: WriteDb, { vendor, operation, at, found }: FoundDrift): void {
  if (found.length === 0) return;
  const known = oneRow<{ places: number }>(db, 'SELECT count(*) AS places FROM drift WHERE vendor = ?', vendor);
  const isFull = (known?.places ?? 0) >= MOST_PLACES;
  for (const { path, kind, example, count } of found) {
    const changed = run(
      db,
      `UPDATE drift SET word = coalesce(?, word), last_seen_at = ?, seen = seen + ?
       WHERE vendor = ? AND operation = ? AND path = ? AND kind = ?`,
      example,
      at,
      count,
      vendor,
      operation,
      path,
      kind,
    );
    if (changed > 0 || isFull) continue;
    run(
      db,
      `INSERT INTO drift (vendor, operation, path, kind, word, first_seen_at, last_seen_at, seen)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      vendor,
      operation,
      path,
      kind,
      example,
      at,
      at,
      count,
    );
  }
}

/** Forgets all that another Plumbline saw: what it did not know, this one may. */
export function keepDriftOf(db: WriteDb, version: string): void {
  if (oneRow(db, 'SELECT 1 FROM drift_version WHERE version = ?', version)) return;
  run(db, 'DELETE FROM drift');
  run(db, 'DELETE FROM drift_version');
  run(db, 'INSERT INTO drift_version (version) VALUES (?)', version);
}
