import { Worker } from 'node:worker_threads';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { AnswerOrigin } from '../../src/main/vendors/core/parse-answer.ts';
import { MOST_XML_BYTES, parseXml, parseXmlAnswer } from '../../src/main/vendors/core/parse-xml.ts';
import { isVendorError } from '../../src/main/vendors/core/vendor-error.ts';
import { startServer, type TestServer } from './vendor-server.ts';

const originOf = (contentType = 'application/xml'): AnswerOrigin => ({
  vendor: 'aconex',
  operation: 'listProjects',
  status: 200,
  contentType,
});

const read = (text: string | Uint8Array, contentType?: string, lists: readonly string[] = []): unknown =>
  parseXmlAnswer(originOf(contentType), typeof text === 'string' ? Buffer.from(text) : text, lists);

/** What `run` gives, or the error that says that it cannot be read; throws any other. */
function typed(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    if (isVendorError(error) && error.code === 'unexpected-answer' && error.sent === 'yes') return error;
    throw error;
  }
}

/** The message that a text is refused with; null when it is read. */
function refusedWith(text: string | Uint8Array, contentType?: string): string | null {
  const outcome = typed(() => read(text, contentType));
  return isVendorError(outcome) ? outcome.message : null;
}

describe('parseXmlAnswer', () => {
  it('gives every value as a string, attributes beside elements', () => {
    expect(read('<a n="1" f="true"><b>007</b><c>1e3</c><d/><e></e><f2> x </f2></a>')).toEqual({
      a: { n: '1', f: 'true', b: '007', c: '1e3', d: '', e: '', f2: ' x ' },
    });
  });

  it('gives an array for what is a list, even of one, and for what comes more than once', () => {
    expect(read('<a><p>1</p><q>1</q><q>2</q></a>', 'text/xml', ['p'])).toEqual({ a: { p: ['1'], q: ['1', '2'] } });
  });

  it('keeps an attribute and an element of one name, and the text beside elements or attributes', () => {
    expect(read('<a x="1"><x>2</x> and <y/></a>')).toEqual({ a: { x: ['1', '2'], y: '', '#text': ' and ' } });
    expect(read('<a x="1">text</a>')).toEqual({ a: { x: '1', '#text': 'text' } });
  });

  it('resolves the five names and numbers once, and nothing within CDATA or a comment', () => {
    expect(read('<a b="&quot;&apos;">&lt;&amp;lt;&gt;&#233;&#x1F600;</a>')).toEqual({
      a: { b: '"\'', '#text': '<&lt;>é😀' },
    });
    expect(read('<a><![CDATA[<b>&amp; &x;]]>&amp;<!-- &y; <!DOCTYPE z> --></a>')).toEqual({ a: '<b>&amp; &x;&' });
  });

  it('takes an empty body for nothing', () => {
    expect([read(''), read(' \r\n'), read('\ufeff')]).toEqual([null, null, null]);
  });

  it.each([
    ['cut off', '<a><b>1</b>'],
    ['cut off in a tag', '<a><b x="1'],
    ['elements that cross', '<a><b></a></b>'],
    ['two roots', '<a/><b/>'],
    ['text after the root', '<a/>more'],
    ['text alone', 'Service unavailable'],
    ['JSON', '{"a":1}'],
    ['a closing tag alone', '</a>'],
    ['an attribute without a value', '<a b/>'],
    ['an attribute without quotes', '<a b=1/>'],
    ['an attribute twice', '<a b="1" b="2"/>'],
    ['a tag in an attribute', '<a b="<c>"/>'],
    ['a bare ampersand', '<a>R & D</a>'],
    ['a name that is none', '<1/>'],
    ['a second declaration', '<?xml version="1.0"?><?xml version="1.0"?><a/>'],
    ['no element', '<!-- nothing -->'],
  ])('refuses %s', (_what, text) => {
    expect(refusedWith(text)).toMatch(/^The vendor’s answer /);
  });

  it('quotes nothing of what it refuses', () => {
    expect(refusedWith('<a secret="canary"><b></a>')).not.toContain('canary');
    expect(refusedWith('<a>&canary;</a>')).not.toContain('canary');
  });

  it('says that a web page is one', () => {
    expect(refusedWith('<a/>', 'text/html; charset=utf-8')).toContain('web page');
    expect(refusedWith('\n<!DOCTYPE html><html></html>', '')).toContain('web page');
    expect(refusedWith('<html><body/></html>')).toContain('web page');
  });
});

