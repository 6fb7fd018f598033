import { readCount, type Checks, type Input } from './checks.ts';

/** The parameters of a page, and their limits as the vendor states them beside this document. */
export const pageParameters = ['page', 'per_page'] as const;

/** Which page of a list is asked for. */
export type Page = { readonly number: number; readonly size: number };

/** Returns the page a query asks for. */
export const readPage = (checks: Checks, input: Input): Page => ({
  number: readCount(checks, input, 'page', { standard: 1, most: 999_999_999 }),
  size: readCount(checks, input, 'per_page', { standard: 15, most: 249 }),
});

/** Where the vendor's pages say they are, whoever is asked: on the machine of the one who wrote the document. */
const statedOrigin = 'http://127.0.0.1:8000';

/**
 * Returns a page as the sample response shows it: no total, no last page, and addresses without the filters that were
 * asked for. `vanished` rows are missing from the front of the list on every page but the first (negative: so many
 * appeared), which shifts what the later pages show.
 */
export const pageOf = <Row>(
  rows: readonly Row[],
  { number, size }: Page,
  { path, vanished, shape }: { path: string; vanished: number; shape: (row: Row) => unknown },
): unknown => {
  const first = Math.max(0, (number - 1) * size + (number === 1 ? 0 : vanished));
  const shown = rows.slice(first, first + size);
  const address = `${statedOrigin}${path}`;
  const at = (page: number): string => `${address}?page=${page}`;
  const from = (number - 1) * size + 1;
  return {
    current_page: number,
    data: shown.map(shape),
    first_page_url: at(1),
    from: shown.length === 0 ? null : from,
    next_page_url: first + size < rows.length ? at(number + 1) : null,
    path: address,
    per_page: size,
    prev_page_url: number === 1 ? null : at(number - 1),
    to: shown.length === 0 ? null : from + shown.length - 1,
  };
};
