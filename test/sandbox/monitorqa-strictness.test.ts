import { describe, expect, it } from 'vitest';
import { ask, list, sandboxOf, type ErrorBody } from './support.ts';

const sandbox = sandboxOf();
const auditId = (await list(sandbox, '/audit/complete?pageSize=1')).data[0]?.id ?? '';
const pendingId = (await list(sandbox, '/audit/pending?pageSize=1')).data[0]?.id ?? '';

const errorOf = async (response: Response): Promise<ErrorBody['error']> => ((await response.json()) as ErrorBody).error;

describe('createMonitorqa: authentication', () => {
  const paths = ['/audit/pending', '/company', `/audit/${auditId}`, '/files/bench-10', '/no/such/address'];

  it.each(paths)('answers 401 with the documented body to %s without a key', async (path) => {
    const response = await sandbox.app.request(`http://127.0.0.1/monitorqa${path}`);
    expect(response.status).toBe(401);
    expect(await errorOf(response)).toMatchObject({ code: 'UNAUTHORIZED', details: { 'X-API-KEY': 'required' } });
  });

  it.each(['', 'wrong', 'Bearer sample-monitorqa-key', 'sample-monitorqa-key2'])(
    'refuses the key %j',
    async (wrong) => {
      expect((await ask(sandbox, '/company', { headers: { 'X-API-KEY': wrong } })).status).toBe(401);
    },
  );

  it('does not take the key from the address or from Authorization', async () => {
    const path = 'http://127.0.0.1/monitorqa/company?X-API-KEY=sample-monitorqa-key';
    const response = await sandbox.app.request(path, { headers: { Authorization: 'sample-monitorqa-key' } });
    expect(response.status).toBe(401);
  });
});

describe('createMonitorqa: parameters', () => {
  it.each([
    ['/audit/pending?orderBy=number', 'orderBy'],
    ['/audit/pending?scoreMin=50', 'scoreMin'],
    ['/audit/pending?toString=1', 'toString'],
    ['/audit/complete?inProgress=true', 'inProgress'],
    ['/audit/complete?pagenumber=1', 'pagenumber'],
    [`/audit/${auditId}?full=true`, 'full'],
    [`/audit/complete/${auditId}/report?reportType=0`, 'reportType'],
    ['/company?id=1', 'id'],
    ['/users?pageSize=10', 'pageSize'],
  ])('answers 400 to the undocumented parameter of %s', async (path, name) => {
    const response = await ask(sandbox, path);
    expect(response.status).toBe(400);
    expect(await errorOf(response)).toMatchObject({ code: 'BAD_REQUEST', details: { [name]: 'not documented' } });
  });

  it.each([
    '/audit/pending?pageNumber=0',
    '/audit/pending?pageNumber=-1',
    '/audit/pending?pageNumber=1.5',
    '/audit/pending?pageNumber=',
    '/audit/pending?pageSize=0',
    '/audit/pending?pageSize=1001',
    '/audit/pending?pageSize=ten',
    '/audit/pending?inProgress=1',
    '/audit/pending?inProgress=True',
    '/audit/pending?auditScheduleId=not-a-uuid',
    '/audit/pending?templateId=',
    '/audit/pending?pageSize=10&pageSize=20',
    '/audit/complete?scoreMin=high',
    '/audit/complete?scoreMax=1e2',
    '/audit/complete?fromDate=2026-01-01',
    '/audit/complete?fromDate=2026-01-01T00:00:00Z',
    '/audit/complete?toDate=2026-02-30T00:00:00.000Z',
    '/audit/complete?toDate=2026-01-01T00:00:00.000%2B13:00',
    `/audit/complete/${auditId}/report-pdf?reportType=3`,
    `/audit/complete/${auditId}/report-pdf?reportType=Full`,
    `/audit/complete/${auditId}/report-pdf?includePhotos=yes`,
    '/files/x?withWatermark=0',
  ])('answers 400 to the malformed value of %s', async (path) => {
    const response = await ask(sandbox, path);
    expect(response.status).toBe(400);
    expect(Object.keys((await errorOf(response)).details)).toHaveLength(1);
  });

  it.each([
    '/audit/complete?scoreMin=80&scoreMax=20',
    '/audit/complete?fromDate=2026-02-01T00:00:00.000Z&toDate=2026-01-01T00:00:00.000Z',
  ])('answers 422 to well-formed values that contradict each other: %s', async (path) => {
    const response = await ask(sandbox, path);
    expect(response.status).toBe(422);
    expect((await errorOf(response)).code).toBe('VALIDATION_ERROR');
  });
});

describe('createMonitorqa: addresses, methods and bodies', () => {
  it.each([
    '/audit/00000000-0000-4000-8000-000000000000',
    '/audit/complete/not-an-id',
    `/audit/complete/${pendingId}`,
    `/audit/complete/${pendingId}/report`,
    `/audit/complete/${pendingId}/report-pdf`,
    `/users/${auditId}`,
    `/files/${auditId}`,
    '/audits',
    '/audit/pending/',
    '/reports/audit/x',
    '',
  ])('answers 404 with the documented body to %j', async (path) => {
    const response = await ask(sandbox, path);
    expect(response.status).toBe(404);
    expect((await errorOf(response)).code).toBe('NOT_FOUND');
  });

  it.each(['POST', 'PUT', 'PATCH', 'DELETE'])(
    'answers 405 to %s on a list and names what is allowed',
    async (method) => {
      const response = await ask(sandbox, '/audit/pending', { method });
      expect(response.status).toBe(405);
      expect(response.headers.get('allow')).toBe('GET');
    },
  );

  const post = (type: string, body: string): Promise<Response> =>
    ask(sandbox, '/user-groups', {
      method: 'POST',
      body,
      headers: { 'Content-Type': type, 'Content-Length': String(body.length) },
    });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml'])(
    'answers 400 to a body of type %s',
    async (type) => {
      expect((await post(type, 'name=x')).status).toBe(400);
    },
  );

  it('answers 400 to JSON that cannot be read', async () => {
    expect((await post('application/json', '{"name":')).status).toBe(400);
  });

  it('takes a readable body as far as the method', async () => {
    expect((await post('application/json; charset=utf-8', '{"name":"x"}')).status).toBe(405);
  });

  it('answers JSON with the documented content type', async () => {
    const response = await ask(sandbox, '/company');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
  });
});
