import { AppError } from '../../../shared/errors/app-error.ts';
import type { DatabaseName } from '../data-files.ts';
import { inTransaction, type ReadDb, type WriteDb } from '../database.ts';

/** One step of a schema: from any version below `version` to it. A step that was ever released never changes. */
export interface Step {
  /** Steps are numbered by tens, so that a correction fits between two. */
  readonly version: number;
  readonly update: (db: WriteDb) => void;
}

/** The version a database is at; 0 when it has no schema yet. */
export const schemaVersion = (db: ReadDb): number => db.pragma('user_version', { simple: true }) as number;

/** The version the steps lead to. */
export const latestVersion = (steps: readonly Step[]): number => steps.at(-1)?.version ?? 0;

/** Throws AppError `database-newer`, naming both versions, when the database is of a later Plumbline. */
export function checkVersion(db: ReadDb, database: DatabaseName, steps: readonly Step[]): void {
  const found = schemaVersion(db);
  const known = latestVersion(steps);
  if (found <= known) return;
  throw new AppError(
    'database-newer',
    `${database}.db has version ${found}; this Plumbline knows versions up to ${known}.`,
    { data: { database, found, known } },
  );
}

function assertIncreasing(steps: readonly Step[]): void {
  let last = 0;
  for (const { version } of steps) {
    if (version <= last) throw new TypeError(`Migration ${version} stands behind ${last}.`);
    last = version;
  }
}

/**
 * Brings a database to the steps' latest version, all pending steps in one transaction: it ends complete or as it was.
 * `before` runs first when a database with data is about to change. Answers the versions before and after. Throws
 * AppError `database-newer`, and what a step throws.
 */
export function migrate(
  db: WriteDb,
  database: DatabaseName,
  steps: readonly Step[],
  before?: () => void,
): { readonly from: number; readonly to: number } {
  assertIncreasing(steps);
  checkVersion(db, database, steps);
  const from = schemaVersion(db);
  const to = latestVersion(steps);
  if (from === to) return { from, to };
  if (from > 0) before?.();
  inTransaction(db, () => {
    for (const step of steps) if (step.version > from) step.update(db);
    db.pragma(`user_version = ${to}`);
  });
  return { from, to };
}
