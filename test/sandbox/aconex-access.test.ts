import { Hono } from 'hono';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleAconexKeyedSecret, sampleAconexSecret } from '../../src/sandbox/aconex/access.ts';
import { createAconexDataset } from '../../src/sandbox/aconex/data/projects.ts';
import { createGate } from '../../src/sandbox/aconex/gate.ts';
import { createThrottle } from '../../src/sandbox/aconex/throttle.ts';
import type { Fault } from '../../src/sandbox/faults.ts';
import type { SandboxEnvironment } from '../../src/sandbox/http.ts';
import { basicOf, refused, serveAconex, textsOf, type ServedAconex } from './aconex-support.ts';
import { base } from './support.ts';

let vendor: ServedAconex;
beforeEach(async () => {
  vendor = await serveAconex();
});
afterEach(() => vendor.server.close());

const as = (headers: Readonly<Record<string, string>>): Promise<Response> =>
  vendor.send('GET', '/api/projects', { headers });
const login = (username: string): string => basicOf({ ...sampleAconexSecret, username });

describe('access to the sample Aconex', () => {
  it.each([
    ['a wrong password', basicOf({ username: 'dan.whitlock', password: 'x' }), 'LOGIN_FAILED'],
    ['somebody unknown', login('nobody'), 'LOGIN_FAILED'],
    ['what is no login', 'Basic x', 'LOGIN_FAILED'],
    ['another scheme', 'Digest x', 'NO_SUITABLE_AUTHENTICATION_METHOD'],
    ['a made-up token', 'Bearer a.b.c', 'LOGIN_FAILED'],
    ['an account of single sign-on', login('sso.user'), 'SSO_REQUIRED_FOR_ACCESS'],
    ['an account with two steps', login('two.step'), 'TWO_STEP_VERIFICATION_REQUIRED_FOR_ACCESS'],
    ['a locked account', login('locked.user'), 'USER_ACCOUNT_LOCKED'],
    ['an expired password', login('expired.user'), 'USER_PASSWORD_EXPIRED'],
    ['an account that may not use programs', login('no.api'), 'UNAUTHORIZED'],
  ])('answers 401 to %s, and says why', async (_name, authorization, code) => {
    expect(await refused(await as({ Authorization: authorization }))).toEqual([401, code]);
  });

  it('asks one account for its Integration ID, and no other', async () => {
    const authorization = { Authorization: basicOf(sampleAconexKeyedSecret) };
    expect(await refused(await as(authorization))).toEqual([401, 'UNAUTHORIZED']);
    expect(await refused(await as({ ...authorization, 'X-Application-Key': 'x' }))).toEqual([401, 'UNAUTHORIZED']);
    const key = { 'X-Application-Key': sampleAconexKeyedSecret.applicationKey };
    expect((await as({ ...authorization, ...key })).status).toBe(200);
    expect((await as(key)).status).toBe(200);
  });

  it('answers 404 for an address there is not', async () => {
    expect(await refused(await vendor.send('GET', '/api/mail'))).toEqual([404, 'NOT_FOUND']);
    expect(await refused(await vendor.send('GET', '/api/externalcopyproject'))).toEqual([404, 'NOT_FOUND']);
  });
});

describe('the throttle of the sample Aconex', () => {
  const statuses = async (count: number): Promise<readonly (readonly [number, string])[]> => {
    const seen: (readonly [number, string])[] = [];
    for (let index = 0; index < count; index += 1) seen.push(await refused(await as({})));
    return seen;
  };

  it('lets five requests a second in and answers 503 with its code to the sixth', async () => {
    vendor.clocks.hurry = true;
    const limited = [503, 'MAX_FREQUENCY_THROTTLE_LIMIT_REACHED'];
    const fine = [200, ''];
    expect(await statuses(6)).toEqual([fine, fine, fine, fine, fine, limited]);
    vendor.clocks.elapsed += 999;
    expect(await statuses(1)).toEqual([limited]);
    vendor.clocks.elapsed += 1;
    // What was turned away did not count.
    expect(await statuses(6)).toEqual([fine, fine, fine, fine, fine, limited]);
  });

  it('lets ten in at once, and answers 503 with another code to the eleventh', async () => {
    let seconds = 0;
    const gate = createGate(
      createThrottle(() => (seconds += 1000)),
      () => 0,
    );
    const waiting: (() => void)[] = [];
    const app = new Hono<SandboxEnvironment>();
    app.use((c, next) => gate(c, null, next));
    app.get('/', async (c) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      return c.body(null);
    });
    const ten = Array.from({ length: 10 }, async () => app.request('/'));
    expect(waiting).toHaveLength(10);
    expect(await refused(await app.request('/'))).toEqual([503, 'CONCURRENCY_THROTTLE_LIMIT_REACHED']);
    for (const done of waiting.splice(0)) done();
    expect((await Promise.all(ten)).map(({ status }) => status)).toEqual(ten.map(() => 200));
    const another = app.request('/');
    waiting.pop()?.();
    expect((await another).status).toBe(200);
  });

  it('does not count what is asked of the Lobby or of another vendor', async () => {
    vendor.clocks.hurry = true;
    for (let index = 0; index < 8; index += 1) expect((await vendor.authorize()).status).toBe(200);
    expect((await as({})).status).toBe(200);
  });
});

