import type { ListOwner, MappedPage, MappedPart } from '../../../shared/model/mapped-record.ts';
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
  /**
   * A list that every live record of another kind has: a project's issues. They come after `lists`; the other kind must
   * be read before this one.
   */
  readonly within?: {
    readonly kind: Kind;
    readonly list: (ownerId: string) => CollectionList;
    /** Parts of the other record that rows and parts cannot be mapped without: a board's steps. */
    readonly ownerParts?: readonly string[];
  };
  /** Reads one page's JSON; `owner` is whose list it is, for lists `within` another record. Throws VendorError `unexpected-answer` when the shape is not the list's. */
  readonly mapPage: (operation: string, json: unknown, owner?: ListOwner) => MappedPage;
  /** Calls that complete a record; none where the list says all. */
  readonly parts: (record: { readonly vendorId: string; readonly status: string | null }) => readonly PartCall[];
  /** True where a connection without a secret cannot read it: a sync of such a connection leaves it out. */
  readonly needsSecret?: true;
  /** True where parts change and no row says so: they are read at every run. Left out: when a row is new or changed. */
  readonly readsPartsAlways?: boolean;
  /** Reads one part's JSON; `owner` is the record it is within, for collections that ask for its parts. */
  readonly mapPart: (part: string, json: unknown, owner?: ListOwner) => MappedPart;
  /**
   * The call that tells whether a record that left its lists still exists. Null where the vendor has none: then two
   * complete runs without it have to do.
   */
  readonly confirm: ((vendorId: string) => PartCall) | null;
}
