import * as fc from 'fast-check';

const NAMES = [
  'Project',
  'ProjectResults',
  '__proto__',
  'constructor',
  'toString',
  'a',
  'a:b',
  'é',
  '1a',
  'a b',
  '',
  '-',
];

const xmlName = fc.oneof(fc.constantFrom(...NAMES), fc.string({ unit: 'grapheme', maxLength: 4 }));

const xmlText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    'text',
    '&amp;',
    '&lt;b&gt;',
    '&#65;',
    '&#x41;',
    '&#0;',
    '&#xFFFFFFFF;',
    '&#xD800;',
    '&nbsp;',
    '&x;',
    '&',
    '&amp',
    '<![CDATA[<b>]]>',
    '<![CDATA[',
    ']]>',
    '<!-- a -->',
    '<!-- a -- b -->',
    '<!--',
    '<?php x ?>',
    '<?',
    '\0',
    '\ud800',
    '\uFFFE',
    '<xi:include href="file:///etc/passwd"/>',
    '<a xmlns="x" xmlns:b="y"/>',
    '&#49;'.repeat(300),
    'x'.repeat(20_000),
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

const attribute = fc
  .tuple(xmlName, xmlText, fc.constantFrom('"', "'", ''))
  .map(([name, value, quote]) => ` ${name}=${quote}${value}${quote}`);

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      xmlName,
      fc.array(attribute, { maxLength: 2 }),
      fc.array(fc.oneof({ depthSize: 'small' }, xmlText, tie('element')), { maxLength: 4 }),
      fc.constantFrom('closed', 'closed', 'closed', 'open', 'other', 'empty', 'twice'),
    )
    .map(([name, attributes, inner, how]) => {
      const start = `<${name}${attributes.join('')}`;
      if (how === 'empty') return `${start}/>`;
      const end = { closed: `</${name}>`, open: '', other: '</other>', twice: `</${name}></${name}>` }[how];
      return `${start}>${inner.join('')}${end}`;
    }),
}));

const nest = fc
  .tuple(fc.constantFrom(1, 10, 100, 1000, 5000), element)
  .map(([levels, inner]) => `${'<a>'.repeat(levels)}${inner}${'</a>'.repeat(levels)}`);

const PROLOGS = [
  '',
  '<?xml version="1.0"?>',
  '<?xml version="1.0" encoding="utf-8"?>\n',
  '<?xml version="1.0" encoding="iso-8859-1"?>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<?xml version="1.0" encoding="no-such"?>',
  '<?xml version="9.9"?>',
  '<?xml',
  '<!DOCTYPE a>',
  '<!DOCTYPE a [<!ENTITY x "y"><!ENTITY z "&x;&x;&x;&x;&x;&x;">]>',
  '<!DOCTYPE a SYSTEM "file:///etc/passwd">',
  '<!doctype html>',
];

/** Texts that are XML, nearly XML or made to hurt whoever reads XML. */
export const hostileXml: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(...PROLOGS),
    fc.oneof(element, element, nest, xmlText),
    fc.constantFrom('', '', '<a/>', 'x', '\0'),
  )
  .map((parts) => parts.join(''));

const NAMED = [
  'report.pdf',
  '../../etc/passwd',
  '..\\..\\boot.ini',
  'C:\\Windows\\x.exe',
  '\\\\host\\share\\x',
  'CON',
  'NUL.pdf',
  'a:b.pdf',
  '.',
  '..',
  ' ',
  'a\0b.pdf',
  'a\r\nX-Evil: 1',
  '\u202Efdp.exe',
  '%2e%2e%2fx',
  '%',
  '%zz',
  '%c3%28',
  'é'.repeat(300),
  '/',
  '"',
  '\\',
];

const fileName = fc.oneof(fc.constantFrom(...NAMED), fc.string({ unit: 'binary', maxLength: 20 }));

const parameter = fc
  .tuple(
    fc.constantFrom('filename', 'filename*', 'FILENAME', 'filename *', 'name', 'filename*0', ''),
    fc.constantFrom('=', ' = ', '==', ''),
    fc.constantFrom('', '"', "UTF-8''", "utf-8'en'", "iso-8859-1''", "no-such''", "'", '"\\'),
    fileName,
    fc.constantFrom('', '"', "'", ';'),
  )
  .map((parts) => parts.join(''));

/** `Content-Disposition` headers, well and badly made. */
export const hostileDisposition: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('attachment', 'inline', 'form-data; name="x"', '', ';', ' '.repeat(5000)),
    fc.array(parameter, { maxLength: 4 }),
    fc.constantFrom('; ', ';', ' ;\t'),
  )
  .map(([type, parameters, separator]) => [type, ...parameters].join(separator));