describe('faults at the sample Aconex', () => {
  const inject = (fault: Fault): void => vendor.server.faults.set([{ path: '/aconex/**', fault }]);

  it('emptyList: no project, and none counted', async () => {
    inject({ kind: 'emptyList' });
    const xml = await vendor.list();
    expect(xml).toContain('<ProjectResults TotalResults="0">');
    expect(xml).not.toContain('<Project ');
    expect(xml.trimEnd().endsWith('</ProjectResults>')).toBe(true);
  });

  it('unknownValues: a status nobody has heard of, a new attribute and a new element in every project', async () => {
    inject({ kind: 'unknownValues' });
    const xml = await vendor.list();
    expect(xml.match(/DisconnectionStatus="VALUE OF TOMORROW"/g)).toHaveLength(8);
    expect(xml.match(/AttributeOfTomorrow="1"/g)).toHaveLength(8);
    expect(xml.match(/<FieldOfTomorrow>/g)).toHaveLength(8);
  });

  it('replace: sets, empties or removes an element or an attribute of one project', async () => {
    inject({ kind: 'replace', at: ['Project', 1, 'ProjectName'], value: 'A & $1' });
    expect(textsOf(await vendor.list(), 'ProjectName')[1]).toBe('A &amp; $1');
    inject({ kind: 'replace', at: ['Project', 0, 'ProjectName'], value: null });
    expect(textsOf(await vendor.list(), 'ProjectName')[0]).toBe('');
    inject({ kind: 'replace', at: ['Project', 2, 'ProjectId'] });
    expect(textsOf(await vendor.list(), 'ProjectId')).toHaveLength(7);
    inject({ kind: 'replace', at: ['Project', 0, '@Active'], value: 'perhaps' });
    expect(await vendor.list()).toContain('Active="perhaps"');
  });

  it('loginPage, brokenJson and cutOff reach it like any vendor', async () => {
    inject({ kind: 'wrongType', as: 'loginPage' });
    expect((await as({})).headers.get('content-type')).toContain('text/html');
    inject({ kind: 'wrongType', as: 'brokenJson' });
    expect((await vendor.list()).endsWith('</ProjectResults>\n')).toBe(false);
    inject({ kind: 'cutOff', after: 40 });
    await expect((await as({})).text()).rejects.toThrow('terminated');
  });

  const body = {
    projectName: 'Copied',
    projectShortName: 'Copied',
    projectCode: 'C',
    registerType: 'DOC',
    startDate: '2026-01-01',
    estimatedCompletionDate: '2026-02-01',
    currency: 'NZD',
    projectValue: '1',
    dateProjectStatusApplied: '2026-01-01',
  } as const;
  const copy = async (): Promise<Response> => {
    const { projects } = createAconexDataset({ seed: base.seed, now: Date.parse(base.now) });
    return vendor.copy({ ...body, projectId: Number(projects[0]?.id) });
  };

  it('status and applied: the copy stands, only its answer is lost', async () => {
    inject({ kind: 'status', status: 500, applied: true });
    expect((await copy()).status).toBe(500);
    vendor.server.faults.clear();
    expect(textsOf(await vendor.list(), 'ProjectName')).toContain('Copied');
  });

  it('replace reaches the answer of a copy, which is JSON', async () => {
    inject({ kind: 'replace', at: ['status'], value: 'LATER' });
    expect(await (await copy()).json()).toEqual({ message: 'Copied successfully copied.', status: 'LATER' });
  });
});
