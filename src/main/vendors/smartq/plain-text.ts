/** What people type and editors write; everything else stays as it is written, and is found by that. */
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  micro: 'µ',
  sup2: '²',
  sup3: '³',
  frac12: '½',
  times: '×',
  euro: '€',
  pound: '£',
};

const MOST_CODE = 0x10ffff;

function decodeReference(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return Object.hasOwn(NAMED, name) ? (NAMED[name] ?? whole) : whole;
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isCharacter = code > 0 && code <= MOST_CODE && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z][a-z\d]{1,15}));/gi, decodeReference);

/** Elements whose content nobody reads. */
const UNREAD: ReadonlySet<string> = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'head',
]);

/** Elements within a line: words on both sides of their tags are one word. */
const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo big cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var wbr'.split(
    ' ',
  ),
);

/** Where a tag that begins at `from` ends: behind its `>`, one within a quoted value left aside. -1 where it does not. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length; at += 1) {
    const sign = html.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '>') return at + 1;
    // A quotation mark begins a value only behind its sign.
    else if ((sign === '"' || sign === "'") && /=\s*$/.test(html.slice(Math.max(from, at - 8), at))) quote = sign;
  }
  return -1;
}

/** Where the content of an element that nobody reads ends: at its end tag, or at the end of the text. */
function endOfUnread(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found === null ? html.length : found.index;
}

/**
 * The words of a text with HTML in it, for search alone: tags, comments and scripts are left out, references are
 * decoded. What it gives back is plain text and is never shown as HTML. Takes time in proportion to the text, whatever
 * is in it.
 */
export function plainText(html: string): string {
  // Most texts are plain already.
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, ' ').trim();
  const tag = /<(?:!--|[!?]|\/?([a-z][^\s/>]*))/gi;
  let text = '';
  let from = 0;
  for (let found = tag.exec(html); found !== null; found = tag.exec(html)) {
    const [opening, written] = found;
    const name = written?.toLowerCase();
    text += decoded(html.slice(from, found.index));
    from = found.index;
    if (opening === '<!--') {
      const end = html.indexOf('-->', from + opening.length);
      from = end === -1 ? html.length : end + '-->'.length;
    } else {
      const end = endOfTag(html, from + opening.length);
      // What never closes was no tag: somebody wrote "p<q".
      if (end === -1) break;
      from = end;
      if (name === undefined || !INLINE.has(name)) text += ' ';
      const isOpening = !opening.startsWith('</') && name !== undefined;
      if (isOpening && UNREAD.has(name)) from = endOfUnread(html, name, from);
    }
    tag.lastIndex = from;
  }
  return `${text}${decoded(html.slice(from))}`.replace(/\s+/g, ' ').trim();
}
