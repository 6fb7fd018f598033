import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { aconex } from '../../src/main/vendors/aconex/client.ts';
import type { Secret } from '../../src/main/vendors/core/vendor.ts';
import { createLane } from '../../src/main/vendors/core/lanes.ts';
import { vectors } from './vectors/aconex-list.ts';
import { hurriedClock, rejection, startServer, testClient, type TestServer } from './vendor-server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Handler = Parameters<typeof startServer>[0];

const xml = (response: ServerResponse, body: string, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/xml;charset=UTF-8' }).end(body);
};

const refusal = (code: string): string => `<Error><ErrorCode>${code}</ErrorCode><RequestID>r-1</RequestID></Error>`;

const BASIC: Secret = { username: 'ana', password: 'pass:wörd-canary' };

/** An Aconex client whose vendor answers as `handler` says. */
async function clientOf(handler: Handler, { secret = BASIC, clock = hurriedClock() } = {}) {
  server = await startServer(handler);
  return {
    client: testClient(server.url, { definition: aconex, secret: async () => secret, clock }),
    seen: server.seen,
    clock,
  };
}

const answer = vectors[0]?.answer;
const list: Handler = (_request, response) => xml(response, String(answer?.body));

const path = { projectid: '1207959678' };
const copy = {
  projectId: 1879053459,
  projectName: 'RestAPIProject1',
  projectShortName: 'ProjRestAPI1',
  projectCode: 'Test0001',
  registerType: 'DOC',
  startDate: '2023-12-07',
  estimatedCompletionDate: '2023-12-08',
  currency: 'INR',
  projectValue: '500',
  dateProjectStatusApplied: '2023-12-07',
};

describe('aconex.authorize', () => {
  const basic = `Basic ${Buffer.from('ana:pass:wörd-canary').toString('base64')}`;

  it.each<readonly [string, Secret, Readonly<Record<string, string>>]>([
    ['a user name and a password', BASIC, { authorization: basic }],
    [
      'an integration’s id too',
      { ...BASIC, applicationKey: ' key-1 ' },
      { authorization: basic, 'x-application-key': 'key-1' },
    ],
    ['an integration’s id left empty', { ...BASIC, applicationKey: ' ' }, { authorization: basic }],
    ['a token', { accessToken: 'eyJ.a.b' }, { authorization: 'Bearer eyJ.a.b' }],
    ['a token before a password', { ...BASIC, accessToken: 'eyJ.a.b' }, { authorization: 'Bearer eyJ.a.b' }],
  ])('sends %s', (_what, secret, headers) => {
    expect(aconex.authorize(secret)).toEqual(headers);
  });

  it.each<readonly [Secret, string]>([
    [{}, 'username'],
    [{ username: ' ', password: 'x' }, 'username'],
    [{ username: 'a:b', password: 'x' }, 'username'],
    [{ username: 'ana', password: '' }, 'password'],
    [{ ...BASIC, applicationKey: 'a\r\nx-evil: 1' }, 'applicationKey'],
    [{ accessToken: '' }, 'accessToken'],
    [{ accessToken: 'a b' }, 'accessToken'],
  ])('sends nothing with %j', async (secret, field) => {
    const { client, seen } = await clientOf(list, { secret });
    const error = await rejection(client.call('listProjects', {}));
    expect(error).toMatchObject({ code: 'bad-input', data: { field } });
    expect(String(error)).not.toContain('evil');
    expect(seen).toEqual([]);
  });
});

describe('the Aconex client', () => {
  it('reads the document’s sample, without what it is wrapped in', async () => {
    const { client, seen } = await clientOf(list);
    expect(await client.call('listProjects', {})).toEqual({ status: 200, data: answer?.data });
    expect(seen).toMatchObject([{ method: 'GET', url: '/api/projects', headers: { accept: 'application/xml' } }]);
  });

  it('takes a refusal with status 200 for one', async () => {
    const { client } = await clientOf((_request, response) => xml(response, refusal('SSO_REQUIRED_FOR_ACCESS')));
    expect(await rejection(client.call('listProjects', {}))).toMatchObject({
      code: 'key-rejected',
      vendorText: '(request r-1)',
    });
  });

  it('waits and reads again when the organization is throttled', async () => {
    const { client, seen, clock } = await clientOf((_request, response, count) =>
      count === 1
        ? xml(response, refusal('MAX_FREQUENCY_THROTTLE_LIMIT_REACHED'), 503)
        : xml(response, String(answer?.body)),
    );
    await client.call('listProjects', {});
    expect(seen).toHaveLength(2);
    expect(clock.waits).toContain(2000);
  });

  it('leaves a throttled change for later, and one that met a fault to a person', async () => {
    const { client, seen } = await clientOf((_request, response, count) =>
      xml(response, refusal(count === 1 ? 'CONCURRENCY_THROTTLE_LIMIT_REACHED' : 'OTHER'), 503),
    );
    const change = () => rejection(client.send('copyProject', { body: copy }));
    expect(await change()).toMatchObject({ code: 'too-many-requests', retryAfterMs: 5000 });
    expect(await change()).toMatchObject({ code: 'vendor-down', sent: 'yes', status: 503 });
    expect(seen).toHaveLength(2);
  });

  it('invites with the ids as one parameter and an empty body that says so', async () => {
    const { client, seen } = await clientOf((_request, response) => response.writeHead(200).end());
    expect(await client.send('inviteUsersToProject', { path, query: { userid: '1,2' } })).toEqual({
      status: 200,
      data: null,
    });
    expect(seen).toMatchObject([
      { method: 'POST', url: '/api/projects/1207959678/users?userid=1%2C2', headers: { 'content-length': '0' } },
    ]);
    expect(seen[0]?.headers).not.toHaveProperty('content-type');
  });

  it('does not count the key as refused when a project invites only by hand', async () => {
    const { client } = await clientOf((_request, response) =>
      xml(response, refusal('PROJECT_IS_BY_EXPLICIT_INVITATION_ONLY'), 401),
    );
    const error = await rejection(client.send('inviteUsersToProject', { path, query: { userid: 7 } }));
    expect(error).toMatchObject({ code: 'refused-by-vendor', status: 401 });
  });

  it('copies once, and takes a status that says no for a refusal', async () => {
    const { client, seen } = await clientOf((_request, response, count) =>
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(
          JSON.stringify(count === 1 ? { message: 'x', status: 'OK' } : { message: 'exists', status: 'BAD REQUEST' }),
        ),
    );
    expect(await client.send('copyProject', { body: copy })).toEqual({
      status: 200,
      data: { message: 'x', status: 'OK' },
    });
    expect(await rejection(client.send('copyProject', { body: copy }))).toMatchObject({
      code: 'invalid-for-vendor',
      vendorText: 'exists',
    });
    expect(seen).toHaveLength(2);
  });

  it('does not quote the password that an answer repeats', async () => {
    const { client } = await clientOf((_request, response) =>
      xml(response, `<Error><ErrorDescription>bad ${BASIC['password']}</ErrorDescription></Error>`, 401),
    );
    expect(await rejection(client.call('listProjects', {}))).toMatchObject({ vendorText: 'bad [hidden]' });
  });

  it('starts four calls a second, four at once', async () => {
    const clock = hurriedClock(0);
    const lane = createLane(aconex.lane, clock);
    const leave = [];
    for (let index = 0; index < 4; index += 1) leave.push(await lane.enter());
    expect(clock.now()).toBe(750);
    let isIn = false;
    const fifth = lane.enter().then(() => (isIn = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(isIn).toBe(false);
    leave[0]?.();
    await fifth;
    expect(isIn).toBe(true);
  });
});
