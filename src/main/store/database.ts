import type Database from 'better-sqlite3';

declare const readable: unique symbol;
declare const writable: unique symbol;

/**
 * A handle to read with. The brand keeps a reader's handle out of functions that write; a WriteDb may be given wherever
 * a ReadDb is asked for.
 */
export type ReadDb = Database.Database & { readonly [readable]: true };
export type WriteDb = ReadDb & { readonly [writable]: true };

/** A value SQLite takes or gives here. Whole numbers stay below 2^53: no column holds larger ones. */
export type SqlValue = string | number | null;

type Row = readonly SqlValue[];

interface Statements {
  readonly objects: Map<string, Database.Statement<SqlValue[]>>;
  readonly arrays: Map<string, Database.Statement<SqlValue[]>>;
}

const cached = new WeakMap<ReadDb, Statements>();

function statementsOf(db: ReadDb): Statements {
  const known = cached.get(db);
  if (known) return known;
  const fresh: Statements = { objects: new Map(), arrays: new Map() };
  cached.set(db, fresh);
  return fresh;
}

/** The statement for `sql`, prepared once per connection; rows come as objects. Preparing costs more than a page. */
export function prepared(db: ReadDb, sql: string): Database.Statement<SqlValue[]> {
  const { objects } = statementsOf(db);
  const known = objects.get(sql);
  if (known) return known;
  const statement = db.prepare<SqlValue[]>(sql);
  objects.set(sql, statement);
  return statement;
}

// `Result` is the caller's word for the shape its own statement gives: SQL cannot be checked from here.
/** All rows of `sql` as objects. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const allRows = <Result>(db: ReadDb, sql: string, ...values: SqlValue[]): readonly Result[] =>
  prepared(db, sql).all(...values) as Result[];

/** The first row of `sql` as an object, or undefined. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const oneRow = <Result>(db: ReadDb, sql: string, ...values: SqlValue[]): Result | undefined =>
  prepared(db, sql).get(...values) as Result | undefined;

/** Runs a statement that writes; answers how many rows it changed. */
export const run = (db: WriteDb, sql: string, ...values: SqlValue[]): number =>
  prepared(db, sql).run(...values).changes;

/** All rows of `sql` as arrays of values, the cheapest form for lists. */
export function arrayRows(db: ReadDb, sql: string, values: readonly SqlValue[]): readonly Row[] {
  const { arrays } = statementsOf(db);
  let statement = arrays.get(sql);
  if (!statement) {
    statement = db.prepare<SqlValue[]>(sql).raw();
    arrays.set(sql, statement);
  }
  return statement.all(...values) as Row[];
}

/**
 * Runs `work` in one transaction and answers what it answers; anything thrown undoes all of it. Inside another
 * transaction it is a savepoint, so a part can fail alone.
 */
export const inTransaction = <Result>(db: WriteDb, work: () => Result): Result => db.transaction(work).immediate();
