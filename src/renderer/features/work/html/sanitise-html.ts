import DOMPurify, { type Config } from 'dompurify';
import { sanitiserPolicy } from '../../../lib/trusted-types.ts';
import { quietHtml } from './quiet-html.ts';

/** The elements that may remain of a vendor's HTML: what a note is made of, and nothing that loads, runs or is filled in. */
export const KEPT_ELEMENTS = [
  'p',
  'br',
  'b',
  'strong',
  'i',
  'em',
  'u',
  'ul',
  'ol',
  'li',
  'a',
  'blockquote',
  'code',
  'pre',
] as const;

const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** A link's address as it may be offered: a page or a mail. Nothing that a browser would run or read from this computer. */
const ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** Text longer than this is no note: its first part is shown. */
const MOST_SIGNS = 200_000;

/** An element in place of another, with what is in it. */
function replaceWith(element: Element, name: string): void {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
}

/** A link without an address that a browser would follow: where it leads is text beside it, for our own handler. */
function disarm(link: Element): void {
  const address = link.getAttribute('href')?.trim() ?? '';
  for (const name of link.getAttributeNames()) link.removeAttribute(name);
  if (!ADDRESS.test(address) || !URL.canParse(address)) {
    link.replaceWith(...link.childNodes);
    return;
  }
  link.setAttribute('role', 'link');
  link.setAttribute('tabindex', '0');
  link.setAttribute('data-address', address);
  link.setAttribute('title', address);
}

/**
 * A vendor's HTML as nodes that may be shown (promise C-2): elements of KEPT_ELEMENTS alone, headings as paragraphs,
 * without any attribute of the vendor's. A link keeps its address as text, in `data-address`; no `href` remains. What
 * other elements held stays as words; scripts, styles, pictures, forms, frames and drawings go with all that is in them.
 * Nothing of it runs or loads while it is read.
 */
export function sanitiseHtml(html: string): DocumentFragment {
  const policy = sanitiserPolicy();
  const read: DocumentFragment | null = DOMPurify.sanitize(quietHtml(html.slice(0, MOST_SIGNS)), {
    ALLOWED_TAGS: [...KEPT_ELEMENTS, ...HEADINGS, '#text'],
    ALLOWED_ATTR: ['href'],
    ALLOWED_NAMESPACES: ['http://www.w3.org/1999/xhtml'],
    ALLOWED_URI_REGEXP: ADDRESS,
    ALLOW_ARIA_ATTR: false,
    ALLOW_DATA_ATTR: false,
    ALLOW_SELF_CLOSE_IN_ATTR: false,
    ADD_FORBID_CONTENTS: ['form', 'object', 'embed', 'video', 'audio', 'canvas', 'select', 'textarea', 'button'],
    RETURN_DOM_FRAGMENT: true,
    // Before anything else there is a body: a frameset would take its place.
    FORCE_BODY: true,
    ...(policy === undefined
      ? {}
      : { TRUSTED_TYPES_POLICY: policy as unknown as NonNullable<Config['TRUSTED_TYPES_POLICY']> }),
  });
  // Its type says that there always is one; a document without a body has none.
  const fragment = read ?? document.createDocumentFragment();
  for (const heading of fragment.querySelectorAll(HEADINGS.join(','))) replaceWith(heading, 'p');
  for (const link of fragment.querySelectorAll('a')) disarm(link);
  return fragment;
}
