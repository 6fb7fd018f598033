import { describe, expect, it } from 'vitest';
import { describeOperation, describeOperations } from '../../src/main/vendors/core/describe-operation.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';

const pages = ['pageNumber', 'pageSize'];
const both = ['templateId', 'auditObjectId', 'auditObjectGroupId', 'assignedTo', 'assignedToGroup'];

/** The document's facts, row by row: method, path, path parameters, query parameters, answer, paging. */
const documented: Readonly<
  Record<keyof typeof operations, readonly [string, string, readonly string[], readonly string[], string, string]>
> = {
  listPendingAudits: [
    'GET',
    '/audit/pending',
    [],
    ['inProgress', 'auditScheduleId', ...both, ...pages],
    'json',
    'page-size',
  ],
  listCompleteAudits: [
    'GET',
    '/audit/complete',
    [],
    ['scoreMin', 'scoreMax', 'completedBy', 'completedByGroup', 'fromDate', 'toDate', ...both, ...pages],
    'json',
    'page-size',
  ],
  getAudit: ['GET', '/audit/{auditId}', ['auditId'], [], 'json', 'none'],
  getCompleteAudit: ['GET', '/audit/complete/{auditId}', ['auditId'], [], 'json', 'none'],
  getAuditReportPdf: [
    'GET',
    '/audit/complete/{auditId}/report-pdf',
    ['auditId'],
    ['reportType', 'includePhotos'],
    'pdf',
    'none',
  ],
  getAuditReport: ['GET', '/audit/complete/{auditId}/report', ['auditId'], [], 'json', 'none'],
  getCompany: ['GET', '/company', [], [], 'json', 'none'],
  listUsers: ['GET', '/users', [], [], 'json', 'none'],
  getUser: ['GET', '/users/{id}', ['id'], [], 'json', 'none'],
  getFile: ['GET', '/files/{id}', ['id'], ['withWatermark'], 'binary', 'none'],
};

const namesOf = (fields: OperationRow['query']): readonly string[] => Object.keys(fields?.shape ?? {}).toSorted();

describe('operations', () => {
  it('has exactly the rows of the document that are built', () => {
    expect(Object.keys(operations).toSorted()).toEqual(Object.keys(documented).toSorted());
  });

  it.each(Object.entries(documented))(
    '%s is as documented',
    (name, [method, path, pathParams, query, answer, paging]) => {
      const row: OperationRow = operations[name as keyof typeof operations];
      expect([row.method, row.path, row.answer.kind, row.paging]).toEqual([method, path, answer, paging]);
      expect(namesOf(row.pathParams)).toEqual(pathParams.toSorted());
      expect(namesOf(row.query)).toEqual(query.toSorted());
      expect([row.effect, row.tier, row.repeat, row.body.kind]).toEqual(['read', null, 'safe', 'none']);
      const placeholders = [...path.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);
      expect(namesOf(row.pathParams)).toEqual(placeholders);
    },
  );

  it('names only operations of the table in its collections and special calls', () => {
    const calls = monitorqa.collections.flatMap((collection) => [
      ...collection.lists,
      ...['pending', 'complete', 'expired'].flatMap((status) => collection.parts({ vendorId: 'a', status })),
      ...(collection.confirm === null ? [] : [collection.confirm('a')]),
    ]);
    const named = [...calls.map(({ operation }) => operation), monitorqa.testOperation];
    for (const operation of named) expect(Object.keys(operations)).toContain(operation);
    expect(monitorqa.fileCall?.('f')).toEqual({ operation: 'getFile', params: { path: { id: 'f' } } });
    expect(monitorqa.audits?.pdf('a', 'full', true)).toEqual({
      operation: 'getAuditReportPdf',
      params: { path: { auditId: 'a' }, query: { reportType: 2, includePhotos: true } },
    });
  });
});

describe('describeOperations', () => {
  it('gives each row an id and a JSON Schema of what it may be given', () => {
    const described = describeOperations('monitorqa', operations);
    expect(described.map(({ id }) => id)).toContain('monitorqa.getAuditReportPdf');
    expect(describeOperation('monitorqa', 'getAuditReportPdf', operations.getAuditReportPdf)).toMatchObject({
      effect: 'read',
      tier: null,
      repeat: 'safe',
      params: {
        type: 'object',
        additionalProperties: false,
        required: ['path'],
        properties: {
          path: { properties: { auditId: { type: 'string' } }, required: ['auditId'], additionalProperties: false },
          query: { properties: { includePhotos: { type: 'boolean' } }, additionalProperties: false },
        },
      },
    });
    expect(described.find(({ id }) => id === 'monitorqa.getCompany')?.params).toMatchObject({ properties: {} });
  });
});
