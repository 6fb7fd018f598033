import type { SmartqDataset } from './data/dataset.ts';
import type { Notification, SmartqEntry, SmartqWritten } from './entries.ts';
import type { Change, Kind, Records, Tables } from './records.ts';
import { doorRefusal } from './refusal.ts';

/** What was written to smartQ, over what the data set began with. */
export type SmartqLedger = {
  /** Returns the records of a kind by id, oldest first. */
  readonly table: <K extends Kind>(kind: K) => ReadonlyMap<number, Records[K]>;
  /** Returns an id no record of the kind has or had. */
  readonly nextId: (kind: Kind) => number;
  /** Returns who was sent messages, oldest first. */
  readonly notifications: () => readonly Notification[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /**
   * Makes a write last (journal first, so that nothing is answered that a restart would not know), then applies it. `by`
   * is a user's id. @throws HTTPException 500 when it cannot.
   */
  readonly record: (by: number, written: SmartqWritten) => void;
};

/** What a ledger begins with. */
type Beginning = {
  readonly dataset: SmartqDataset;
  /** What was written before; these are not made to last again. */
  readonly entries: readonly SmartqEntry[];
  readonly onEntry: (entry: SmartqEntry) => void;
  /** Stamps what is written, in milliseconds since 1970. */
  readonly clock: () => number;
};

type Held = { readonly tables: { [K in Kind]: Map<number, Records[K]> }; readonly highest: Map<Kind, number> };

const hold = (tables: Tables): Held => {
  const copies = {
    user: new Map(tables.user),
    project: new Map(tables.project),
    role: new Map(tables.role),
    step: new Map(tables.step),
    field: new Map(tables.field),
    value: new Map(tables.value),
    ticket: new Map(tables.ticket),
    note: new Map(tables.note),
    file: new Map(tables.file),
  };
  const kinds = Object.keys(copies) as Kind[];
  return { tables: copies, highest: new Map(kinds.map((kind) => [kind, Math.max(0, ...copies[kind].keys())])) };
};

/** Returns the ledger of the sample's account. The records are made at the first question or write. */
export const createSmartqLedger = ({ dataset, entries, onEntry, clock }: Beginning): SmartqLedger => {
  const notifications: Notification[] = [];
  let held: Held | null = null;

  const apply = ({ tables, highest }: Held, { changes, notified }: SmartqEntry): void => {
    for (const change of changes) {
      const { kind, id, record } = change satisfies Change;
      const table: Map<number, Records[Kind]> = tables[kind];
      if (record === null) table.delete(id);
      else table.set(id, record);
      highest.set(kind, Math.max(id, highest.get(kind) ?? 0));
    }
    if (notified !== undefined) notifications.push(notified);
  };

  const now = (): Held => {
    if (held === null) {
      held = hold(dataset.tables());
      for (const entry of entries) apply(held, entry);
    }
    return held;
  };

  return {
    table: (kind) => now().tables[kind],
    nextId: (kind) => (now().highest.get(kind) ?? 0) + 1,
    notifications: () => {
      now();
      return notifications;
    },
    now: clock,
    record: (by, written) => {
      const state = now();
      const at = new Date(clock()).toISOString();
      const entry: SmartqEntry = { vendor: 'smartq', type: 'records-changed', at, by, ...written };
      try {
        onEntry(entry);
      } catch {
        throw doorRefusal(500, 'Internal server error');
      }
      apply(state, entry);
    },
  };
};
