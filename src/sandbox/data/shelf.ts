/** Records of one kind by id: those a data set began with, and over them what was written since. */
export type Shelf<T> = {
  /** Returns the record, or null when there is none (any more). */
  readonly get: (id: string) => T | null;
  /** Returns the record as it is, or as it was when it was deleted; null when there never was one. */
  readonly known: (id: string) => T | null;
  /** Returns what was written last: null for deleted, undefined when nothing was. */
  readonly written: (id: string) => T | null | undefined;
  /** Tells whether anything was written at all, so that a million unwritten records cost no look-up each. */
  readonly isWritten: () => boolean;
  /** Returns the records that are there, oldest first. */
  readonly all: () => readonly (readonly [id: string, record: T])[];
  /** Returns what was written, oldest first. */
  readonly changes: () => Iterable<readonly [id: string, record: T | null]>;
  /** Writes a record; null deletes it. */
  readonly set: (id: string, record: T | null) => void;
};

/** Returns a shelf that begins with these records, which are made when somebody first asks for them. */
export const createShelf = <T>(begin: () => Iterable<readonly [id: string, record: T]> = () => []): Shelf<T> => {
  const written = new Map<string, T | null>();
  const deleted = new Map<string, T>();
  let made: ReadonlyMap<string, T> | null = null;
  const first = (): ReadonlyMap<string, T> => (made ??= new Map(begin()));
  const current = (id: string): T | null => {
    const record = written.get(id);
    return record === undefined ? (first().get(id) ?? null) : record;
  };

  return {
    get: current,
    known: (id) => current(id) ?? deleted.get(id) ?? null,
    written: (id) => written.get(id),
    isWritten: () => written.size > 0,
    all: () => {
      const began = [...first()].map(([id]) => id);
      const added = [...written.keys()].filter((id) => !first().has(id));
      return [...began, ...added].flatMap((id) => {
        const record = current(id);
        return record === null ? [] : [[id, record] as const];
      });
    },
    changes: () => written,
    set: (id, record) => {
      const before = current(id);
      if (record === null && before !== null) deleted.set(id, before);
      written.set(id, record);
    },
  };
};
