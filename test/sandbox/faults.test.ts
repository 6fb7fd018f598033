import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { createFaults, type Fault } from '../../src/sandbox/faults.ts';
import { base, clock, key, type List } from './support.ts';

let server: SandboxServer;
beforeAll(async () => {
  server = await startSandbox({ ...base, clock });
});
afterEach(() => {
  server.faults.clear();
  server.log.clear();
});
afterAll(() => server.close());

const company = '/monitorqa/company';
const get = (path: string, init: RequestInit = {}): Promise<Response> =>
  fetch(server.url + path, { headers: key, redirect: 'manual', ...init });
const inject = (fault: Fault, path = '/monitorqa/**'): void => server.faults.set([{ path, fault }]);
const page = async (path: string): Promise<List> => (await (await get(path)).json()) as List;

/** Reads a body until it ends or breaks; returns the bytes that came and whether it broke. */
const drain = async (response: Response): Promise<{ readonly size: number; readonly isBroken: boolean }> => {
  let size = 0;
  try {
    for await (const chunk of response.body ?? []) size += chunk.length;
    return { size, isBroken: false };
  } catch {
    return { size, isBroken: true };
  }
};

describe('faults that answer something else', () => {
  it('status: with body and headers', async () => {
    inject({ kind: 'status', status: 429, body: '{"message":"slow down"}', headers: { 'Retry-After': '7' } });
    const response = await get(company);
    expect([response.status, response.headers.get('retry-after')]).toEqual([429, '7']);
    expect(await response.text()).toBe('{"message":"slow down"}');
  });

  it.each([204, 503])('status %d without a body', async (status) => {
    inject({ kind: 'status', status });
    const response = await get(company);
    expect([response.status, await response.text()]).toEqual([status, '']);
  });

  it.each([301, 302, 303, 307, 308] as const)('redirect %d', async (status) => {
    inject({ kind: 'redirect', status, location: 'https://elsewhere.invalid/login' });
    const response = await get(company);
    expect([response.status, response.headers.get('location')]).toEqual([status, 'https://elsewhere.invalid/login']);
  });

  it.each([
    ['loginPage', 'text/html; charset=utf-8'],
    ['htmlAsJson', 'application/json'],
    ['htmlAsPdf', 'application/pdf'],
  ] as const)('wrongType %s: an HTML page with status 200 labelled %s', async (as, label) => {
    inject({ kind: 'wrongType', as });
    const response = await get(company);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, label]);
    expect(await response.text()).toMatch(/^<!doctype html>/);
  });

  it('wrongType brokenJson: the first half of the JSON', async () => {
    const whole = await (await get(company)).text();
    inject({ kind: 'wrongType', as: 'brokenJson' });
    const half = await (await get(company)).text();
    expect(whole.startsWith(half)).toBe(true);
    expect(() => JSON.parse(half) as unknown).toThrow(SyntaxError);
  });

  it('wrongType wrongMagic: the length and label of a PDF that does not start as one', async () => {
    const path = '/monitorqa/files/bench-500.pdf';
    inject({ kind: 'wrongType', as: 'wrongMagic' });
    const response = await get(path);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes).toHaveLength(500);
    expect(new TextDecoder().decode(bytes.subarray(0, 5))).toBe('%FDP-');
  });

  it('raw: any bytes, status line included', async () => {
    inject({ kind: 'raw', text: 'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\u00ff\u00fe!' });
    expect([...new Uint8Array(await (await get(company)).arrayBuffer())]).toEqual([0xff, 0xfe, 0x21]);
  });
});

describe('faults that lose the answer of a write', () => {
  const create = (name: string, init: RequestInit = {}): Promise<Response> =>
    get(company, {
      method: 'POST',
      body: JSON.stringify({ companyName: name, companyAdmin: { fullName: 'A' }, usagePurpose: 0 }),
      ...init,
      headers: { ...key, 'Content-Type': 'application/json' },
    });
  const names = async (): Promise<readonly string[]> =>
    ((await (await get(`${company}/accessible`)).json()) as readonly { name: string }[]).map((one) => one.name);

  it.each([true, false])('status: applied %j', async (applied) => {
    server.faults.set([{ method: 'POST', path: company, fault: { kind: 'status', status: 502, applied } }]);
    const name = `status ${applied}`;
    const response = await create(name);
    expect([response.status, await response.text()]).toEqual([502, '']);
    expect((await names()).includes(name)).toBe(applied);
  });

  it.each([true, false])('reset: applied %j', async (applied) => {
    server.faults.set([{ method: 'POST', path: company, fault: { kind: 'reset', applied } }]);
    const name = `reset ${applied}`;
    await expect(create(name)).rejects.toThrow('fetch failed');
    expect((await names()).includes(name)).toBe(applied);
    expect(server.log.entries()[0]).toMatchObject({ fault: 'reset', body: { json: { companyName: name } } });
  });

  it.each([true, false])('hang: applied %j', async (applied) => {
    server.faults.set([{ method: 'POST', path: company, fault: { kind: 'hang', applied } }]);
    const abort = new AbortController();
    const name = `hang ${applied}`;
    const hanging = create(name, { signal: abort.signal }).catch(() => 'aborted');
    await expect.poll(() => server.log.entries().length).toBe(1);
    await expect.poll(async () => (await names()).includes(name)).toBe(applied);
    abort.abort();
    expect(await hanging).toBe('aborted');
  });
});

