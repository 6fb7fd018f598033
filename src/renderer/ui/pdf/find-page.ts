import type { PDFDocumentProxy } from 'pdfjs-dist';

const texts = new WeakMap<PDFDocumentProxy, Map<number, string>>();

/** Letters and digits only: lines are broken and spaced at will in a PDF. */
const squeeze = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '');

async function pageText(document: PDFDocumentProxy, number: number): Promise<string> {
  const known = texts.get(document) ?? new Map<number, string>();
  texts.set(document, known);
  const kept = known.get(number);
  if (kept !== undefined) return kept;
  const content = await (await document.getPage(number)).getTextContent();
  const text = squeeze(content.items.map((item) => ('str' in item ? item.str : '')).join(' '));
  known.set(number, text);
  return text;
}

/** More pages than this are not searched: following must never make a person wait. */
const SEARCHED_PAGES = 80;

/** The first page (from 1) that holds `text`, whatever its line breaks; undefined when none does. */
export async function findPage(document: PDFDocumentProxy, text: string): Promise<number | undefined> {
  const sought = squeeze(text);
  if (sought.length < 4) return undefined;
  for (let number = 1; number <= Math.min(document.numPages, SEARCHED_PAGES); number += 1) {
    if ((await pageText(document, number)).includes(sought)) return number;
  }
  return undefined;
}
