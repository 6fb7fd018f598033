import type { DueKind, Kind, RecordPerson } from '../../../shared/model/record.ts';
import type { CallParams } from './operation.ts';

/** A vendor's record in the model's terms: what `map.ts` makes of one row of a list. */
export interface MappedRecord {
  readonly vendorId: string;
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
  readonly people: readonly RecordPerson[];
  /** What full-text search reads besides title, number and people. */
  readonly text: string;
  /** The vendor's own JSON of this row, unknown fields included. */
  readonly raw: unknown;
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

/** What a detail answer adds to a record. Absent fields leave the record as it is. */
export interface MappedPart {
  readonly record?: Partial<Omit<MappedRecord, 'vendorId' | 'people' | 'text' | 'raw'>>;
  readonly people?: readonly RecordPerson[];
  /** Replaces this part's share of the full-text. */
  readonly text?: string;
}

/** A call that reads one part of a record (`detail`, `report`). */
export interface PartCall {
  readonly part: string;
  readonly operation: string;
  readonly params: CallParams;
}

/** One list of a collection. `pageSize` rows are asked for at a time; left out, `PAGE_SIZE` of paging.ts. */
export interface CollectionList {
  readonly operation: string;
  readonly params?: CallParams;
  readonly pageSize?: number;
}

/**
 * How one kind of record is read from a vendor: pure functions only, so that the same collection plans calls in main
 * and maps answers in the writer.
 */
export interface Collection {
  readonly kind: Kind;
  /** Lists whose union is the kind: an audit moves from pending to complete to neither. */
  readonly lists: readonly CollectionList[];
  /** Reads one page's JSON. Throws VendorError `unexpected-answer` when the shape is not the list's. */
  readonly mapPage: (operation: string, json: unknown) => MappedPage;
  /** Calls that complete a record; none where the list says all. */
  readonly parts: (record: { readonly vendorId: string; readonly status: string | null }) => readonly PartCall[];
  /** Reads one part's JSON. */
  readonly mapPart: (part: string, json: unknown) => MappedPart;
  /** The call that tells whether a record that left its lists still exists; null where the vendor has none. */
  readonly confirm: ((vendorId: string) => PartCall) | null;
}