describe('faults of the connection', () => {
  const file = '/monitorqa/files/bench-100000';

  it('delay: the answer comes whole, after one that was asked for later', async () => {
    server.faults.set([{ path: company, nth: 1, fault: { kind: 'delay', milliseconds: 80 } }]);
    const order: string[] = [];
    const late = get(company).then(async (response) => {
      order.push('late');
      return response.json();
    });
    await get('/monitorqa/users').then(() => order.push('prompt'));
    expect(await late).toMatchObject({ name: 'Kauri Construction Group' });
    expect(order).toEqual(['prompt', 'late']);
  });

  it('hang: nothing is answered while others are served', async () => {
    inject({ kind: 'hang' }, company);
    const abort = new AbortController();
    const hanging = get(company, { signal: abort.signal }).then(
      () => 'answered',
      () => 'aborted',
    );
    await expect.poll(() => server.log.entries().length).toBe(1);
    expect((await get('/monitorqa/users')).status).toBe(200);
    abort.abort();
    expect(await hanging).toBe('aborted');
    expect(server.log.entries().map((entry) => entry.fault)).toEqual(['hang', null]);
  });

  it('reset: the connection is closed before an answer', async () => {
    inject({ kind: 'reset' });
    await expect(get(company)).rejects.toMatchObject({
      cause: { code: expect.stringMatching(/ECONNRESET|UND_ERR_SOCKET/) },
    });
  });

  it('cutOff: the announced length is not reached', async () => {
    inject({ kind: 'cutOff', after: 40_000 });
    const response = await get(file);
    expect(response.headers.get('content-length')).toBe('100000');
    expect(await drain(response)).toEqual({ size: 40_000, isBroken: true });
  });

  it('cutOff in chunks: no length is announced and the last chunk never comes', async () => {
    inject({ kind: 'cutOff', after: 40_000, chunked: true });
    const response = await get(file);
    expect(response.headers.get('content-length')).toBeNull();
    expect(await drain(response)).toEqual({ size: 40_000, isBroken: true });
  });

  it('cutOff after nothing: a head without a body', async () => {
    inject({ kind: 'cutOff', after: 0 });
    const response = await get(file);
    expect(response.status).toBe(200);
    expect(await drain(response)).toEqual({ size: 0, isBroken: true });
  });

  it('stall: the first bytes come, then no more, on a connection that stays open', async () => {
    inject({ kind: 'stall', after: 1_000 }, file);
    const abort = new AbortController();
    const reader = (await get(file, { signal: abort.signal })).body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(1_000);
    const more = reader?.read().then(
      () => 'more',
      () => 'aborted',
    );
    expect((await get('/monitorqa/no-such-address')).status).toBe(404);
    abort.abort();
    expect(await more).toBe('aborted');
  });

  it('stall beyond the end: the last byte is held back', async () => {
    const whole = await (await get(company)).text();
    inject({ kind: 'stall', after: 1_000_000 });
    const abort = new AbortController();
    const reader = (await get(company, { signal: abort.signal })).body?.getReader();
    expect((await reader?.read())?.value).toHaveLength(whole.length - 1);
    abort.abort();
  });

  it('slices: the same bytes in single ones', async () => {
    const whole = await (await get(company)).text();
    inject({ kind: 'slices', size: 1 });
    expect(await (await get(company)).text()).toBe(whole);
  });
});

describe('faults of the data', () => {
  it('shrinkingList: rows slip from page two to page one, so that a page-by-page reader misses them', async () => {
    const first = await page('/monitorqa/audit/pending?pageSize=20');
    const second = await page('/monitorqa/audit/pending?pageSize=20&pageNumber=2');
    inject({ kind: 'shrinkingList', rows: 3 });
    expect(await page('/monitorqa/audit/pending?pageSize=20')).toEqual(first);
    const shifted = await page('/monitorqa/audit/pending?pageSize=20&pageNumber=2');
    expect(shifted.data.slice(0, 17)).toEqual(second.data.slice(3));
    expect(shifted.meta.totalCount).toBe(first.meta.totalCount - 3);
  });

  it('shrinkingList with a negative number: rows of page one come again on page two', async () => {
    const first = await page('/monitorqa/audit/pending?pageSize=20');
    inject({ kind: 'shrinkingList', rows: -2 });
    const shifted = await page('/monitorqa/audit/pending?pageSize=20&pageNumber=2');
    expect(shifted.data.slice(0, 2)).toEqual(first.data.slice(18));
  });

  it('emptyList: no rows in either kind of list', async () => {
    inject({ kind: 'emptyList' });
    expect(await page('/monitorqa/audit/complete')).toEqual({
      data: [],
      meta: { pageNumber: 1, pageSize: 100, totalCount: 0 },
    });
    expect(await page('/monitorqa/users')).toEqual([]);
  });

  it('unknownValues: new fields everywhere, enumerations no document names, the rest unchanged', async () => {
    const { data } = await page('/monitorqa/audit/complete?pageSize=1');
    const before = (await page(`/monitorqa/audit/complete/${data[0]?.id}`)) as unknown as Record<string, unknown>;
    inject({ kind: 'unknownValues' });
    const after = (await page(`/monitorqa/audit/complete/${data[0]?.id}`)) as unknown as Record<string, unknown>;
    expect(after).toMatchObject(before);
    expect(after['fieldOfTomorrow']).toBeDefined();
    const users = await (await get('/monitorqa/users')).json();
    const user = await (await get(`/monitorqa/users/${(users as { id: string }[])[0]?.id}`)).json();
    expect(user).toMatchObject({ role: { roleType: 99 } });
  });

  it('replace: sets one value, or takes it away', async () => {
    inject({ kind: 'replace', at: ['data', 1, 'number'], value: null });
    const { data } = await page('/monitorqa/audit/pending?pageSize=2');
    expect([data[0]?.number, data[1]?.number]).toEqual([expect.stringMatching(/^AUD-/), null]);
    inject({ kind: 'replace', at: ['name'] });
    expect(Object.keys((await (await get(company)).json()) as object)).not.toContain('name');
  });
});

