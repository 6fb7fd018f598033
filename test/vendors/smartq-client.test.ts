import type { IncomingMessage, ServerResponse } from 'node:http';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { smartq } from '../../src/main/vendors/smartq/client.ts';
import { hurriedClock, rejection, startServer, testClient, type TestServer } from './vendor-server.ts';

const SECRET = {
  username: 'qa@site.example',
  password: 'pass:wörd canary',
  clientId: '69a4d22883c57c436c4431c3982eecb2',
};
const LOGIN = `Basic ${Buffer.from('qa@site.example:pass:wörd canary').toString('base64')}`;

let server: TestServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

type Handler = Parameters<typeof startServer>[0];

const envelope = (response: ServerResponse, data: unknown, status = 200, type = 'application/json'): void => {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify({ error: null, data }));
};

const refusal = (response: ServerResponse, code: unknown, message = 'No', status = 200): void => {
  const body = JSON.stringify({ error: { type: null, code, message }, data: null });
  response.writeHead(status, { 'content-type': 'application/json' }).end(body);
};

async function clientOf(handler: Handler, { secret = SECRET, clock = hurriedClock() } = {}) {
  const bodies: string[] = [];
  server = await startServer(async (request: IncomingMessage, response, count) => {
    bodies.push(await text(request));
    await handler(request, response, count);
  });
  return {
    client: testClient(server.url, { definition: smartq, secret: async () => secret, clock }),
    seen: server.seen,
    bodies,
  };
}

const project = { projectId: 99999 };
const ticket = { ...project, ticketId: 77777 };
const role = { name: 'Everybody', access_level: 1 };

describe('smartq.authorize', () => {
  it('signs in with Basic and the API key, in headers alone', async () => {
    const { client, seen } = await clientOf((_request, response) => envelope(response, { id: 1, name: 'Ana' }));
    expect(await client.call('getMe', {})).toEqual({ status: 200, data: { id: 1, name: 'Ana' } });
    expect(seen).toMatchObject([
      { url: '/api/v1/users/me', headers: { authorization: LOGIN, 'x-auth-client-id': SECRET.clientId } },
    ]);
  });

  it.each([
    ['username', ''],
    ['username', '  '],
    ['username', 'a:b'],
    ['username', 'a\r\nb'],
    ['password', ''],
    ['password', 'canary\u0000'],
    ['clientId', ''],
    ['clientId', 'canary\nx: 1'],
    ['clientId', 'canäry'],
  ])('sends nothing with the %s %j, and does not quote it', async (field, value) => {
    const { client, seen } = await clientOf((_request, response) => envelope(response, {}), {
      secret: { ...SECRET, [field]: value },
    });
    const error = await rejection(client.call('getMe', {}));
    expect(error).toMatchObject({ code: 'bad-input', data: { field } });
    expect(String(error)).not.toContain('canary');
    expect(seen).toEqual([]);
  });

  it('quotes nothing of the secret that an answer repeats', async () => {
    const { client } = await clientOf((_request, response) =>
      refusal(response, 401, `${SECRET.password} ${SECRET.clientId} ${LOGIN} ${LOGIN.slice(6)}`),
    );
    const error = await rejection(client.call('getMe', {}));
    expect(error).toMatchObject({ code: 'key-rejected' });
    const shown = `${String(error)} ${JSON.stringify(error)}`;
    for (const part of ['canary', SECRET.clientId, LOGIN.slice(6)]) expect(shown).not.toContain(part);
  });
});

describe('the smartQ client', () => {
  it.each([
    [401, 'key-rejected'],
    [403, 'not-permitted'],
    [404, 'not-at-vendor'],
  ])('finds the refusal %i in an envelope that claims success, in a call and in a sync', async (code, expected) => {
    const { client } = await clientOf((_request, response) => refusal(response, code));
    for (const ask of [client.call, client.bytes]) {
      expect(await rejection(ask('getProject', { path: project }))).toMatchObject({
        code: expected,
        status: code,
        vendorText: 'No',
      });
    }
  });

  it('takes an envelope for data though it calls itself a web page, as PHP does unasked', async () => {
    const { client } = await clientOf((_request, response) => envelope(response, { id: 1 }, 200, 'text/html'));
    expect(await client.call('getMe', {})).toMatchObject({ data: { id: 1 } });
  });

  it('takes a change for refused, and not for uncertain, when the envelope says so', async () => {
    const { client, seen } = await clientOf((_request, response) => refusal(response, 400, 'ticket[name] is required'));
    const params = { path: project, body: { ticket: { name: 'A', step_id: 1 } } };
    expect(await rejection(client.send('createTicket', params))).toMatchObject({
      code: 'invalid-for-vendor',
      status: 400,
      sent: 'yes',
    });
    expect(seen).toHaveLength(1);
  });

  it('takes away what is given as null or as an empty list', async () => {
    const { client, seen, bodies } = await clientOf((_request, response) => envelope(response, { id: 77777 }));
    const body = {
      ticket: { name: 'A b', step_id: 2, assigned_to: [], required_by: null, f3: null, notify_involved: false },
    };
    expect(await client.send('updateTicket', { path: ticket, body })).toMatchObject({ data: { id: 77777 } });
    expect(seen).toMatchObject([{ method: 'PUT', headers: { 'content-type': 'application/x-www-form-urlencoded' } }]);
    expect(bodies.map(decodeURIComponent)).toEqual([
      'ticket[name]=A+b&ticket[step_id]=2&ticket[assigned_to]=&ticket[required_by]=&ticket[f3]=&ticket[notify_involved]=0',
    ]);
  });

  it('asks for tickets with 1 and 0', async () => {
    const { client, seen } = await clientOf((_request, response) => envelope(response, { items: [] }));
    await client.call('listTickets', { path: project, query: { custom_fields: true, assigned_to: false, offset: 0 } });
    expect(seen[0]?.url).toBe('/api/v1/projects/99999/tickets?custom_fields=1&assigned_to=0&offset=0');
  });

  it.each([404, 405])(
    'changes the default role at its second path when the first answers %i, and keeps to it',
    async (code) => {
      const { client, seen } = await clientOf((request, response) =>
        request.url?.startsWith('/api/v1/project/') ? envelope(response, true) : refusal(response, code),
      );
      for (const _ of [1, 2]) {
        expect(await client.send('updateDefaultProjectRole', { path: project, body: { role } })).toMatchObject({
          data: true,
        });
      }
      expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
        'PUT /api/v1/projects/99999/roles/default',
        'PUT /api/v1/project/99999/roles/default',
        'PUT /api/v1/project/99999/roles/default',
      ]);
    },
  );

  it('tries no second path for what was refused otherwise', async () => {
    const { client, seen } = await clientOf((_request, response) => refusal(response, 403));
    const error = await rejection(client.send('updateDefaultProjectRole', { path: project, body: { role } }));
    expect(error).toMatchObject({ code: 'not-permitted' });
    expect(seen).toHaveLength(1);
  });

  it('uploads one file as a standard form, with the mark of the last one before it', async () => {
    const { client, seen, bodies } = await clientOf((_request, response) => envelope(response, { id: 44444 }));
    const open = async function* () {
      yield Buffer.from('bytes');
    };
    const file = { name: 'a.pdf', contentType: 'application/pdf', bytes: 5, open };
    const params = { path: { ...ticket, noteId: 55555 }, body: { is_last_file: true } };
    await client.send('uploadNoteFile', params, { file });
    expect(seen[0]?.url).toBe('/api/v1/projects/99999/tickets/77777/notes/55555/filesv2');
    expect(bodies[0]).toMatch(
      /name="is_last_file"\r\n\r\n1\r\n[^]*name="file"; filename="a\.pdf"[^]*\r\n\r\nbytes\r\n/,
    );
  });
});

