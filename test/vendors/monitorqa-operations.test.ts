import { describe, expect, it } from 'vitest';
import { refusedFieldOf } from '../support/prepare-vector.ts';
import { describeOperation, describeOperations } from '../../src/main/vendors/core/describe-operation.ts';
import type { CallParams, OperationRow } from '../../src/main/vendors/core/operation.ts';
import { checkRequest, prepareRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { operations } from '../../src/main/vendors/monitorqa/operations/index.ts';
import { documentedParameters } from './monitorqa-parameters.ts';

/** What to read to learn whether a write arrived, where the document offers something. */
const SAME_NAME = 'list of its kind: same name since';
const probes: Readonly<Record<string, string>> = {
  reopenAudit: 'audit: isReopened and dates',
  createOneTimeAudit: 'pending audits of the object: same name, dates, template',
  createDailySchedule: SAME_NAME,
  createWeeklySchedule: SAME_NAME,
  createMultipleWeeksSchedule: SAME_NAME,
  createMonthlySchedule: SAME_NAME,
  copyTemplate: 'templates of the target company, where a connection to it exists: same name',
  createAuditObject: SAME_NAME,
  assignAuditObjectAttributes: 'the object: attributes',
  createUser: 'users: same e-mail',
  createCompany: 'accessible companies: same name',
  uploadCompanyLogo: 'company: logoFileId changed',
  uploadCompanyIcon: 'company: iconFileId changed',
  createAttribute: SAME_NAME,
  createRole: SAME_NAME,
  createScoreSystem: SAME_NAME,
};

const rowOf = (name: string): OperationRow => operations[name as keyof typeof operations];

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
}

/** What `repeat` and its rules hold depends on their kind and has tests of its own. */
const OPAQUE = ['repeat'];

/** The fields of a schema as `name`, `name.part` and `name[].part`; `*` behind those that must be given. */
function fieldsOf(schema: Schema, prefix = ''): readonly string[] {
  const forms = schema.oneOf ?? [schema];
  const names = [...new Set(forms.flatMap(({ properties }) => Object.keys(properties ?? {})))];
  return names.flatMap((name) => {
    const isNeeded = forms.every(({ required }) => required?.includes(name));
    const field = forms[0]?.properties?.[name];
    const inner = OPAQUE.includes(name) || !field ? [] : fieldsOf({ ...field, oneOf: [field] }, `${prefix}${name}.`);
    const items = field?.items ? fieldsOf(field.items, `${prefix}${name}[].`) : [];
    return [`${prefix}${name}${isNeeded ? '*' : ''}`, ...inner, ...items];
  });
}

/** A row's parameters in the words of the list. */
function parametersOf(name: string): readonly string[] {
  const { params } = describeOperation('monitorqa', name, rowOf(name));
  const { properties = {} } = params as Schema;
  return Object.entries(properties).flatMap(([place, schema]) => fieldsOf(schema).map((field) => `${place}:${field}`));
}

describe('operations', () => {
  it('has the rows of the document in its order', () => {
    expect(Object.keys(operations)).toEqual(Object.keys(documentedParameters));
  });

  it.each(Object.entries(documentedParameters))('%s takes what the document lists, and nothing else', (name, list) => {
    const listed = list.split(' ').filter((parameter) => parameter !== '');
    const conditional = listed
      .filter((parameter) => parameter.endsWith('~'))
      .map((parameter) => parameter.slice(0, -1));
    const taken = parametersOf(name).map((parameter) => {
      const bare = parameter.replace('*', '');
      return conditional.includes(bare) ? `${bare}~` : parameter;
    });
    expect(taken.toSorted()).toEqual(listed.toSorted());
  });

  it('says of every write what tells that it arrived, where something does', () => {
    const found = Object.keys(operations).flatMap((name) => {
      const { probe } = rowOf(name);
      return probe === undefined ? [] : [[name, probe] as const];
    });
    expect(Object.fromEntries(found)).toEqual(probes);
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
      ...Object.entries(monitorqa.fill ?? {}).flatMap(([change, rule]) => [
        change,
        ...(rule ? [rule.readCall({ path: { id: 'a', scheduleId: 'a' } }).operation] : []),
      ]),
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
    return refusedFieldOf(error) ?? 'another error';
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
  });
});
