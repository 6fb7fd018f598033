/** Why an XML text is not read, as what follows "the answer": `is nested too deeply`. Never quotes the text. */
export class XmlProblem extends Error {
  constructor(problem: string) {
    super(problem);
    this.name = 'XmlProblem';
  }
}

/** Elements within each other; no document of a vendor goes beyond six. */
const MOST_LEVELS = 100;

/** A project of the longest list there is has some thirty elements: 10,000 of them are read, in two seconds. */
const MOST_ELEMENTS = 300_000;

/** `&amp;`, `&#233;` and their like. */
const MOST_REFERENCES = 500_000;

/** One tag with its attributes, and one text: the parser takes a text apart into characters. In UTF-16 units. */
const LONGEST_TAG = 64 * 1024;
const LONGEST_TEXT = 2 * 1024 * 1024;

const CUT_OFF = 'is not valid XML; it may have been cut off';

/** The only references that mean something without a document type: five names and numbers. */
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#\d{1,8}|#x[\da-fA-F]{1,8});/y;

function endOf(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  if (at === -1) throw new XmlProblem(CUT_OFF);
  return at + end.length;
}

/** Where the tag that begins at `start` ends: at the first `>` that stands in no attribute's value. */
function endOfTag(text: string, start: number): number {
  for (let at = start + 1; at < text.length && at - start <= LONGEST_TAG; at += 1) {
    const character = text[at];
    if (character === '>') return at + 1;
    if (character === '<') throw new XmlProblem(CUT_OFF);
    if (character === '"' || character === "'") {
      const close = endOf(text, character, at + 1) - 1;
      if (close - start > LONGEST_TAG) break;
      if (text.slice(at, close).includes('<')) throw new XmlProblem(CUT_OFF);
      at = close;
    }
  }
  throw new XmlProblem(text.length - start > LONGEST_TAG ? 'has a tag that is too long' : CUT_OFF);
}

/** Refuses all but the harmless references, and too many of those. Parts are given in their order, each once. */
function referenceCounter(text: string): (end: number, areText: boolean) => void {
  let at = text.indexOf('&');
  let count = 0;
  return (end, areText) => {
    for (; at !== -1 && at < end; at = text.indexOf('&', areText ? at + 1 : end)) {
      if (!areText) continue;
      REFERENCE.lastIndex = at;
      if (!REFERENCE.test(text)) throw new XmlProblem('uses an entity, which Plumbline does not expand');
      count += 1;
      if (count > MOST_REFERENCES) throw new XmlProblem('has more character references than can be read');
    }
  };
}

/**
 * The walls before the parser: walks through the markup of an XML text once, from tag to tag, and gives it back without
 * its declaration. Throws XmlProblem for a document type or an entity, for processing instructions, which no answer
 * has, and for more, deeper or longer than anything real. What is left to the parser is well-formedness.
 */
export function checkXmlMarkup(document: string): string {
  const text = document.replace(/^\s*<\?xml\s[^<>]*\?>/, '');
  const passReferences = referenceCounter(text);
  let levels = 0;
  let elements = 0;
  for (let at = 0; at < text.length;) {
    const found = text.indexOf('<', at);
    const start = found === -1 ? text.length : found;
    if (start - at > LONGEST_TEXT) throw new XmlProblem('has a text that is too long');
    // Outside the one element that holds all others there are only blanks and comments.
    if (levels === 0 && /\S/.test(text.slice(at, start))) throw new XmlProblem(CUT_OFF);
    passReferences(start, true);
    let isVerbatim = false;
    let end = start;
    if (text.startsWith('<!--', start)) {
      end = endOf(text, '-->', start + 4);
      isVerbatim = true;
    } else if (text.startsWith('<![CDATA[', start)) {
      if (levels === 0) throw new XmlProblem(CUT_OFF);
      end = endOf(text, ']]>', start + 9);
      isVerbatim = true;
    } else if (text.startsWith('<!', start)) {
      throw new XmlProblem('has a document type, which Plumbline does not accept');
    } else if (text.startsWith('<?', start)) {
      throw new XmlProblem('has a processing instruction, which Plumbline does not accept');
    } else if (text.startsWith('</', start)) {
      end = endOf(text, '>', start);
      if (levels === 0) throw new XmlProblem(CUT_OFF);
      levels -= 1;
    } else if (start < text.length) {
      end = endOfTag(text, start);
      if (levels === 0 && elements > 0) throw new XmlProblem(CUT_OFF);
      elements += 1;
      if (text[end - 2] !== '/') levels += 1;
      if (levels > MOST_LEVELS) throw new XmlProblem('is nested too deeply to be read');
      if (elements > MOST_ELEMENTS) throw new XmlProblem('has more elements than can be read');
    }
    passReferences(end, !isVerbatim);
    at = end;
  }
  return text;
}
