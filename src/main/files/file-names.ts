import { AppError } from '../../shared/errors/app-error.ts';

/** What a name template may speak of. `date` is a day, `YYYY-MM-DD`, in whatever zone the caller judges days. */
export interface NameFields {
  readonly number: string | null;
  readonly title: string | null;
  readonly project: string | null;
  readonly site: string | null;
  readonly date: string | null;
  readonly id: string;
  readonly vendor: string;
}

/**
 * Longest name of one file or folder in bytes of UTF-8: file systems allow 255, and ` (2)`, an extension and `.part`
 * must still fit.
 */
const LONGEST = 200;

/** Forbidden on one system or another: Windows' set, which holds both slashes and the colon of a data stream. */
const FORBIDDEN = /[<>:"/\\|?*]/g;

/** Control characters, and marks that are not seen: direction marks would show a name other than it is. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029\ufffd]/gu;

/** Devices of Windows, with or without an extension. */
const RESERVED = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;

/** `text` cut to `limit` bytes of UTF-8, between characters as people see them. */
function cut(text: string, limit: number): string {
  if (Buffer.byteLength(text) <= limit) return text;
  let short = '';
  let bytes = 0;
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    bytes += Buffer.byteLength(segment);
    if (bytes > limit) break;
    short += segment;
  }
  return short;
}

/**
 * Any text as one name that every system takes for a file or folder: no slashes, no devices of Windows, nothing unseen,
 * no dot or space at its ends, composed (NFC), at most 200 bytes. `fallback` where nothing is left.
 */
export function safeName(text: string, fallback = 'unnamed'): string {
  const printable = text.toWellFormed().normalize('NFC').replace(UNSEEN, ' ').replace(FORBIDDEN, '_');
  const trimmed = printable.replace(/\s+/g, ' ').replace(/^[\s.~]+/, '');
  const name = cut(trimmed, LONGEST).replace(/[\s.]+$/, '');
  if (name === '') return fallback;
  return RESERVED.test(name.split('.')[0]?.trimEnd() ?? '') ? `_${name}` : name;
}

/** The day in a format of `YYYY`, `MM`, `DD` and separators. */
function formatDay(day: string | null, format: string): string {
  const [year = '', month = '', date = ''] = day?.split('-') ?? [];
  return day === null ? '' : format.replace('YYYY', year).replace('MM', month).replace('DD', date);
}

function fill(component: string, fields: NameFields): string {
  return component.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const [field, format] = [name.replace(/:.*/s, ''), /:(.*)/s.exec(name)?.[1]];
    switch (field) {
      case 'number':
      case 'title':
      case 'project':
      case 'site':
      case 'id':
      case 'vendor':
        if (format === undefined) return fields[field] ?? '';
        break;
      case 'date':
        return formatDay(fields.date, format ?? 'YYYY-MM-DD');
    }
    throw new AppError('bad-input', `The name template does not know ${whole}.`, { data: { field: 'name' } });
  });
}

/**
 * A relative path made of a template: `{number} {title} {project} {site} {date:YYYY-MM-DD} {id} {vendor}`, `/` between
 * folders. What the fields hold makes no folder and leads nowhere: each part is a safe name of its own. `extension` has
 * its dot. Throws AppError `bad-input` for a placeholder that is not known.
 */
export function fileNameFor(template: string, fields: NameFields, extension: string): string {
  const id = safeName(fields.id);
  const parts = template.split(/[/\\]/).map((part) => part.trim());
  const named = parts.filter((part) => part !== '' && part !== '.' && part !== '..');
  const names = (named.length === 0 ? ['{id}'] : named).map((part) => safeName(fill(part, fields), id));
  const file = names.pop() ?? id;
  const isNamedTwice = file.toLowerCase().endsWith(extension.toLowerCase());
  return [...names, isNamedTwice ? file : file + extension].join('/');
}

/** Two names with one key may be one file on some system: case and composition do not tell them apart there. */
export const nameKey = (path: string): string => path.normalize('NFKC').toUpperCase().toLowerCase();

/** `path` with ` (2)` before its extension. */
export function numberedName(path: string, count: number): string {
  const at = /\.[^./]+$/.exec(path)?.index ?? path.length;
  return `${path.slice(0, at)} (${count})${path.slice(at)}`;
}

/**
 * The first of `path`, `path (2)`, `path (3)` … that is not taken, put among the taken ones. `taken` holds nameKeys of
 * this run; `isThere` says whether the disk has something of that name.
 */
export async function claimName(
  path: string,
  taken: Set<string>,
  isThere: (path: string) => Promise<boolean>,
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? path : numberedName(path, count);
    const key = nameKey(candidate);
    if (taken.has(key) || (await isThere(candidate))) continue;
    taken.add(key);
    return candidate;
  }
}
