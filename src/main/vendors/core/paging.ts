import { assertNever } from '../../../shared/lib/assert-never.ts';
import type { PagingStyle } from './operation.ts';

/** Rows asked for at a time where a collection names no size of its own. */
export const PAGE_SIZE = 100;

/** A list that never ends is cut off here. */
const PAGE_LIMIT = 20_000;

/** How one list is paged. `firstPage` is the number of its first page; left out, 1. */
export interface PagingRule {
  readonly style: PagingStyle;
  readonly size: number;
  readonly firstPage?: 0 | 1;
}

/**
 * Why a list cannot be trusted to be whole: `shifted` (rows moved between pages while it was read), `total-changed`,
 * `total-missed` (the list ended before its own total), `repeated` (a page came again), `cursor-loop`, `endless`.
 */
export type IncompleteReason = 'shifted' | 'total-changed' | 'total-missed' | 'repeated' | 'cursor-loop' | 'endless';

/** Where a reading stands: plain data, so that a run may be put down and taken up again. */
export interface PagingState {
  readonly page: number;
  /** Rows received so far that no earlier page of this reading held. */
  readonly distinct: number;
  /** Where the next page begins, for styles that count rows. */
  readonly offset: number;
  readonly total: number | null;
  readonly cursors: readonly string[];
  readonly doubt: IncompleteReason | null;
}

/** What to ask: the query parameters of a page, and the state to hand back with what came. */
export interface PageRequest {
  readonly query: Readonly<Record<string, string | number>>;
  readonly state: PagingState;
}

/** What a page held. */
export interface ObservedPage {
  readonly received: number;
  /** How many of the rows an earlier page of this same reading held already. */
  readonly repeated: number;
  readonly total: number | null;
  readonly cursor: string | null;
  /** Whether the vendor says that more follows; absent where it does not say. */
  readonly more?: boolean;
}

export type PagingStep =
  | { readonly kind: 'next'; readonly request: PageRequest }
  | { readonly kind: 'end' }
  | { readonly kind: 'incomplete'; readonly why: IncompleteReason };

function pageQuery(rule: PagingRule, state: PagingState): PageRequest['query'] {
  const { size } = rule;
  const cursor = state.cursors.at(-1);
  switch (rule.style) {
    case 'none':
      return {};
    case 'page-limit':
      return { page: state.page, limit: size };
    case 'page-size':
      return { pageNumber: state.page, pageSize: size };
    case 'laravel-simple':
    case 'laravel-simple-maybe':
      return { page: state.page, per_page: size };
    case 'offset-count':
      return { offset: state.offset, count: size };
    case 'cursor':
      return cursor === undefined ? { limit: size } : { limit: size, lastEvaluatedKey: cursor };
    default:
      return assertNever(rule.style, 'paging style');
  }
}

/** The first request of a reading. */
export function firstPage(rule: PagingRule): PageRequest {
  const page = rule.firstPage ?? 1;
  const state: PagingState = { page, distinct: 0, offset: 0, total: null, cursors: [], doubt: null };
  return { query: pageQuery(rule, state), state };
}

/**
 * What follows a page. Pure. The promise: no row is missed or doubled, or the reading ends `incomplete`. One case cannot
 * be seen: in a style of page numbers, as many rows going as coming between two calls (or any going, where the vendor
 * gives no total). Then a row may be missed once, which is why nothing missing is removed without being asked for.
 *
 * Pages are counted here, never taken from the answer, and a short page is not an end where a total says otherwise: a
 * vendor may cap the size it was asked for. A full page that reaches the total is followed by one more call, because a
 * total may be wrong. Styles that count rows overlap by one row, so that a row that moved up between two calls shows.
 */
export function nextPage(rule: PagingRule, before: PagingState, seen: ObservedPage): PagingStep {
  if (rule.style === 'none') return { kind: 'end' };
  const isFirst = before.page === (rule.firstPage ?? 1);
  const fresh = Math.max(0, seen.received - seen.repeated);
  const state: PagingState = {
    page: before.page + 1,
    distinct: before.distinct + fresh,
    // One row of overlap; the offset of a row is its count only while every row so far was distinct.
    offset: Math.max(0, before.offset + seen.received - 1),
    total: seen.total ?? before.total,
    cursors: seen.cursor ? [...before.cursors, seen.cursor] : before.cursors,
    doubt: before.doubt ?? doubtOf(rule.style, before, seen, isFirst),
  };
  if (state.doubt === 'cursor-loop' || state.doubt === 'repeated') return { kind: 'incomplete', why: state.doubt };
  if (isLast(rule, state, seen, isFirst)) return finish(state);
  if (state.page > PAGE_LIMIT) return { kind: 'incomplete', why: 'endless' };
  return { kind: 'next', request: { query: pageQuery(rule, state), state } };
}

function finish(state: PagingState): PagingStep {
  if (state.doubt !== null) return { kind: 'incomplete', why: state.doubt };
  if (state.total !== null && state.distinct < state.total) return { kind: 'incomplete', why: 'total-missed' };
  return { kind: 'end' };
}

/** What this page gives reason to doubt, beyond its end. */
function doubtOf(
  style: PagingStyle,
  before: PagingState,
  seen: ObservedPage,
  isFirst: boolean,
): IncompleteReason | null {
  if (seen.cursor !== null && before.cursors.includes(seen.cursor)) return 'cursor-loop';
  if (!isFirst && seen.total !== null && before.total !== null && seen.total !== before.total) return 'total-changed';
  // A vendor that ignores the page number sends everything again: that list was whole at its first page.
  if (style === 'laravel-simple-maybe' && wholeAgain(before, seen)) return null;
  if (style === 'offset-count' && !isFirst) {
    if (seen.received > 1 && seen.repeated === seen.received) return 'repeated';
    return seen.repeated === 1 ? null : 'shifted';
  }
  if (seen.repeated === 0) return null;
  return seen.repeated === seen.received ? 'repeated' : 'shifted';
}

const wholeAgain = (before: PagingState, seen: ObservedPage): boolean =>
  seen.received > 0 && seen.repeated === seen.received && seen.received === before.distinct;

function isLast(rule: PagingRule, state: PagingState, seen: ObservedPage, isFirst: boolean): boolean {
  const short = seen.received < rule.size;
  switch (rule.style) {
    case 'cursor':
      return !seen.cursor;
    case 'laravel-simple-maybe':
      return seen.more === undefined ? short || seen.repeated === seen.received : !seen.more;
    case 'laravel-simple':
      return seen.more === undefined ? seen.received === 0 : !seen.more;
    case 'offset-count':
      return isFirst ? seen.received === 0 : seen.received <= 1;
    case 'page-limit':
    case 'page-size':
      return seen.received === 0 || (short && state.total !== null && state.distinct >= state.total);
    case 'none':
      return true;
    default:
      return assertNever(rule.style, 'paging style');
  }
}
