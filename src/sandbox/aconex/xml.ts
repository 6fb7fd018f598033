/** An element: its attributes, and either a text or elements in their order. Without both it is written `<Name/>`. */
export type XmlElement = {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
};

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Returns a text with what XML reads as its own written as entities. */
export const escapeXml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Returns an element with elements or a text in it. */
export const element = (name: string, content: XmlElement['content']): XmlElement => ({ name, content });

const lines = ({ name, attributes = {}, content }: XmlElement, indent: string): readonly string[] => {
  const head = [name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escapeXml(value)}"`)].join(' ');
  if (content.length === 0) return [`${indent}<${head}/>`];
  if (typeof content === 'string') return [`${indent}<${head}>${escapeXml(content)}</${name}>`];
  return [`${indent}<${head}>`, ...content.flatMap((inner) => lines(inner, `${indent}    `)), `${indent}</${name}>`];
};

/** Returns an element behind an indent, in lines without a break behind the last. */
export const writeElement = (root: XmlElement, indent: string): string => lines(root, indent).join('\n');

/** Returns a document as the sample response shows it: the declaration, an empty line, four spaces a level. */
export const writeXml = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n\n${writeElement(root, '')}\n`;

/** Type of every answer in XML. */
export const xmlType = 'application/xml;charset=UTF-8';
