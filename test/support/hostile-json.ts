import * as fc from 'fast-check';

/** Names of fields that reach behind an object, or that a parser trips over. */
const NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'then',
  '',
  'id',
  'data',
];

/** Values as their JSON text, which may say what no JavaScript value can. */
const LEAVES = [
  ['null', 'true', 'false', '0', '-0', '1e400', '-1e400', '1e-400', '0.1e1', '9007199254740993'],
  ['123456789012345678901234567890', '-123456789012345678901234567890', '1'.repeat(400), `0.${'3'.repeat(400)}`],
  ['""', '" "', '"\\u0000"', '"\\ud800"', '"\\udc00\\ud800"', '"\\ud83d\\ude00"', '"\\u2028"', '"\\r\\nX-Evil: 1"'],
  ['"__proto__"', '"<script>"', '"../../etc"', '"2024-02-30T25:61:61Z"', '"0001-01-01T00:00:00"', '"+275760-09-13"'],
  ['"Mars/Olympus"', '"NaN"', '"1e999"', '[]', '{}', '[[]]', '{"__proto__":{"polluted":true}}'],
  ['{"constructor":{"prototype":{"polluted":true}}}', '{"id":"a","id":"b"}', '{"then":"x","toString":1}'],
].flat();

const leaf = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...LEAVES) },
  fc.string({ unit: 'binary' }).map((text) => JSON.stringify(text)),
);

const name = fc
  .oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme', maxLength: 6 }))
  .map((text) => JSON.stringify(text));

/** `text` inside `depth` arrays or objects. */
const nested = (text: string, depth: number, inObjects: boolean): string =>
  inObjects ? `${'{"a":'.repeat(depth)}${text}${'}'.repeat(depth)}` : `${'['.repeat(depth)}${text}${']'.repeat(depth)}`;

const deep = fc
  .tuple(leaf, fc.constantFrom(1, 10, 100, 1000, 5000), fc.boolean())
  .map(([text, depth, inObjects]) => nested(text, depth, inObjects));

/** JSON texts of hostile shape: names that come twice, prototypes, numbers without end, lone surrogates, deep nests. */
export const hostileValue: fc.Arbitrary<string> = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(name, tie('value')), { maxLength: 5 })
      .map((fields) => `{${fields.map(([key, value]) => `${key}:${value}`).join(',')}}`),
    deep,
  ),
})).value;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * An answer as JSON text with some of its places made hostile: a value replaced, a field named twice, a field added.
 * `pick` gives the next hostile value for about one place in `every`, and null for the others.
 */
function spoil(answer: unknown, pick: () => string | null): string {
  const hostile = pick();
  if (hostile !== null) return hostile;
  if (Array.isArray(answer)) return `[${answer.map((item) => spoil(item, pick)).join(',')}]`;
  if (!isFields(answer)) return JSON.stringify(answer);
  const fields = Object.entries(answer).flatMap(([key, value]) => {
    const again = pick();
    const named = `${JSON.stringify(key)}:${spoil(value, pick)}`;
    return again === null ? [named] : [named, `${JSON.stringify(key)}:${again}`, `"__proto__":${again}`];
  });
  return `{${fields.join(',')}}`;
}

/** Documented answers with hostile values in some of their places, as JSON text. */
export const spoiledAnswer = (answers: readonly unknown[]): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...answers),
      fc.array(hostileValue, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat(11)),
    )
    .map(([answer, values, dice]) => {
      let next = 0;
      return spoil(answer, () => (dice.next().value === 0 ? (values[next++ % values.length] ?? null) : null));
    });

const BOMS = [[], [0xef, 0xbb, 0xbf], [0xff, 0xfe], [0xfe, 0xff]];

/** A text as the bytes of an answer: whole, behind a byte order mark, cut off, with bytes that are no UTF-8, in UTF-16. */
export const hostileBytes = (texts: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> =>
  fc
    .tuple(
      texts,
      fc.constantFrom('whole', 'whole', 'whole', 'bom', 'cut', 'torn', 'utf16', 'tail'),
      fc.nat(),
      fc.constantFrom(...BOMS),
    )
    .map(([text, how, at, bom]) => {
      const bytes = Buffer.from(text);
      if (how === 'bom') return Buffer.from([...bom, ...bytes.subarray(0, 65_536)]);
      if (how === 'cut') return bytes.subarray(0, at % (bytes.length + 1));
      if (how === 'utf16') return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
      if (how === 'tail') return Buffer.concat([bytes, Buffer.from('\0{"more":1}')]);
      if (how === 'torn' && bytes.length > 0) bytes[at % bytes.length] = 0xff;
      return bytes;
    });
