import { describe, expect, it } from 'vitest';
import type { CallParams } from '../../src/main/vendors/core/operation.ts';
import { isAppError } from '../../src/shared/errors/app-error.ts';
import { prepareVector, refusedField, rowOf } from '../support/prepare-vector.ts';
import { registeredVendors, type RegisteredVendor } from '../support/registered-vendors.ts';
import { rejection, startServer, testClient } from './vendor-server.ts';
import type { Vector } from './vectors/vector.ts';

/** Ids that a server, a proxy or a parser of addresses would take for something else: refused, whatever the row. */
const REFUSED: readonly unknown[] = [
  ['', ' ', '\t', '\u00a0', '.', '..', '/', 'a/b', '/a', 'a/', '../users', 'a\\b', '..\\users'],
  ['\r\n', 'a\r\nX-Evil: 1', 'a\nb', 'a\rb', '\0', 'a\0b', 'a\u0085b', 'a\u2028b', 'a\ud800'],
  [null, undefined, true, Number.NaN, {}, ['a'], ['..', 'a']],
].flat();

/** Ids that stay where they are when every character with a meaning is escaped, or are refused by the row's own rules. */
const ESCAPED: readonly string[] = [
  ['%', '%2f', '%2F', '..%2f..', '%2e%2e', '.%2e', '%252f', '%00', '%0d%0aX-Evil:%201'],
  ['?', 'a?b=c', '#', 'a#b', '&', 'a=b', ';', 'a;b', ':', '@', 'a@b:c', '+', 'a b', '...', '~', "a'b", 'a"b', '<a>'],
  ['ü', '…', '／', '．．', '\u200b'],
].flat();

/** One example of each operation that `is` holds for. */
function examplesOf({ vectors }: RegisteredVendor, is: (vector: Vector) => boolean) {
  const first = new Map(
    vectors
      .filter(is)
      .map((vector) => [vector.operation, vector] as const)
      .toReversed(),
  );
  return [...first];
}

const withPath = (params: CallParams, name: string, value: unknown): CallParams => ({
  ...params,
  path: { ...params.path, [name]: value },
});

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

