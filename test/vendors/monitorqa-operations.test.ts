import { describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import { describeOperation, describeOperations } from '../../src/main/vendors/core/describe-operation.ts';
import type { CallParams, OperationRow } from '../../src/main/vendors/core/operation.ts';
import { checkRequest, prepareRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';

const pages = ['pageNumber', 'pageSize'];
const both = ['templateId', 'auditObjectId', 'auditObjectGroupId', 'assignedTo', 'assignedToGroup'];

const actionFilters = ['auditId', 'templateId', 'auditObjectId', 'assignedToId', 'assignedToGroupId', ...pages];

/** The document's facts of what reads: path, path parameters, query parameters, answer, paging. */
const reads: Readonly<Record<string, readonly [string, readonly string[], readonly string[], string, string]>> = {
  listPendingAudits: ['/audit/pending', [], ['inProgress', 'auditScheduleId', ...both, ...pages], 'json', 'page-size'],
  listCompleteAudits: [
    '/audit/complete',
    [],
    ['scoreMin', 'scoreMax', 'completedBy', 'completedByGroup', 'fromDate', 'toDate', ...both, ...pages],
    'json',
    'page-size',
  ],
  getAudit: ['/audit/{auditId}', ['auditId'], [], 'json', 'none'],
  getCompleteAudit: ['/audit/complete/{auditId}', ['auditId'], [], 'json', 'none'],
  getAuditReportPdf: [
    '/audit/complete/{auditId}/report-pdf',
    ['auditId'],
    ['reportType', 'includePhotos'],
    'pdf',
    'none',
  ],
  getAuditReport: ['/audit/complete/{auditId}/report', ['auditId'], [], 'json', 'none'],
  listUsers: ['/users', [], [], 'json', 'none'],
  getUser: ['/users/{id}', ['id'], [], 'json', 'none'],
  getCompany: ['/company', [], [], 'json', 'none'],
  listAccessibleCompanies: ['/company/accessible', [], [], 'json', 'none'],
  listPendingCorrectiveActions: ['/corrective-actions/pending', [], actionFilters, 'json', 'page-size'],
  getCorrectiveAction: ['/corrective-actions/{id}', ['id'], [], 'json', 'none'],
  listExpiredCorrectiveActions: [
    '/corrective-actions/expired',
    [],
    [...actionFilters, 'fromDate', 'toDate'],
    'json',
    'page-size',
  ],
  listCompletedCorrectiveActions: [
    '/corrective-actions/completed',
    [],
    [...actionFilters, 'fromDate', 'toDate', 'approvedById'],
    'json',
    'page-size',
  ],
  listRoles: ['/roles', [], [], 'json', 'none'],
  getRole: ['/roles/{id}', ['id'], [], 'json', 'none'],
  getFile: ['/files/{id}', ['id'], ['withWatermark'], 'binary', 'none'],
};

interface WriteFacts {
  readonly method: string;
  readonly path: string;
  readonly body: 'none' | 'json' | 'multipart';
  readonly answer: 'json' | 'empty';
  readonly effect: 'write' | 'destructive';
  readonly tier: string;
  readonly repeat: string;
  readonly probe?: string;
}

/** The same of what changes something. */
const writes: Readonly<Record<string, WriteFacts>> = {
  deleteCompany: {
    method: 'DELETE',
    path: '/company',
    body: 'none',
    answer: 'empty',
    effect: 'destructive',
    tier: 'T4',
    repeat: 'never',
  },
  createCompany: {
    method: 'POST',
    path: '/company',
    body: 'json',
    answer: 'json',
    effect: 'write',
    tier: 'T2',
    repeat: 'never',
    probe: 'accessible companies: same name',
  },
  uploadCompanyLogo: {
    method: 'POST',
    path: '/company/logo',
    body: 'multipart',
    answer: 'empty',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
    probe: 'company: logoFileId changed',
  },
  deleteCompanyLogo: {
    method: 'DELETE',
    path: '/company/logo',
    body: 'none',
    answer: 'empty',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
  uploadCompanyIcon: {
    method: 'POST',
    path: '/company/icon',
    body: 'multipart',
    answer: 'empty',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
    probe: 'company: iconFileId changed',
  },
  deleteCompanyIcon: {
    method: 'DELETE',
    path: '/company/icon',
    body: 'none',
    answer: 'empty',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
  updateCompany: {
    method: 'PUT',
    path: '/company',
    body: 'json',
    answer: 'empty',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
  },
  updateCorrectiveAction: {
    method: 'PUT',
    path: '/corrective-actions/{id}',
    body: 'json',
    answer: 'empty',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteCorrectiveAction: {
    method: 'DELETE',
    path: '/corrective-actions/{id}',
    body: 'none',
    answer: 'empty',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
};

const namesOf = (fields: OperationRow['query']): readonly string[] => Object.keys(fields?.shape ?? {}).toSorted();

const rowOf = (name: string): OperationRow => operations[name as keyof typeof operations];

const placeholdersOf = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, placeholder]) => placeholder);

describe('operations', () => {
  it('has exactly the rows of the document that are built', () => {
    expect(Object.keys(operations).toSorted()).toEqual(Object.keys({ ...reads, ...writes }).toSorted());
  });

  it.each(Object.entries(reads))('%s reads as documented', (name, [path, pathParams, query, answer, paging]) => {
    const row = rowOf(name);
    expect([row.method, row.path, row.answer.kind, row.paging]).toEqual(['GET', path, answer, paging]);
    expect(namesOf(row.pathParams)).toEqual(pathParams.toSorted());
    expect(namesOf(row.query)).toEqual(query.toSorted());
    expect([row.effect, row.tier, row.repeat, row.body.kind, row.probe]).toEqual([
      'read',
      null,
      'safe',
      'none',
      undefined,
    ]);
    expect(namesOf(row.pathParams)).toEqual(placeholdersOf(path));
  });

  it.each(Object.entries(writes))('%s changes as documented', (name, { probe, ...facts }) => {
    const { method, path, body, answer, effect, tier, repeat, ...row } = rowOf(name);
    expect({ method, path, body: body.kind, answer: answer.kind, effect, tier, repeat }).toEqual(facts);
    expect(row.probe).toBe(probe);
    expect(row.paging).toBe('none');
    expect(namesOf(row.query)).toEqual([]);
    expect(namesOf(row.pathParams)).toEqual(placeholdersOf(path));
  });

  it('names only operations of the table in its collections and special calls', () => {
    const calls = monitorqa.collections.flatMap((collection) => [
      ...collection.lists,
      ...['pending', 'complete', 'expired'].flatMap((status) => collection.parts({ vendorId: 'a', status })),
      ...(collection.confirm === null ? [] : [collection.confirm('a')]),
    ]);
    const special = [
      monitorqa.testOperation,
      monitorqa.logoUpload?.('logo'),
      monitorqa.logoUpload?.('icon'),
      monitorqa.actions?.readCall('a').operation,
      ...Object.keys(monitorqa.secretsInAnswer ?? {}),
    ];
    const named = [...calls.map(({ operation }) => operation), ...special];
    for (const operation of named) expect(Object.keys(operations)).toContain(operation);
    expect(monitorqa.fileCall?.('f')).toEqual({ operation: 'getFile', params: { path: { id: 'f' } } });
    expect(monitorqa.audits?.pdf('a', 'full', true)).toEqual({
      operation: 'getAuditReportPdf',
      params: { path: { auditId: 'a' }, query: { reportType: 2, includePhotos: true } },
    });
  });
});

const problemOf = (name: string, params: CallParams): string | null => {
  try {
    checkRequest({ row: rowOf(name), baseUrl: 'https://api.example', params });
    return null;
  } catch (error) {
    return hasCode(error, 'bad-input') ? String(error.data['field']) : 'another error';
  }
};

describe('bodies of the company', () => {
  const update = { companyName: 'Acme', usagePurpose: 0, ianaTimeZone: 'Pacific/Auckland' };
  const create = { companyName: 'Acme', usagePurpose: 2, companyAdmin: { fullName: 'Ana' } };

  it.each<[problem: string | null, body: unknown]>([
    [null, update],
    [null, { ...update, usagePurpose: 7 }],
    [null, { ...update, usagePurpose: 6, usagePurposeObjectName: 'Facility' }],
    ['body.usagePurposeObjectName', { ...update, usagePurpose: 6 }],
    ['body.usagePurposeObjectName', { ...update, usagePurpose: 6, usagePurposeObjectName: ' ' }],
    ['body.usagePurposeObjectName', { ...update, usagePurpose: 6, usagePurposeObjectName: null }],
    ['body.usagePurpose', { ...update, usagePurpose: 8 }],
    ['body.usagePurpose', { ...update, usagePurpose: '0' }],
    ['body.companyName', { ...update, companyName: '' }],
    ['body.ianaTimeZone', { companyName: 'Acme', usagePurpose: 0 }],
    ['body.name', { ...update, name: 'Acme' }],
    ['body', undefined],
  ])('an update has the problem %j for %j', (problem, body) => {
    expect(problemOf('updateCompany', { body })).toBe(problem);
  });

  it.each<[problem: string | null, body: unknown]>([
    [null, create],
    [null, { ...create, companyAdmin: { fullName: 'Ana', phone: '+64 9 1' }, ianaTimeZone: 'Pacific/Auckland' }],
    ['body.companyAdmin', { companyName: 'Acme', usagePurpose: 2 }],
    ['body.companyAdmin.fullName', { ...create, companyAdmin: {} }],
    ['body.companyAdmin.email', { ...create, companyAdmin: { fullName: 'Ana', email: 'a@b.example' } }],
    ['body.usagePurposeObjectName', { ...create, usagePurpose: 6 }],
  ])('a new company has the problem %j for %j', (problem, body) => {
    expect(problemOf('createCompany', { body })).toBe(problem);
  });
});

describe('the body of a corrective action', () => {
  const path = { id: 'ca-1' };
  const body = { name: 'Mend it', dueDateUtc: '2026-02-01T17:00:00.000Z', status: 0, priority: 2 };

  it.each<[problem: string | null, body: unknown]>([
    [null, body],
    [null, { ...body, description: '', assignedUsersIds: [], status: 4 }],
    [null, { ...body, description: 'Soon', assignedUsersIds: ['u1'] }],
    // Null is no value the document knows: it is neither "as it is" nor "nothing".
    ['body.description', { ...body, description: null }],
    ['body.assignedUsersIds', { ...body, assignedUsersIds: null }],
    ['body.assignedUsersIds.1', { ...body, assignedUsersIds: ['u1', ' '] }],
    ['body.status', { ...body, status: 5 }],
    ['body.status', { ...body, status: '1' }],
    ['body.priority', { ...body, priority: 3 }],
    ['body.dueDateUtc', { ...body, dueDateUtc: '2026-02-01T17:00:00Z' }],
    ['body.dueDateUtc', { ...body, dueDateUtc: '2026-02-01' }],
    ['body.dueDateUtc', { ...body, dueDateUtc: '2026-02-30T17:00:00.000Z' }],
    ['body.dueDateUtc', { ...body, dueDateUtc: '2026-02-01T25:00:00.000Z' }],
    ['body.name', { ...body, name: '  ' }],
    ['body.assigneesIds', { ...body, assigneesIds: ['u1'] }],
  ])('has the problem %j for %j', (problem, given) => {
    expect(problemOf('updateCorrectiveAction', { path, body: given })).toBe(problem);
  });

  it('is sent to the letter: absent is not empty', () => {
    const sent = (given: unknown) =>
      prepareRequest({
        row: rowOf('updateCorrectiveAction'),
        baseUrl: 'https://api.example',
        params: { path, body: given },
      }).body;
    expect(sent(body)).toBe(JSON.stringify(body));
    expect(sent({ ...body, description: '', assignedUsersIds: [] })).toContain(
      '"description":"","assignedUsersIds":[]',
    );
  });
});

describe('path parameters of what changes (N-5)', () => {
  const named = Object.keys(writes).filter((name) => rowOf(name).pathParams !== undefined);

  it.each(named)('%s refuses every id that would be another route', (name) => {
    for (const id of ['', ' ', '.', '..', 'a/b', '../company', 'a\\b', 'a\r\nX-Evil: 1', null, undefined]) {
      expect(problemOf(name, { path: { id }, body: undefined })).toBe('path.id');
    }
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

  it('describes every field of a body that a person fills in, for forms and help', () => {
    expect(describeOperation('monitorqa', 'updateCorrectiveAction', operations.updateCorrectiveAction)).toMatchObject({
      params: {
        required: ['path', 'body'],
        properties: {
          body: {
            additionalProperties: false,
            required: ['name', 'dueDateUtc', 'status', 'priority'],
            properties: {
              status: { enum: [0, 1, 2, 3, 4], description: expect.stringContaining('1 Approved') },
              assignedUsersIds: { type: 'array', description: expect.any(String) },
            },
          },
        },
      },
    });
    for (const name of ['createCompany', 'updateCompany', 'updateCorrectiveAction']) {
      const { params } = describeOperation('monitorqa', name, rowOf(name));
      const { properties } = (params as { properties: { body: { properties: Record<string, object> } } }).properties
        .body;
      for (const field of Object.values(properties)) expect(field).toMatchObject({ description: expect.any(String) });
    }
  });
});