describe('createFaults', () => {
  const fault: Fault = { kind: 'hang' };
  const hits = (rule: { nth?: number; times?: number }, count = 5): readonly boolean[] => {
    const faults = createFaults();
    faults.set([{ path: '/a', fault, ...rule }]);
    return Array.from({ length: count }, () => faults.take('GET', '/a') !== null);
  };

  it.each([
    [{}, [true, true, true, true, true]],
    [{ nth: 2 }, [false, true, false, false, false]],
    [{ times: 2 }, [true, true, false, false, false]],
    [{ nth: 3, times: 2 }, [false, false, true, true, false]],
  ])('hits requests as %o says', (rule, expected) => {
    expect(hits(rule)).toEqual(expected);
  });

  it.each([
    ['/a/*', '/a/b', true],
    ['/a/*', '/a/b/c', false],
    ['/a/**', '/a/b/c', true],
    ['/a/*/report', '/a/x/report', true],
    ['/a.b', '/aXb', false],
    ['/a', '/a/b', false],
  ])('the pattern %s on %s: %s', (path, asked, isHit) => {
    const faults = createFaults();
    faults.set([{ path, fault }]);
    expect(faults.take('GET', asked) !== null).toBe(isHit);
  });

  it('hits only the method of the rule, and the first rule wins', () => {
    const faults = createFaults();
    faults.set([
      { method: 'POST', path: '/a', fault: { kind: 'reset' } },
      { path: '/a', fault },
    ]);
    expect([faults.take('GET', '/a'), faults.take('POST', '/a')]).toEqual([fault, { kind: 'reset' }]);
  });
});

describe('the request log', () => {
  it('keeps method, path, query and time, and not the key', async () => {
    await get('/monitorqa/audit/pending?pageSize=1&pageSize=2');
    const [entry] = server.log.entries();
    expect(entry).toMatchObject({
      at: base.now,
      method: 'GET',
      path: '/monitorqa/audit/pending',
      query: [
        ['pageSize', '1'],
        ['pageSize', '2'],
      ],
      fault: null,
    });
    expect(entry?.headers['x-api-key']).toBe('[present]');
    expect(JSON.stringify(server.log.entries())).not.toContain(key['X-API-KEY']);
  });
});

describe('startSandbox', () => {
  /** The error of a plain connection to the port, or null when it opens. */
  const knock = (port: number): Promise<string | null> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        resolve(null);
      });
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    });

  it('refuses connections offline and answers on the same port again online', async () => {
    await server.setOnline(false);
    expect(await knock(server.port)).toBe('ECONNREFUSED');
    await server.setOnline(false);
    await server.setOnline(true);
    expect((await get(company)).status).toBe(200);
  });

  it('breaks hanging requests when it goes offline', async () => {
    inject({ kind: 'hang' });
    const hanging = get(company).then(
      () => 'answered',
      () => 'broken',
    );
    await expect.poll(() => server.log.entries().length).toBe(1);
    await server.setOnline(false);
    expect(await hanging).toBe('broken');
    await server.setOnline(true);
  });

  it('rejects on a port in use', async () => {
    await expect(startSandbox({ ...base, clock, port: server.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('serves a page of a list of a million audits, and a file of 32 MB whole', async () => {
    const large = await startSandbox({ ...base, audits: 1_000_000, clock });
    const response = await fetch(`${large.url}/monitorqa/audit/complete?pageNumber=600&pageSize=1000`, {
      headers: key,
    });
    const { data, meta } = (await response.json()) as List;
    expect(data).toHaveLength(1000);
    expect(meta.totalCount).toBeGreaterThan(700_000);
    const file = await fetch(`${large.url}/monitorqa/files/bench-33554432`, { headers: key });
    expect(await drain(file)).toEqual({ size: 33_554_432, isBroken: false });
    await large.close();
    expect(await knock(large.port)).toBe('ECONNREFUSED');
  });
});
