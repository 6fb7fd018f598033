/** What a file may be by its first bytes; `unknown` for everything else. */
export type SniffedType =
  | 'application/pdf'
  | 'image/png'
  | 'image/jpeg'
  | 'image/webp'
  | 'image/gif'
  | 'text/html'
  | 'application/octet-stream';

/** How many bytes at a file's beginning and end are looked at. A PDF may have a little before its header. */
export const SNIFF_BYTES = 1024;

const isImage: ReadonlySet<SniffedType> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** A file's type by its first bytes, never by its name or what the sender says. */
export function sniffType(head: Buffer): SniffedType {
  const start = head.subarray(0, 16).toString('latin1');
  if (head.subarray(0, SNIFF_BYTES).includes('%PDF-')) return 'application/pdf';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') return 'image/webp';
  if (/^GIF8[79]a/.test(start)) return 'image/gif';
  const text = head.toString('latin1').replace(/^(\xef\xbb\xbf)?\s*/, '');
  return /^<(!doctype html|html|head|body)/i.test(text) ? 'text/html' : 'application/octet-stream';
}

/** True when the type is one that a screen may show as a picture. */
export const isPicture = (type: SniffedType): boolean => isImage.has(type);

/** True when the end of a PDF is there: a cut-off one has none. */
export const hasPdfEnd = (tail: Buffer): boolean => tail.includes('%%EOF');
