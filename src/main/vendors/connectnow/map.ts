import type { MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection } from '../core/collection.ts';
import { EMPTY_FIELDS } from '../core/map-answer.ts';
import { listPage } from './list-page.ts';
import { mapOrRefuse, partOf } from './map-common.ts';
import { mapIssueRow } from './map-issue.ts';
import { ISSUE_WITH, readIssueCall } from './read-issue.ts';
import { category, company, webhook } from './schemas.ts';

/** The most rows that a page may have. */
const PAGE_SIZE = 249;

function mapCompany(json: unknown): MappedRecord {
  const { id, name, created_at: createdAt, updated_at: updatedAt } = company.parse(json);
  return { ...EMPTY_FIELDS, vendorId: id, title: name ?? id, createdAt, updatedAt, raw: json };
}

function mapCategory(json: unknown): MappedRecord {
  const row = category.parse(json);
  const project = row.company?.name ?? null;
  return {
    ...EMPTY_FIELDS,
    vendorId: row.id,
    title: row.name ?? row.id,
    project,
    parent: row.company_id ?? row.company?.id ?? null,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    text: project ?? '',
    raw: json,
  };
}

/** Whoever knows such an address may post to it: lists and search show its host. */
const hostOf = (url: string | null): string | null => (url !== null && URL.canParse(url) ? new URL(url).host : null);

function mapWebhook(json: unknown): MappedRecord {
  const { id, url, description, created_at: createdAt, updated_at: updatedAt } = webhook.parse(json);
  const host = hostOf(url);
  return {
    ...EMPTY_FIELDS,
    vendorId: id,
    title: description ?? host ?? id,
    createdAt,
    updatedAt,
    text: host ?? '',
    raw: json,
  };
}

interface CollectionParts {
  readonly kind: Collection['kind'];
  readonly list: string;
  readonly with: readonly string[];
  readonly map: (json: unknown) => MappedRecord;
  readonly confirm: NonNullable<Collection['confirm']>;
  readonly needsSecret?: true;
}

/**
 * A list that says all of its records, so that no row costs a call of its own: a limit may be as low as one a minute.
 * One record is read by itself when it is opened, was changed, or is missing.
 */
const collectionOf = ({ kind, list, map, confirm, needsSecret, with: appended }: CollectionParts): Collection => ({
  kind,
  lists: [
    {
      operation: list,
      pageSize: PAGE_SIZE,
      ...(appended.length === 0 ? {} : { params: { query: { 'with[]': appended } } }),
    },
  ],
  mapPage: (operation, json) => listPage(operation, json, map),
  parts: () => [],
  mapPart: (_part, json) => mapOrRefuse(confirm('').operation, () => partOf(map(json))),
  confirm,
  ...(needsSecret ? { needsSecret } : {}),
});

/** What the cache keeps of ConnectNow, in the order it is read. */
export const collections: readonly Collection[] = [
  collectionOf({
    kind: 'company',
    list: 'listCompanies',
    with: [],
    map: mapCompany,
    confirm: (companyId) => ({ part: 'detail', operation: 'getCompany', params: { path: { companyId } } }),
  }),
  collectionOf({
    kind: 'category',
    list: 'listCategories',
    with: ['company'],
    map: mapCategory,
    confirm: (categoryId) => ({ part: 'detail', operation: 'getCategory', params: { path: { categoryId } } }),
  }),
  collectionOf({
    kind: 'issue',
    list: 'listIssues',
    with: ISSUE_WITH,
    map: mapIssueRow,
    confirm: (issueId) => ({ part: 'detail', ...readIssueCall(issueId) }),
  }),
  collectionOf({
    kind: 'webhook',
    list: 'listWebhooks',
    with: [],
    map: mapWebhook,
    confirm: (webhookId) => ({ part: 'detail', operation: 'getWebhook', params: { path: { webhookId } } }),
    needsSecret: true,
  }),
];
