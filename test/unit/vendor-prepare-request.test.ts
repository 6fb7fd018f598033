import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { checkRequest, prepareRequest } from '../../src/main/vendors/core/prepare-request.ts';

const row = (given: Partial<OperationRow>): OperationRow => ({
  summary: 'A row',
  section: 'Nowhere',
  method: 'GET',
  path: '/audit',
  body: { kind: 'none' },
  answer: { kind: 'empty' },
  paging: 'none',
  effect: 'read',
  tier: null,
  repeat: 'safe',
  ...given,
});

const baseUrl = 'https://api.vendor.example/api-v1';
const one = row({ path: '/audit/{id}', pathParams: z.object({ id: z.union([z.string(), z.number()]) }) });
const withId = (id: unknown) => prepareRequest({ row: one, baseUrl, params: { path: { id } } });

const bulk = row({
  method: 'DELETE',
  body: { kind: 'json', schema: z.looseObject({ ids: z.array(z.string()) }) },
  effect: 'destructive',
  tier: 'T3',
  repeat: 'after-read',
});

describe('prepareRequest: path parameters (N-5)', () => {
  it.each([
    ['blank', ''],
    ['spaces', '   '],
    ['a dot', '.'],
    ['two dots', '..'],
    ['a slash', 'a/b'],
    ['a way up', '../users'],
    ['a backslash', 'a\\b'],
    ['a line break', 'a\r\nX-Evil: 1'],
    ['a zero', 'a\0'],
    ['a control character', 'a\u0085b'],
    ['a lone surrogate', 'a\ud800'],
    ['null', null],
    ['nothing', undefined],
    ['an object', {}],
    ['an array', ['a']],
    ['true', true],
  ])('refuses %s before anything is sent', (_name, id) => {
    expect(() => withId(id)).toThrow(expect.objectContaining({ code: 'bad-input', data: { field: 'path.id' } }));
  });

  it.each([
    ['a1b2-c3', 'a1b2-c3'],
    ['ms:1234', 'ms%3A1234'],
    ['a?b=c', 'a%3Fb%3Dc'],
    ['a#b', 'a%23b'],
    ['%2e%2e', '%252e%252e'],
    ['..%2f', '..%252f'],
    ['.%2e', '.%252e'],
    ['%2F', '%252F'],
    ['ü é', '%C3%BC%20%C3%A9'],
    ['…', '%E2%80%A6'],
    ['a;b', 'a%3Bb'],
    ['a@b:c', 'a%40b%3Ac'],
    [42, '42'],
  ])('sends %j as one segment', (id, segment) => {
    expect(withId(id).url.href).toBe(`${baseUrl}/audit/${segment}`);
  });

  it('refuses a parameter the row does not have, also one that every object has', () => {
    for (const name of ['auditId', 'constructor', '__proto__']) {
      const path = Object.fromEntries([
        ['id', 'a'],
        [name, 'b'],
      ]);
      expect(() => prepareRequest({ row: one, baseUrl, params: { path } })).toThrow(
        expect.objectContaining({ code: 'bad-input', data: { field: `path.${name}` } }),
      );
    }
  });
});

describe('prepareRequest: query', () => {
  const listed = row({
    query: z.object({
      page: z.int().min(1).optional(),
      started: z.boolean().optional(),
      name: z.string().optional(),
      'with[]': z.array(z.string()).optional(),
    }),
  });
  const query = (given: Record<string, unknown>, queryBooleans?: 'words' | 'digits') =>
    prepareRequest({ row: listed, baseUrl, params: { query: given }, ...(queryBooleans ? { queryBooleans } : {}) }).url
      .search;

  it('leaves out what is absent or null and keeps 0, false and empty text', () => {
    expect(query({ page: null, name: '', started: false })).toBe('?name=&started=false');
    expect(query({})).toBe('');
  });

  it('writes true and false as the vendor reads them', () => {
    expect(query({ started: true })).toBe('?started=true');
    expect(query({ started: true }, 'digits')).toBe('?started=1');
  });

  it('repeats arrays and encodes everything that would break out', () => {
    expect(query({ 'with[]': ['a.b', 'c'], name: 'x&y=z#\r\n' })).toBe(
      '?with%5B%5D=a.b&with%5B%5D=c&name=x%26y%3Dz%23%0D%0A',
    );
  });

  it('names the field that is wrong', () => {
    for (const [field, given] of [
      ['query.page', { page: 0 }],
      ['query.started', { started: 'yes' }],
      ['query.nope', { nope: 1 }],
    ] as const) {
      expect(() => query(given)).toThrow(expect.objectContaining({ code: 'bad-input', data: { field } }));
    }
  });
});