describe('parseXmlAnswer: encodings', () => {
  const word = 'Zürich';
  const inUtf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

  it.each<readonly [string, Uint8Array, string]>([
    ['UTF-8 without a word about it', Buffer.from(`<a>${word}</a>`), 'application/xml'],
    ['a byte order mark', Buffer.from(`\ufeff<?xml version="1.0"?><a>${word}</a>`), ''],
    ['UTF-16 with a mark', Buffer.concat([Buffer.from([0xff, 0xfe]), inUtf16(`<a>${word}</a>`)]), ''],
    ['UTF-16, the high byte first', Buffer.concat([Buffer.from([0xff, 0xfe]), inUtf16(`<a>${word}</a>`)]).swap16(), ''],
    ['UTF-16 without a mark', inUtf16(`<?xml version="1.0" encoding="UTF-16"?><a>${word}</a>`), ''],
    ['the declaration', Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?><a>${word}</a>`, 'latin1'), ''],
    [
      'the declaration before the header',
      Buffer.from(`<?xml version='1.0' encoding='UTF-8'?><a>${word}</a>`),
      'text/xml; charset=iso-8859-1',
    ],
    ['the header', Buffer.from(`<a>${word}</a>`, 'latin1'), 'text/xml; charset=iso-8859-1'],
    ['a declaration that cannot be true', Buffer.from(`<?xml version="1.0" encoding="utf-16"?><a>${word}</a>`), ''],
    ['a declaration that nobody knows', Buffer.from(`<?xml version="1.0" encoding="x-none"?><a>${word}</a>`), ''],
  ])('reads %s', (_what, bytes, contentType) => {
    expect(read(bytes, contentType)).toEqual({ a: word });
  });

  it('refuses bytes that are in none of the encodings they may be in', () => {
    expect(refusedWith(Buffer.from('<a>Zürich</a>', 'latin1'))).toContain('encoding');
  });
});

const BILLION_LAUGHS = [
  '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY lol "lol">',
  ...Array.from({ length: 9 }, (_, index) => `<!ENTITY lol${index + 1} "${`&lol${index || ''};`.repeat(10)}">`),
  ']><lolz>&lol9;</lolz>',
].join('');

const MEGABYTE = 1024 * 1024;

/** Attacks as what they are made of: they are built where they are read, so that only reading counts. */
const ATTACKS: Readonly<Record<string, string>> = {
  'a billion laughs': JSON.stringify(BILLION_LAUGHS),
  'quadratic blow-up': '`<!DOCTYPE a [<!ENTITY x "${"x".repeat(1e5)}">]><a>${"&x;".repeat(1e5)}</a>`',
  'a nest of 100,000 levels': '"<a>".repeat(1e5) + "</a>".repeat(1e5)',
  'a flood of numbers': '"<a>" + ("<b>" + "&#65;".repeat(1e5) + "</b>").repeat(20) + "</a>"',
  'a flood of names': '"<a>" + "&amp;".repeat(2e6) + "</a>"',
  'a text of 19 MB': '"<a>" + "x".repeat(19e6) + "</a>"',
  'a tag of 12 MB': '"<a " + "b=\\"1\\" ".repeat(2e6) + "/>"',
  'two million elements': '"<a>" + "<b>1</b>".repeat(2e6) + "</a>"',
  'quotes without end': '"<a b=\\"".repeat(1e6)',
  'openings without end': '"<".repeat(1e6)',
  'comments without end': '"<!--".repeat(1e6)',
  'a declaration without end': '"<?xml " + "?".repeat(19e6)',
  'blanks without end': '" ".repeat(19e6) + "<!"',
  'blanks in a tag': '"<a " + " ".repeat(5e6) + "b=\\"1\\"/>"',
};

/** Reads `text`, built by this expression, in a thread of at most 100 MB; its error's code and message. */
function inSmallThread(text: string): Promise<string> {
  const module = new URL('../../src/main/vendors/core/parse-xml.ts', import.meta.url).href;
  const code = `
    const { parentPort } = require('node:worker_threads');
    import(${JSON.stringify(module)}).then(({ parseXmlAnswer }) => {
      const origin = { vendor: 'aconex', operation: 'fuzz', status: 200, contentType: 'text/xml' };
      try { parseXmlAnswer(origin, Buffer.from(${text}), []); parentPort.postMessage('read'); }
      catch (error) { parentPort.postMessage(error.code + ': ' + error.message); }
    });`;
  return new Promise((resolve, reject) => {
    const worker = new Worker(code, { eval: true, resourceLimits: { maxOldGenerationSizeMb: 100 } });
    worker.once('message', (message: string) => resolve(message));
    worker.once('error', reject);
  });
}

describe('parseXmlAnswer: hostile answers (C-1)', () => {
  let server: TestServer | undefined;
  afterEach(async () => {
    await server?.close();
    server = undefined;
  });

  it.each(Object.entries(ATTACKS))('refuses %s within 100 MB', async (_what, text) => {
    expect(await inSmallThread(text)).toMatch(/^unexpected-answer: The vendor’s answer /);
  });

  it('refuses more than 20 MB before it is read', () => {
    expect(refusedWith(new Uint8Array(MOST_XML_BYTES + 1))).toContain('too large');
  });

  it('reads a text of a megabyte and a list of 5,000 rows', () => {
    const text = 'ü'.repeat(MEGABYTE);
    expect(parseXml(`<a>${text}</a>`, [])).toEqual({ a: text });
    const rows = parseXml(`<a>${'<b c="1"><d>&amp;</d></b>'.repeat(5000)}</a>`, ['b']);
    expect(rows).toEqual({ a: { b: Array.from({ length: 5000 }, () => ({ c: '1', d: '&' })) } });
  });

  it('takes a hundred levels and no more', () => {
    const nest = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
    expect(refusedWith(nest(100))).toBeNull();
    expect(refusedWith(nest(101))).toContain('nested too deeply');
  });

  it('fetches nothing: an external entity is refused, an XInclude is an element like any other', async () => {
    server = await startServer((_request, response) => response.end('<fetched/>'));
    const { url } = server;
    const external = (target: string) => `<!DOCTYPE a [<!ENTITY x SYSTEM "${target}">]><a>&x;</a>`;
    for (const target of [url, 'file:///etc/hostname']) {
      expect(refusedWith(external(target))).toContain('document type');
      expect(refusedWith(`<!DOCTYPE a SYSTEM "${target}"><a/>`)).toContain('document type');
      expect(refusedWith(`<?xml-stylesheet href="${target}"?><a/>`)).toContain('processing instruction');
    }
    const include = `<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="${url}" parse="text"/></a>`;
    expect(read(include)).toMatchObject({ a: { 'xi:include': { href: url, parse: 'text' } } });
    await new Promise((resolve) => setImmediate(resolve));
    expect(server.seen).toEqual([]);
  });

  it.each(['<!ENTITY x "y"><a/>', '<a><!ENTITY x "y">&x;</a>', '<a><!DOCTYPE b></a>', '<a>&x;</a>', '<a b="&x;"/>'])(
    'refuses %s',
    (text) => {
      expect(refusedWith(text)).toMatch(/document type|entity/);
    },
  );

  it('finds a document type behind what only looks like an instruction or a comment', () => {
    expect(refusedWith(`<?x ' ?><!-- '?><!DOCTYPE a [<!ENTITY x "y">]> --><a>&x;</a>`)).not.toBeNull();
    expect(refusedWith(`<a b='<!--'/><!DOCTYPE a [<!ENTITY x "y">]><!-- -->`)).not.toBeNull();
  });

  it.each(['&#0;', '&#x0;', '&#8;', '&#xD800;', '&#xFFFE;', '&#x110000;', '&#99999999;', '&#;', '&#x;'])(
    'refuses %s, which names no character',
    (reference) => {
      expect(refusedWith(`<a>${reference}</a>`)).not.toBeNull();
    },
  );

  it.each(['__proto__', 'constructor', 'prototype'])('refuses %s as a name', (name) => {
    expect(refusedWith(`<a><${name}><polluted>1</polluted></${name}></a>`)).not.toBeNull();
    expect(refusedWith(`<a ${name}="1"/>`)).not.toBeNull();
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('takes the names of what every object can do as names', () => {
    const fields = { toString: '1', hasOwnProperty: '2', valueOf: '3', length: '4' };
    const xml = Object.entries(fields).map(([name, value]) => `<${name}>${value}</${name}>`);
    const { a } = read(`<a>${xml.join('')}</a>`) as { readonly a: Readonly<Record<string, unknown>> };
    expect(Object.entries(a)).toEqual(Object.entries(fields));
  });
});

interface Tree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tree[];
  readonly text: string;
}

const escaped = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (character) => `&#${character.charCodeAt(0)};`);

const written = ({ name, attributes, children, text }: Tree): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join('')}>${children.map(written).join('')}${escaped(text)}</${name}>`;

const xmlText = fc.string({ unit: 'grapheme', maxLength: 12 });
const names = fc.constantFrom('Project', 'Name', 'a', 'b-c', 'x.y', '_1', 'toString', 'Ü');

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name: names,
    attributes: fc.dictionary(names, xmlText, { maxKeys: 3 }),
    children: fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('tree'), { maxLength: 4 })),
    text: xmlText,
  }),
})).tree;

/** What a tree is to be read as. */
function expected({ attributes, children, text }: Tree): unknown {
  const all = [...Object.entries(attributes), ...children.map((child) => [child.name, expected(child)] as const)];
  if (all.length === 0) return text;
  const fields: Record<string, unknown[]> = {};
  for (const [name, value] of all) (Object.hasOwn(fields, name) ? fields[name] : (fields[name] = []))?.push(value);
  const isShown = children.length === 0 ? text !== '' : /\S/.test(text);
  return {
    ...Object.fromEntries(
      Object.entries(fields).map(([name, values]) => [
        name,
        name === 'Project' || values.length > 1 ? values : values[0],
      ]),
    ),
    ...(isShown ? { '#text': text } : {}),
  };
}

/** True when a value is made of nothing but strings, arrays and objects. */
const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || (typeof value === 'object' && value !== null && Object.values(value).every(isPlain));

const HOSTILE = [
  '<',
  '>',
  '&',
  '"',
  '\0',
  ']]>',
  '<![CDATA[',
  '<!--',
  '-->',
  '<?x?>',
  '<!DOCTYPE a>',
  '&#0;',
  '&x;',
  '<__proto__/>',
];

describe('parseXmlAnswer: any answer (R8)', () => {
  const check = <Values>(property: fc.IProperty<Values>): void => {
    fc.assert(property, { seed: 8, numRuns: 500 });
  };

  it('reads whatever is well-formed to the letter', () => {
    check(
      fc.property(tree, (one) => {
        const root = expected(one);
        expect(read(written(one), 'text/xml', ['Project'])).toEqual({
          [one.name]: one.name === 'Project' ? [root] : root,
        });
      }),
    );
  });

  it('reads or refuses what was well-formed before something was put into it or cut off', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    check(
      fc.property(tree, fc.nat(), fc.nat(), fc.constantFrom(...HOSTILE), (one, place, length, hostile) => {
        const text = written(one);
        const at = place % (text.length + 1);
        const spoiled = text.slice(0, at) + hostile + text.slice(at + (length % 4));
        for (const some of [spoiled, text.slice(0, at)]) {
          const outcome = typed(() => read(some));
          expect(outcome === null || isVendorError(outcome) || isPlain(outcome)).toBe(true);
        }
      }),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('reads or refuses bytes that are no text at all', () => {
    check(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, contentType) => {
        const outcome = typed(() => read(bytes, contentType));
        expect(outcome === null || isVendorError(outcome) || isPlain(outcome)).toBe(true);
      }),
    );
  });
});
