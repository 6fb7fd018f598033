import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeForm } from '../../src/main/vendors/core/form-encoding.ts';
import { multipartBody, UploadBroken } from '../../src/main/vendors/core/multipart.ts';

/** Reads a form as PHP does: names in brackets make nested fields. An oracle of its own, not the encoder turned round. */
function parseForm(form: string): unknown {
  const root: Record<string, unknown> = {};
  for (const pair of form.split('&').filter(Boolean)) {
    const [name = '', value = ''] = pair.split('=').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
    const keys = [name.replace(/\[.*/s, ''), ...[...name.matchAll(/\[([^\]]*)\]/g)].map(([, key = '']) => key)];
    let place = root;
    for (const key of keys.slice(0, -1)) place = (place[key] ??= {}) as Record<string, unknown>;
    place[keys.at(-1) ?? ''] = value;
  }
  return root;
}

/** What a form can say of a value. */
function asForm(value: unknown): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asForm(item)] as const));
  }
  return typeof value === 'number' ? String(value) : value;
}

describe('encodeForm', () => {
  it.each<[given: Record<string, unknown>, form: string]>([
    [{ a: 'x y', b: '+&=%' }, 'a=x+y&b=%2B%26%3D%25'],
    [{ a: true, b: false }, 'a=1&b=0'],
    [{ a: null, b: [], c: undefined, d: '' }, 'a=&b=&d='],
    [{ t: { n: 'x', who: [3, 4] } }, 't%5Bn%5D=x&t%5Bwho%5D%5B0%5D=3&t%5Bwho%5D%5B1%5D=4'],
    [{ t: { f3: [{ id: 1 }] } }, 't%5Bf3%5D%5B0%5D%5Bid%5D=1'],
    [{ a: "!'()*~-_." }, 'a=%21%27%28%29%2A%7E-_.'],
    [{ a: 1.5, b: 0, c: -2 }, 'a=1.5&b=0&c=-2'],
    [{}, ''],
  ])('writes %j', (given, form) => {
    expect(encodeForm(given)).toBe(form);
  });

  it('refuses what no form can carry', () => {
    for (const value of [Number.NaN, Infinity, () => 1, Symbol('x')]) {
      expect(() => encodeForm({ a: value })).toThrow(TypeError);
    }
    expect(() => encodeForm({ a: '\ud800' })).toThrow(URIError);
  });

  it('says the same to a reader that nests by brackets, whatever the values', () => {
    const key = fc.stringMatching(/^[a-z_]{1,8}$/);
    const text = fc.string({ unit: 'grapheme' });
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { depthSize: 'small' },
        text,
        fc.integer(),
        fc.boolean(),
        fc.constant(null),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
      ),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }), (fields) => {
        expect(parseForm(encodeForm(fields))).toEqual(asForm(fields));
      }),
    );
  });
});

describe('multipartBody', () => {
  const collect = async (chunks: AsyncIterable<Uint8Array>): Promise<Buffer> => {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) parts.push(chunk);
    return Buffer.concat(parts);
  };
  const file = (content: Buffer, bytes = content.length, name = 'plan.png') => ({
    field: 'file',
    content: {
      name,
      contentType: 'image/png',
      bytes,
      open: async function* () {
        yield content.subarray(0, 3);
        yield content.subarray(3);
      },
    },
  });

  it('is exactly as long as it says, and a standard reader finds the parts', async () => {
    const content = Buffer.from('\x89PNG\r\n--boundary?\r\n', 'latin1');
    const body = multipartBody(
      [['is_last_file', '1']],
      file(content, content.length, 'a"b\r\nc ü.png'),
      'boundary-0123456789',
    );
    const bytes = await collect(body.chunks());
    expect(bytes).toHaveLength(body.contentLength);
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'content-type': body.contentType },
    }).formData();
    expect(form.get('is_last_file')).toBe('1');
    const sent = form.get('file') as File;
    expect(sent.type).toBe('image/png');
    expect(Buffer.from(await sent.arrayBuffer()).equals(content)).toBe(true);
    expect(bytes.toString()).toContain('filename="a%22b%0D%0Ac ü.png"');
  });

  it.each([[5], [50]])('breaks off when the file is not the length it was said to be (%i)', async (bytes) => {
    const body = multipartBody([], file(Buffer.from('0123456789'), bytes), 'boundary-0123456789');
    await expect(collect(body.chunks())).rejects.toThrow(UploadBroken);
  });
});
