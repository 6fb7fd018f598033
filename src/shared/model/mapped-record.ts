import type { DueKind, RecordPerson } from './record.ts';

/** The columns a record takes from its vendor. Moments are ISO 8601 in UTC. */
export interface RecordFields {
  readonly number: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly project: string | null;
  /** The vendor's id of the record this one belongs to. */
  readonly parent: string | null;
  readonly dueAt: string | null;
  readonly dueKind: DueKind | null;
  readonly dueZone: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly score: number | null;
}

/** A vendor's record in the model's terms: what a vendor's map makes of one row of a list, and what the store takes. */
export interface MappedRecord extends RecordFields {
  readonly vendorId: string;
  readonly people: readonly RecordPerson[];
  /** What full-text search reads besides title, number and people. */
  readonly text: string;
  /** The vendor's own JSON of this row, unknown fields included. */
  readonly raw: unknown;
}

/** The record of another kind that a list belongs to, where rows name no more of it than its id. */
export interface ListOwner {
  readonly vendorId: string;
  readonly title: string;
  /** The vendor's own JSON of its parts, by name: of those that the mapping asks for and that were read. */
  readonly parts?: Readonly<Record<string, unknown>>;
}

/** One page of a list, read. `received` counts the rows the vendor sent, mapped or not. */
export interface MappedPage {
  readonly records: readonly MappedRecord[];
  readonly received: number;
  /** The vendor's own total where it gives one. */
  readonly total: number | null;
  /** The vendor's opaque continuation where it gives one. */
  readonly cursor: string | null;
  /** Whether the vendor says that more follows; absent where it does not say. */
  readonly more?: boolean;
}

/** What a detail answer adds to a record. Absent fields leave the record as it is; a null is what the vendor said. */
export interface MappedPart {
  readonly record?: Partial<RecordFields>;
  readonly people?: readonly RecordPerson[];
  /** Replaces this part's share of the full-text. */
  readonly text?: string;
}