describe('prepareRequest: bodies', () => {
  it('sends a JSON body to the letter, on DELETE too', () => {
    const body = { ids: ['a'], empty: '', none: null, zero: 0, no: false, list: ['x'] };
    const request = prepareRequest({ row: bulk, baseUrl, params: { body } });
    expect(request.method).toBe('DELETE');
    expect(request.body).toBe(JSON.stringify(body));
    expect(request.headers).toEqual({ accept: 'application/json', 'content-type': 'application/json' });
  });

  it.each([[{ ids: [] }], [{ ids: [''] }], [{ ids: ['a', ' '] }]])('refuses the bulk body %j', (body) => {
    expect(() => prepareRequest({ row: bulk, baseUrl, params: { body } })).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'body.ids' } }),
    );
  });

  it('refuses a body that is not the row’s, and a body where there is none', () => {
    expect(() => prepareRequest({ row: bulk, baseUrl, params: { body: { ids: [1] } } })).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'body.ids.0' } }),
    );
    expect(() => prepareRequest({ row: bulk, baseUrl, params: {} })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
    const params = { path: { id: 'a' }, body: {} };
    expect(() => prepareRequest({ row: one, baseUrl, params })).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });

  it('sends nested fields as a form', () => {
    const form = row({
      method: 'POST',
      path: '/tickets',
      body: { kind: 'form', schema: z.looseObject({}) },
      effect: 'write',
    });
    const body = { ticket: { name: 'New ticket', assigned_to: [1, 2], done: false } };
    const request = prepareRequest({ row: form, baseUrl, params: { body } });
    expect(request.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(request.body).toBe(
      'ticket%5Bname%5D=New+ticket&ticket%5Bassigned_to%5D%5B0%5D=1&ticket%5Bassigned_to%5D%5B1%5D=2&ticket%5Bdone%5D=0',
    );
  });

  it('takes a file of an allowed type only', () => {
    const upload = row({
      method: 'POST',
      path: '/logo',
      body: { kind: 'multipart', field: 'file', contentTypes: ['image/png'] },
      effect: 'write',
    });
    const file = (contentType: string) => ({
      boundary: 'b'.repeat(16),
      file: {
        name: 'a.png',
        contentType,
        bytes: 1,
        open: async function* () {
          yield new Uint8Array(1);
        },
      },
    });
    const parts = { row: upload, baseUrl, params: {} };
    expect(prepareRequest({ ...parts, upload: file('image/png') }).headers['content-type']).toMatch(
      /^multipart\/form-data; boundary=b+$/,
    );
    expect(() => prepareRequest({ ...parts, upload: file('text/html') })).toThrow(
      expect.objectContaining({ code: 'bad-input' }),
    );
    expect(() => prepareRequest(parts)).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'file' } }),
    );
  });
});

describe('checkRequest', () => {
  const upload = row({
    method: 'POST',
    path: '/logo',
    body: { kind: 'multipart', field: 'file', contentTypes: ['image/png'] },
    effect: 'write',
  });
  const facts = { name: 'a.png', contentType: 'image/png', bytes: 10 };
  const refused = expect.objectContaining({ code: 'bad-input', data: { field: 'file' } });

  it('checks an upload by the facts of its file, without reading it', () => {
    expect(() => checkRequest({ row: upload, baseUrl, params: {}, file: facts })).not.toThrow();
    expect(() => checkRequest({ row: upload, baseUrl, params: {} })).toThrow(refused);
    for (const wrong of [{ contentType: 'image/gif' }, { bytes: 0 }, { bytes: -1 }, { bytes: 0.5 }]) {
      const check = { row: upload, baseUrl, params: {}, file: { ...facts, ...wrong } };
      expect(() => checkRequest(check)).toThrow(refused);
    }
  });

  it('names a field of a strict body that is not there', () => {
    const strict = row({
      method: 'PUT',
      body: { kind: 'json', schema: z.strictObject({ a: z.strictObject({ b: z.string() }) }) },
      effect: 'write',
    });
    const check = (body: unknown) => () => checkRequest({ row: strict, baseUrl, params: { body } });
    expect(check({ a: { b: '' } })).not.toThrow();
    expect(check({ a: { b: '' }, c: 1 })).toThrow(expect.objectContaining({ data: { field: 'body.c' } }));
    expect(check({ a: { b: '', d: 1 } })).toThrow(expect.objectContaining({ data: { field: 'body.a.d' } }));
  });
});
