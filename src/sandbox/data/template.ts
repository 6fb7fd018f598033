import type { SceneName } from '../images/scene-name.ts';

/** How an item is answered. */
type LineKind = 'section' | 'check' | 'reading' | 'text' | 'question' | 'signature';

/** One line of a checklist. */
export type Line = {
  /** Position in the checklist, from 0; names the line within its template. */
  readonly index: number;
  readonly kind: LineKind;
  readonly text: string;
  /** The section, or the question whose Yes it depends on; null for a section. */
  readonly parent: number | null;
  readonly critical: boolean;
  /** Points it is worth; null when it is not scored. */
  readonly points: number | null;
  /** Acceptable readings, both ends included; null when it is not a reading. */
  readonly range: { readonly low: number; readonly high: number; readonly unit: string } | null;
  /** Answers of a text item; empty otherwise. */
  readonly answers: readonly string[];
  /** What the auditor writes when it fails, and the name of the corrective action; null for the general ones. */
  readonly failNote: string | null;
  readonly failAction: string | null;
  /** An extra field to fill in: its name, and a pattern (# is a digit, MM/YYYY a coming month). */
  readonly metafield: { readonly name: string; readonly pattern: string } | null;
};

/** A checklist. */
export type Template = {
  readonly index: number;
  readonly name: string;
  readonly hint: string | null;
  /** Days from the start of an audit to its due date, both included. */
  readonly windowDays: number;
  readonly tags: readonly string[];
  /** Parts of a site an audit of this kind looks at; one ends up in the audit's name. */
  readonly places: readonly string[];
  readonly scenes: readonly SceneName[];
  readonly lines: readonly Line[];
};

/** A checklist as written: everything but its number, with the lines as text (see {@link parseLines}). */
export type TemplateSource = Omit<Template, 'index' | 'lines'> & { readonly text: string };

const rangePattern = /^(-?[\d.]+)\.\.(-?[\d.]+) (.+)$/;

const parseRange = (text: string | undefined): Line['range'] => {
  const match = rangePattern.exec(text ?? '');
  if (match === null) return null;
  return { low: Number(match[1]), high: Number(match[2]), unit: match[3] ?? '' };
};

const kinds: Readonly<Record<string, LineKind>> = {
  '#': 'section',
  '-': 'check',
  '!': 'check',
  '=': 'reading',
  ':': 'text',
  '?': 'question',
  $: 'signature',
};

/**
 * Returns the lines of a checklist written as text, one per line, in this notation:
 *
 *     # section                     - item | points             ! critical item | points
 *     = reading | points | 0..9 V   : text item | answer; answer     ? question (items under it, indented, follow a Yes)
 *     $ item signed by the auditor | points
 *     ~ note when the item above fails -> name of its corrective action
 *     @ name of an extra field of the item above: pattern (# is a digit, MM/YYYY a coming month)
 *
 * @throws SyntaxError on a line that is none of these.
 */
export const parseLines = (text: string): readonly Line[] => {
  const lines: Line[] = [];
  let section: number | null = null;
  let question: number | null = null;
  for (const raw of text.split('\n')) {
    const content = raw.trim();
    if (content === '') continue;
    const mark = content.charAt(0);
    const rest = content.slice(1).trim();
    const last = lines.at(-1);
    if (mark === '~' && last !== undefined) {
      const [note, action] = rest.split(' -> ');
      lines[last.index] = { ...last, failNote: note ?? null, failAction: action ?? null };
      continue;
    }
    if (mark === '@' && last !== undefined) {
      const [name, pattern] = rest.split(': ');
      lines[last.index] = { ...last, metafield: { name: name ?? '', pattern: pattern ?? '' } };
      continue;
    }
    const kind = kinds[mark];
    if (kind === undefined) throw new SyntaxError(`Not a line of a checklist: ${content}`);
    const index = lines.length;
    const isNested = raw.startsWith('  ');
    const [words, second, third] = rest.split(' | ');
    lines.push({
      index,
      kind,
      text: words ?? '',
      parent: kind === 'section' ? null : isNested ? question : section,
      critical: mark === '!',
      points: kind === 'section' || kind === 'text' || kind === 'question' ? null : Number(second),
      range: kind === 'reading' ? parseRange(third) : null,
      answers: kind === 'text' ? (second ?? '').split('; ') : [],
      failNote: null,
      failAction: null,
      metafield: null,
    });
    if (kind === 'section') section = index;
    if (kind === 'question') question = index;
  }
  return lines;
};
