import type { MappedPage, MappedPart } from '../../../shared/model/mapped-record.ts';
import type { Kind } from '../../../shared/model/record.ts';
import type { CallParams } from './operation.ts';

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
