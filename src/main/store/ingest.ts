import { crashpoint } from '../platform/crashpoint.ts';
import { recordId } from '../../shared/model/ids.ts';
import type { Kind } from '../../shared/model/record.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { Drift } from '../../shared/model/drift.ts';
import { inTransaction, type WriteDb } from './database.ts';
import { saveDrift } from './drift.ts';
import type { ListOwner, MappedPage, MappedPart } from '../../shared/model/mapped-record.ts';
import { ownerOfRecord, rawParts } from './owners.ts';
import { ownerOf, savePart } from './parts.ts';
import { upsertRecords } from './records-write.ts';
import { listNumber, notePage } from './sync-state.ts';
import { writeTexts, type PendingTexts } from './text-index.ts';
import type { PageFacts, PageInput, PageResult, PartInput } from './worker-calls.ts';

/** A vendor's mapping of one kind; given in, because the store knows no vendor. */
export interface Mapper {
  /** The data of an answer's bytes. Throws AppError `unexpected-answer` for what cannot be read. */
  readonly read: (operation: string, bytes: ArrayBuffer) => unknown;
  /** Where data that were read differ from what their schema names; none where nobody looks. */
  readonly driftOf?: (operation: string, data: unknown) => readonly Drift[];
  readonly mapPage: (operation: string, json: unknown, owner?: ListOwner) => MappedPage;
  readonly mapPart: (part: string, json: unknown, owner?: ListOwner) => MappedPart;
  /** Parts of the record that rows stand within, for the mapping to be given; left out where it needs none. */
  readonly ownerParts?: { readonly kind: Kind; readonly parts: readonly string[] };
}

/** Finds the mapping. Throws when the vendor has no such kind. */
export type FindMapper = (vendor: Vendor, kind: Kind) => Mapper;

/** What became of one page of several. */
export type Outcome<Value> = { readonly value: Value } | { readonly thrown: unknown };

/** A transaction ends with the page that brings it to this many rows, or after this long. */
const ROWS_AT_ONCE = 5000;
const MILLISECONDS_AT_ONCE = 100;

function ingestPage(db: WriteDb, input: PageInput, page: MappedPage, texts: PendingTexts): PageResult {
  const { connectionId, vendor, kind, runId, readAt: at } = input;
  // Lists of several records by one operation are several lists: a row may stand in two of them.
  const list = listNumber(db, runId, [input.operation, ...(input.owner ? [input.owner.vendorId] : [])].join(' '));
  const rows = upsertRecords(db, { connectionId, vendor, kind, runId, list, at, records: page.records }, texts);
  const facts: PageFacts = {
    received: page.received,
    repeated: rows.repeated,
    total: page.total,
    cursor: page.cursor,
    more: page.more ?? null,
  };
  notePage(db, runId, input.cursor, facts, rows);
  return { ...facts, added: rows.added, changed: rows.changed };
}

/** The record a page's list belongs to, with the parts of it that the mapping asks for. */
function withParts(db: WriteDb, { ownerParts }: Mapper, { owner, connectionId }: PageInput): ListOwner | undefined {
  if (owner === undefined || ownerParts === undefined) return owner;
  const { kind, parts } = ownerParts;
  return { ...owner, parts: rawParts(db, recordId(connectionId, kind, owner.vendorId), parts) };
}

/** Keeps where an answer differs from its schema, also of one that cannot be mapped: there it says why. */
function noteDrift(
  db: WriteDb,
  mapper: Mapper,
  { vendor, operation, readAt: at }: Pick<PageInput, 'vendor' | 'operation' | 'readAt'>,
  data: unknown,
): void {
  const found = mapper.driftOf?.(operation, data) ?? [];
  if (found.length > 0) inTransaction(db, () => saveDrift(db, { vendor, operation, at, found }));
}

/**
 * Stores list pages in one transaction: the first, and those that `more` gives until there are enough. A page that
 * cannot be read or stored fails alone and leaves nothing. Answers one outcome for each page taken, after the commit.
 * `now` is any clock in milliseconds. Throws when the transaction itself fails: then nothing of it is stored.
 */
export function ingestPages(
  db: WriteDb,
  findMapper: FindMapper,
  more: () => PageInput | undefined,
  now: () => number,
): readonly Outcome<PageResult>[] {
  return inTransaction(db, () => {
    const outcomes: Outcome<PageResult>[] = [];
    const texts: PendingTexts = new Map();
    const endsAt = now() + MILLISECONDS_AT_ONCE;
    let rows = 0;
    for (let input = more(); input; input = rows < ROWS_AT_ONCE && now() < endsAt ? more() : undefined) {
      const current = input;
      try {
        const mapper = findMapper(current.vendor, current.kind);
        const data = mapper.read(current.operation, current.bytes);
        noteDrift(db, mapper, current, data);
        const page = mapper.mapPage(current.operation, data, withParts(db, mapper, current));
        const pageTexts: PendingTexts = new Map();
        const value = inTransaction(db, () => ingestPage(db, current, page, pageTexts));
        for (const [rid, text] of pageTexts) texts.set(rid, text);
        rows += page.records.length;
        outcomes.push({ value });
      } catch (thrown) {
        // After a full disk or an I/O error SQLite may have undone everything: then no page of the batch stands.
        if (!db.inTransaction) throw thrown;
        outcomes.push({ thrown });
      }
    }
    writeTexts(db, texts);
    crashpoint('cache:before-commit');
    return outcomes;
  });
}

/** Stores one part of a record; answers whether its content is new. Throws AppError `not-found`, `unexpected-answer`. */
export function ingestPart(db: WriteDb, findMapper: FindMapper, input: PartInput): boolean {
  const { recordId: id, part, readAt: at } = input;
  const { vendor, kind } = ownerOf(db, id);
  const mapper = findMapper(vendor, kind);
  const owner = mapper.ownerParts && ownerOfRecord(db, id, mapper.ownerParts);
  const raw = mapper.read(input.operation, input.bytes);
  noteDrift(db, mapper, { vendor, ...input }, raw);
  const mapping = mapper.mapPart(part, raw, owner);
  return inTransaction(db, () => {
    const texts: PendingTexts = new Map();
    const changed = savePart(db, { recordId: id, part, at, raw, mapping }, texts);
    writeTexts(db, texts);
    return changed;
  });
}
