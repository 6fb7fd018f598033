/** Records of one kind by id. */
export type Table<Row extends { readonly id: number }> = {
  /** Returns all records, oldest first. */
  readonly all: () => readonly Row[];
  readonly find: (id: number) => Row | undefined;
  /** Returns an id no record has or had. */
  readonly nextId: () => number;
  readonly add: (row: Row) => void;
  /** Changes a record; nothing happens when there is none of this id. */
  readonly change: (id: number, changed: (row: Row) => Partial<Row>) => void;
  readonly remove: (id: number) => void;
};

/** Returns a table that begins with some records, oldest first. */
export const createTable = <Row extends { readonly id: number }>(beginning: readonly Row[]): Table<Row> => {
  const rows = new Map(beginning.map((row) => [row.id, row]));
  let latest = Math.max(0, ...rows.keys());
  return {
    all: () => [...rows.values()],
    find: (id) => rows.get(id),
    nextId: () => latest + 1,
    add: (row) => {
      rows.set(row.id, row);
      latest = Math.max(latest, row.id);
    },
    change: (id, changed) => {
      const row = rows.get(id);
      if (row !== undefined) rows.set(id, { ...row, ...changed(row) });
    },
    remove: (id) => void rows.delete(id),
  };
};
