import type { Input } from '../../shared/contract/index.ts';

/** Rows that are asked for at a time. */
export const PAGE = 100;

/** What a page of a list is asked for by its place, counted from 0; also what its answer is kept under. */
export const pageInput = (list: Input<'records.list'>, page: number): Input<'records.list'> => ({
  ...list,
  limit: PAGE,
  offset: page * PAGE,
});
