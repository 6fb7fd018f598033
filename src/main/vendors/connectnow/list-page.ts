import { z } from 'zod';
import type { MappedPage, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { mapOrRefuse } from './map-common.ts';
import { anyList } from './schemas.ts';

/** Where a paginator says what follows: beside its rows or, as newer ones do, among `links`. */
const paginator = z.looseObject({
  next_page_url: z.unknown().optional(),
  links: z.looseObject({ next: z.unknown().optional() }).optional().catch(undefined),
});

/**
 * Whether a list goes on; undefined where it does not say. The address that a paginator names is only a sign: it may
 * be of any host (the document's own is 127.0.0.1), so the next page is asked for at the connection's address.
 */
function hasMore(json: unknown): boolean | undefined {
  const page = paginator.safeParse(json).data;
  const next = page?.next_page_url === undefined ? page?.links?.next : page.next_page_url;
  return next === undefined ? undefined : typeof next === 'string' && next !== '';
}

/**
 * One page of any list of ConnectNow, in whichever of its forms. Throws VendorError `unexpected-answer` for what is no
 * list, and for a row that `map` cannot read.
 */
export function listPage(operation: string, json: unknown, map: (row: unknown) => MappedRecord): MappedPage {
  return mapOrRefuse(operation, () => {
    const answer = anyList.parse(json);
    const rows = Array.isArray(answer) ? answer : answer.data;
    const more = hasMore(json);
    return {
      records: rows.map(map),
      received: rows.length,
      total: null,
      cursor: null,
      ...(more === undefined ? {} : { more }),
    };
  });
}