describe('a file of a note', () => {
  const path = { ...ticket, noteId: 55555, fileId: 44444 };
  const read = async (handler: Handler): Promise<string> => {
    const { client } = await clientOf(handler);
    return (await buffer((await client.stream('downloadNoteFile', { path })).body)).toString('latin1');
  };
  const served =
    (content: string | Buffer, headers: Readonly<Record<string, string>> = {}): Handler =>
    (_request, response) =>
      response.writeHead(200, headers).end(content);

  it.each([
    ['a picture', '\u0089PNG\r\n\u001a\n rest'],
    ['nothing', ''],
    ['blanks', '  \n'],
    ['JSON of its own', '{"items":[1]}'],
    ['JSON that is none', '{"error":'],
    ['much that begins like JSON', `{"data":"${'x'.repeat(200_000)}"}`],
    ['an error that is much too long', `{"error":{"message":"${'x'.repeat(200_000)}"},"data":null}`],
    ['blanks and then a text', `${' '.repeat(600)}x`],
  ])('comes as it is: %s', async (_what, content) => {
    expect(await read(served(Buffer.from(content, 'latin1'), { 'content-type': 'application/json' }))).toBe(content);
  });

  it('comes as it is in small pieces', async () => {
    const content = `{"name":"${'y'.repeat(2000)}"}`;
    const inPieces: Handler = async (_request, response) => {
      for (const piece of content.match(/[^]{1,7}/g) ?? []) {
        response.write(piece);
        await new Promise((resolve) => setImmediate(resolve));
      }
      response.end();
    };
    expect(await read(inPieces)).toBe(content);
  });

  it.each(['application/json', 'text/html', 'image/png', 'application/octet-stream'])(
    'is refused in the envelope’s words, though it calls itself %s',
    async (type) => {
      const body = Buffer.from(JSON.stringify({ error: { type: null, code: 404, message: 'No file' }, data: null }));
      const { client } = await clientOf(served(body, { 'content-type': type }));
      expect(await rejection(client.stream('downloadNoteFile', { path }))).toMatchObject({
        code: 'not-at-vendor',
        vendorText: 'No file',
      });
    },
  );

  it('is no envelope without an error, unless that is sent as a file', async () => {
    const content = '{"error":null,"data":null}';
    const { client } = await clientOf(served(content, { 'content-type': 'application/json' }));
    expect(await rejection(client.stream('downloadNoteFile', { path }))).toMatchObject({ code: 'unexpected-answer' });
    await server?.close();
    expect(await read(served(content, { 'content-disposition': 'attachment; filename="answer.json"' }))).toBe(content);
  });

  it('gives its place in the lane back, refused or read', async () => {
    const { client, seen } = await clientOf((_request, response, count) =>
      count % 2 === 1 ? refusal(response, 404) : response.end('x'.repeat(100_000)),
    );
    for (let call = 1; call <= 12; call += 1) {
      if (call % 2 === 1) await rejection(client.stream('downloadNoteFile', { path }));
      else await buffer((await client.stream('downloadNoteFile', { path })).body);
    }
    expect(seen).toHaveLength(12);
  });

  it('ends with an error when it is cut off, where its beginning was looked at', async () => {
    const cut: Handler = (_request, response) => {
      response.writeHead(200, { 'content-length': '5000' });
      response.write('z'.repeat(100), () => response.socket?.destroy());
    };
    await expect(read(cut)).rejects.toMatchObject({ vendor: 'smartq', code: 'connection-lost' });
  });
});
