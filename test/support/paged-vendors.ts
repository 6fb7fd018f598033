import { z } from 'zod';
import { defineOperations } from '../../src/main/vendors/core/define-operations.ts';
import type { CallParams, OperationRow, PagingStyle } from '../../src/main/vendors/core/operation.ts';
import type { PagingRule } from '../../src/main/vendors/core/paging.ts';
import type { VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import { conqa } from '../../src/main/vendors/conqa/client.ts';
import { webhookPage } from '../../src/main/vendors/conqa/webhooks.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { smartq } from '../../src/main/vendors/smartq/client.ts';
import { listOperations } from './list-operations.ts';

/** What a page says, whatever its vendor's words. */
export interface Page {
  readonly ids: readonly number[];
  readonly total?: number;
  readonly cursor?: string | null;
  readonly more?: boolean;
}

/** What is read from a page's JSON. */
interface ReadPage {
  readonly ids: readonly string[];
  readonly received: number;
  readonly total: number | null;
  readonly cursor: string | null;
  readonly more?: boolean;
}

/** One list of one vendor: how it is asked, and how a page of it is written and read. */
export interface PagedList {
  readonly name: string;
  readonly definition: VendorDefinition;
  readonly operation: string;
  /** What is given beside the page. */
  readonly path?: CallParams['path'];
  readonly rule: PagingRule;
  /** The answer's JSON for a page, as the vendor's document shows it. */
  readonly write: (page: Page) => unknown;
  readonly read: (json: unknown) => ReadPage;
}

/** Rows asked for at a time. */
export const SIZE = 10;

/** The rows of one request, as a vendor of the style gives them; `cap` of them at most, pages counted from `first`. */
export function pageOf(
  { style, firstPage: first = 1 }: PagingRule,
  rows: readonly number[],
  query: URLSearchParams,
  cap: number,
): Page {
  const numbered = (name: string): readonly number[] => {
    const start = (Number(query.get(name)) - first) * cap;
    return start < 0 ? [] : rows.slice(start, start + cap);
  };
  switch (style) {
    case 'page-size':
      return { ids: numbered('pageNumber'), total: rows.length };
    case 'page-limit':
      return { ids: numbered('page'), total: rows.length };
    case 'laravel-simple':
    case 'laravel-simple-maybe':
      return { ids: numbered('page'), more: Number(query.get('page')) * cap < rows.length };
    case 'offset-count': {
      const offset = Number(query.get('offset'));
      return { ids: rows.slice(offset, offset + cap) };
    }
    case 'cursor': {
      // The key is opaque to whoever reads: here, the last row behind characters that a query must escape.
      const key = query.get('lastEvaluatedKey');
      const last = key === null ? Number.NEGATIVE_INFINITY : Number(key.replace('k+/=', ''));
      const left = rows.filter((id) => id > last);
      const ids = left.slice(0, cap);
      return { ids, cursor: left.length > cap ? `k+/=${ids.at(-1)}` : null };
    }
    case 'none':
      return { ids: rows };
    default:
      return style satisfies never;
  }
}

const READ_ROW = {
  summary: 'A list',
  section: 'A list',
  method: 'GET',
  path: '/list',
  body: { kind: 'none' },
  answer: { kind: 'json', schema: z.unknown() },
  effect: 'read',
  tier: null,
  repeat: 'safe',
} as const satisfies Partial<OperationRow>;

const PARAMETERS: Readonly<Record<PagingStyle, readonly string[]>> = {
  none: [],
  'page-limit': ['page', 'limit'],
  'page-size': ['pageNumber', 'pageSize'],
  cursor: ['limit', 'lastEvaluatedKey'],
  'offset-count': ['offset', 'count'],
  'laravel-simple': ['page', 'per_page'],
  'laravel-simple-maybe': ['page', 'per_page'],
};

/** A list of a vendor that is not built yet, or of none: a row of its own, and pages in the plainest words. */
export function plainList(rule: PagingRule, name: string = rule.style): PagedList {
  const query = z.object(Object.fromEntries(PARAMETERS[rule.style].map((field) => [field, z.unknown().optional()])));
  const operations = defineOperations({ list: { ...READ_ROW, query, paging: rule.style } });
  return {
    name,
    definition: { ...monitorqa, operations },
    operation: 'list',
    rule,
    write: (page) => page,
    read: (json) => {
      const { ids, total = null, cursor = null, more } = json as Page;
      return { ids: ids.map(String), received: ids.length, total, cursor, ...(more === undefined ? {} : { more }) };
    },
  };
}

/** A list that a collection reads, with what the collection's own map makes of a page. */
function collectedList(
  definition: VendorDefinition,
  operation: string,
): Pick<PagedList, 'definition' | 'operation' | 'read'> {
  const collection = definition.collections.find((one) => listOperations(one).includes(operation));
  if (collection === undefined) throw new Error(`${definition.vendor} has no collection that reads ${operation}`);
  const read: PagedList['read'] = (json) => {
    const { records, received, total, cursor, more } = collection.mapPage(operation, json);
    const ids = records.map(({ vendorId }) => vendorId);
    return { ids, received, total, cursor, ...(more === undefined ? {} : { more }) };
  };
  return { definition, operation, read };
}

/** A list of MonitorQA's; its meta names the page as in the document's example of schedules, which is not the one asked for. */
const monitorqaList = (operation: string): PagedList => ({
  ...collectedList(monitorqa, operation),
  name: `page-size (MonitorQA, ${operation})`,
  rule: { style: 'page-size', size: SIZE },
  write: ({ ids, total }) => ({
    data: ids.map((id) => ({ id: String(id), name: `Row ${id}` })),
    meta: { pageNumber: 0, pageSize: SIZE, totalCount: total },
  }),
});

const path = { projectId: 'p1' };

/** A list of a CONQA project; `field` names its rows and their ids. */
const conqaList = (operation: string, field: 'issue' | 'milestone'): PagedList => ({
  ...collectedList(conqa, operation),
  name: `page-limit (CONQA, ${operation})`,
  path,
  rule: { style: 'page-limit', size: SIZE },
  write: ({ ids, total }) => ({
    data: {
      paging: { total_records: total, page_size: SIZE, page_number: 1 },
      [`${field}s`]: ids.map((id) => ({ [`${field}Id`]: String(id), projectId: 'p1' })),
    },
  }),
});

/** CONQA's webhooks: `count` is the page's, and there is a key as long as more follows. */
const webhookList: PagedList = {
  name: 'cursor (CONQA, listProjectWebhooks)',
  definition: conqa,
  operation: 'listProjectWebhooks',
  path,
  rule: { style: 'cursor', size: SIZE },
  write: ({ ids, cursor }) => ({
    data: {
      webhooks: ids.map((id) => ({ id: String(id), projectId: 'p1', type: 'REPORT', status: 'ACTIVE' })),
      count: ids.length,
      ...(cursor === undefined ? {} : { lastEvaluatedKey: cursor }),
    },
  }),
  read: (json) => {
    const { webhooks, cursor } = webhookPage('listProjectWebhooks', json);
    return { ids: webhooks.map(({ id }) => id), received: webhooks.length, total: null, cursor };
  },
};

/** A list of smartQ's, in its envelope; a ticket's record has its board's id before its own. */
const smartqList = (operation: string, given?: CallParams['path']): PagedList => {
  const collected = collectedList(smartq, operation);
  return {
    ...collected,
    name: `offset-count (smartQ, ${operation})`,
    ...(given === undefined ? {} : { path: given }),
    rule: { style: 'offset-count', size: SIZE },
    write: ({ ids }) => ({ error: null, data: { items: ids.map((id) => ({ id, project_id: 1, name: `Row ${id}` })) } }),
    read: (json) => {
      const page = collected.read(json);
      return { ...page, ids: page.ids.map((id) => id.split('/').at(-1) ?? id) };
    },
  };
};

/** Every style, each with the lists of the vendors that page so. A vendor joins with a list of its own. */
export const pagedLists: readonly PagedList[] = [
  monitorqaList('listPendingAudits'),
  monitorqaList('listExpiredCorrectiveActions'),
  conqaList('listProjectIssues', 'issue'),
  conqaList('listProjectMilestones', 'milestone'),
  webhookList,
  smartqList('listUsers'),
  smartqList('listTickets', path),
  plainList({ style: 'page-limit', size: SIZE }),
  plainList({ style: 'page-limit', size: SIZE, firstPage: 0 }, 'page-limit from 0'),
  plainList({ style: 'page-size', size: SIZE, firstPage: 0 }, 'page-size from 0'),
  plainList({ style: 'cursor', size: SIZE }),
  plainList({ style: 'offset-count', size: SIZE }),
  plainList({ style: 'laravel-simple', size: SIZE }),
];
