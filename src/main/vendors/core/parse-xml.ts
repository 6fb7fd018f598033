import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { looksLikeWebPage, type AnswerOrigin } from './parse-answer.ts';
import { VendorError } from './vendor-error.ts';
import { checkXmlMarkup, XmlProblem } from './xml-markup.ts';
import { decodeXml } from './xml-encoding.ts';

/** An XML answer is refused beyond this, in bytes: the document allows a text of 2 GB, which nobody could show. */
export const MOST_XML_BYTES = 20 * 1024 * 1024;

const TEXT = '#text';
const CDATA = '#cdata';

/** Nothing is guessed, trimmed or expanded: names, texts and attributes come out as they stand in the answer. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: TEXT,
  cdataPropName: CDATA,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  htmlEntities: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  jPath: false,
  onDangerousProperty: (name) => name,
});

/** One element or one run of text, in the order of the answer: its name with what is in it, and its attributes. */
type Node = Readonly<Record<string, unknown>>;

type Value = string | Fields | readonly Value[];
interface Fields {
  [name: string]: Value;
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** What XML 1.0 allows as a character, which a reference must name one of. */
const isCharacter = (code: number): boolean =>
  code === 0x9 ||
  code === 0xa ||
  code === 0xd ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  (code >= 0x10000 && code <= 0x10ffff);

function resolve(name: string): string {
  const named = Object.hasOwn(NAMED, name) ? NAMED[name] : undefined;
  if (named !== undefined) return named;
  const digits = /^#(?:x([\da-f]{1,8})|(\d{1,8}))$/i.exec(name);
  const code = digits?.[1] === undefined ? Number(digits?.[2] ?? NaN) : Number.parseInt(digits[1], 16);
  if (!isCharacter(code)) throw new XmlProblem('names a character that does not exist');
  return String.fromCodePoint(code);
}

/** A text with its references resolved, once: what comes out is text, whatever it looks like. */
const plain = (text: string): string =>
  text.includes('&') ? text.replace(/&([^;&]{0,12});?/g, (_, name: string) => resolve(name)) : text;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Adds a value under a name: a list where the name always is one, or comes more than once. */
function add(fields: Fields, name: string, value: Value, lists: ReadonlySet<string>): void {
  const before = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (before === undefined) fields[name] = lists.has(name) ? [value] : value;
  else if (Array.isArray(before)) (before as Value[]).push(value);
  else fields[name] = [before, value];
}

function valueOf(children: readonly Node[], attributes: unknown, lists: ReadonlySet<string>): Value {
  const fields: Fields = {};
  let text = '';
  let isLeaf = true;
  for (const [name, value] of Object.entries(attributes ?? {})) add(fields, name, plain(textOf(value)), lists);
  for (const child of children) {
    for (const [name, content] of Object.entries(child)) {
      if (name === ':@') continue;
      if (name === TEXT) text += plain(textOf(content));
      else if (name === CDATA) text += textOf((content as readonly Node[])[0]?.[TEXT]);
      else {
        isLeaf = false;
        add(fields, name, valueOf(content as readonly Node[], child[':@'], lists), lists);
      }
    }
  }
  if (isLeaf && Object.keys(fields).length === 0) return text;
  // Between elements, blanks only lay the answer out.
  if (isLeaf ? text !== '' : /\S/.test(text)) fields[TEXT] = text;
  return fields;
}

/**
 * An XML text as an object with one field, the root element. An element is its text, or an object of its attributes and
 * elements (with `#text` for text beside them); every value is a string, and names in `lists` are always arrays. Throws
 * XmlProblem, which says why it is not read: not well-formed, a document type, entities, or larger than anything real.
 */
export function parseXml(text: string, lists: readonly string[]): Readonly<Record<string, unknown>> {
  const body = checkXmlMarkup(text);
  const root = valueOf(parseNodes(body), null, new Set(lists));
  if (typeof root === 'string' || Array.isArray(root)) throw new XmlProblem('holds no element');
  return root as Fields;
}

/** The nodes of a text that `checkXmlMarkup` has let through. Throws XmlProblem for one that is not well-formed. */
function parseNodes(body: string): readonly Node[] {
  let isValid = false;
  try {
    isValid = XMLValidator.validate(body) === true;
    if (isValid) return parser.parse(body) as readonly Node[];
  } catch {
    // The parser's own message quotes the text. A name that reaches behind every object (`__proto__`) ends here, too.
  }
  throw new XmlProblem(
    isValid ? 'has names that Plumbline does not accept' : 'is not valid XML; it may have been cut off',
  );
}

/** True for what a browser would show as a page: by its type or by how it begins, which with XML is not the first `<`. */
export const isWebPage = (contentType: string, text: string): boolean =>
  looksLikeWebPage(contentType, new Uint8Array()) || /^\s*<(!doctype\s+html|html)\b/i.test(text);

/**
 * An answer's XML as `parseXml` gives it; null for an empty body, which any answer may have. Nothing that it names is
 * ever fetched. Throws VendorError `unexpected-answer` for a web page, an unreadable encoding, and what `parseXml` refuses.
 */
export function parseXmlAnswer(origin: AnswerOrigin, bytes: Uint8Array, lists: readonly string[]): unknown {
  const { vendor, operation, status } = origin;
  const refuse = (message: string): VendorError =>
    new VendorError({ code: 'unexpected-answer', message, vendor, operation, status, sent: 'yes' });
  if (bytes.length > MOST_XML_BYTES) throw refuse('The vendor’s answer is too large to be read.');
  const text = decodeXml(bytes, origin.contentType);
  if (text === null) throw refuse('The vendor’s answer is not in an encoding that can be read.');
  if (text.trim() === '') return null;
  if (isWebPage(origin.contentType, text)) {
    throw refuse(
      'The vendor sent something that looks like a web page instead of data. The address may be that of the web app, ' +
        'or a login page or a proxy of the network answered.',
    );
  }
  try {
    return parseXml(text, lists);
  } catch (error) {
    if (error instanceof XmlProblem) throw refuse(`The vendor’s answer ${error.message}.`);
    throw error;
  }
}