describe.each(registeredVendors)('unsafe parameters of $vendor (N-5)', (registered) => {
  const { definition, secret } = registered;
  const namesOf = (operation: string): readonly string[] =>
    Object.keys(definition.operations[operation]?.pathParams?.shape ?? {});
  const withIds = examplesOf(registered, ({ operation }) => namesOf(operation).length > 0);

  it('has operations with ids to try', () => {
    expect(withIds.length).toBeGreaterThan(0);
  });

  it.each(withIds)('%s refuses every id that would be another route, by its name', (operation, vector) => {
    for (const name of namesOf(operation)) {
      for (const id of REFUSED) {
        const call = { ...vector, params: withPath(vector.params, name, id) };
        expect([id, refusedField(definition, call)]).toEqual([id, `path.${name}`]);
      }
    }
  });

  it.each(withIds)('%s keeps every other id to its own place in the path', (operation, vector) => {
    const { pathname: usual, search } = prepareVector(definition, vector).url;
    for (const name of namesOf(operation)) {
      for (const id of ESCAPED) {
        const call = { ...vector, params: withPath(vector.params, name, id) };
        const refused = refusedField(definition, call);
        // The row's own rules may know better: a type is one of two words.
        if (refused === `path.${name}`) continue;
        expect([id, refused]).toEqual([id, null]);
        const { url } = prepareVector(definition, call);
        const segments = url.pathname.split('/').map(decodeURIComponent);
        const place = rowOf(definition, operation).path.split('/').indexOf(`{${name}}`);
        const offset = usual.split('/').length - rowOf(definition, operation).path.split('/').length;
        const expected = usual
          .split('/')
          .map(decodeURIComponent)
          .with(place + offset, id);
        expect([id, segments, url.search, url.hash]).toEqual([id, expected, search, '']);
      }
    }
  });

  const reads = withIds.filter(([operation]) => {
    const { effect, answer } = rowOf(definition, operation);
    return effect === 'read' && answer.kind === 'json';
  });

  it.each(reads)('%s puts an id on the wire as one segment, and nothing when it refuses', async (operation, vector) => {
    const server = await startServer((_request, response) => response.end());
    try {
      const client = testClient(server.url, { definition, secret: async () => secret });
      const ids = vector.params.path ?? {};
      const [name = ''] = namesOf(operation);
      for (const id of ['..', 'a/b', 'a\r\nX-Evil: 1', '']) {
        const refusal = await rejection(client.call(operation, withPath({ path: ids }, name, id)));
        expect(refusal).toMatchObject({ code: 'bad-input', data: { field: `path.${name}` } });
      }
      expect(server.seen).toEqual([]);
      await client.call(operation, withPath({ path: ids }, name, 'a?b#c%2f..'));
      const segments: Readonly<Record<string, string>> = Object.fromEntries(
        namesOf(operation).map((id) => [id, id === name ? 'a%3Fb%23c%252f..' : String(ids[id])]),
      );
      const expected = rowOf(definition, operation).path.replace(/\{(\w+)\}/g, (_, id: string) => segments[id] ?? '');
      expect(server.seen.map(({ url }) => url)).toEqual([expected]);
    } finally {
      await server.close();
    }
  });

  it('lets no secret break out of its header: it is encoded there, or nothing is sent and nothing quoted', async () => {
    const server = await startServer((_request, response) => response.end());
    try {
      for (const [field, value] of Object.entries(secret)) {
        for (const evil of ['\r\nX-Evil: 1', '\nX-Evil: 1', '\0', '\u2028']) {
          const broken = async () => ({ ...secret, [field]: `${value}${evil}canary` });
          const client = testClient(server.url, { definition, secret: broken });
          const left = await client.call(definition.testOperation, {}).then(
            () => JSON.stringify(server.seen.splice(0)),
            (error: unknown) => `${isAppError(error)} ${String(error)} ${JSON.stringify(error)}`,
          );
          expect(left).not.toMatch(/canary|x-evil|^false/i);
        }
      }
      expect(server.seen).toEqual([]);
    } finally {
      await server.close();
    }
  });

  const bulk = examplesOf(registered, ({ operation, params }) => {
    const row = definition.operations[operation];
    return row?.effect === 'destructive' && isFields(params.body) && Object.values(params.body).some(Array.isArray);
  });

  it.each(bulk)('%s names at least one object, none of them blank', (_operation, vector) => {
    const body = vector.params.body as Readonly<Record<string, unknown>>;
    for (const [name, objects] of Object.entries(body)) {
      if (!Array.isArray(objects)) continue;
      for (const nothing of [[], null, undefined, '', {}, [''], [' '], [null], [...(objects as unknown[]), '\t']]) {
        const call = { ...vector, params: { ...vector.params, body: { ...body, [name]: nothing } } };
        expect([nothing, refusedField(definition, call)]).toEqual([
          nothing,
          expect.stringMatching(new RegExp(`^body\\.${name}(\\.\\d+)?$`)),
        ]);
      }
      const none = { ...vector, params: { ...vector.params, body: {} } };
      expect(refusedField(definition, none)).toBe(`body.${name}`);
    }
  });

  const uploads = examplesOf(registered, ({ upload }) => upload !== undefined);

  it.each(uploads)('%s keeps a file’s name to its line of the part’s head', async (_operation, vector) => {
    const { upload } = vector;
    if (upload === undefined) throw new Error('no file');
    const name = 'a".png"\r\nX-Evil: 1\r\n\r\n';
    const { body } = prepareVector(definition, { ...vector, upload: { ...upload, name } });
    if (body === null || typeof body === 'string') throw new Error('no multipart');
    const chunks: Uint8Array[] = [];
    for await (const chunk of body.chunks()) chunks.push(chunk);
    const [head = ''] = Buffer.concat(chunks).toString().split('\r\n\r\n');
    expect(head.split('\r\n')).toEqual([
      `--${upload.boundary}`,
      'Content-Disposition: form-data; name="file"; filename="a%22.png%22%0D%0AX-Evil: 1%0D%0A%0D%0A"',
      `Content-Type: ${upload.contentType}`,
    ]);
  });
});
