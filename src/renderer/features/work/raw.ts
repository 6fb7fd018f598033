import type { RecordDetail } from '../../../shared/model/record.ts';
import { t } from '../../lib/words.ts';

/** A vendor's own JSON object, of which nothing is sure. */
export type Raw = Readonly<Record<string, unknown>>;

/** True for an object of JSON that is no list. */
export const isRaw = (value: unknown): value is Raw =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a place, or one without anything in it. */
export const rawAt = (raw: Raw, name: string): Raw => {
  const value = Object.hasOwn(raw, name) ? raw[name] : undefined;
  return isRaw(value) ? value : {};
};

/** Text; a number is taken as its digits. Null for everything else, and for blanks alone. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && /\S/.test(value) ? value : null;
}

/** The text at a place; null where there is none. */
export const textAt = (raw: Raw, name: string): string | null => (Object.hasOwn(raw, name) ? textOf(raw[name]) : null);

/** The number at a place, also where it came as text; null where there is none. */
export function numberAt(raw: Raw, name: string): number | null {
  const text = textAt(raw, name);
  const number = text === null ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/**
 * The objects of a list: of one that is an array, of `items`, or of the first array within. Those that are no objects
 * are left out. Null where there is no array.
 */
export function rowsOf(value: unknown): readonly Raw[] | null {
  if (Array.isArray(value)) return value.filter(isRaw);
  if (!isRaw(value)) return null;
  const { items } = value;
  const list = Array.isArray(items) ? items : Object.values(value).find((one) => Array.isArray(one));
  return Array.isArray(list) ? list.filter(isRaw) : null;
}

const SECONDS = /^\d{9,10}$/;

/**
 * A moment as a vendor writes it, in ISO 8601 in UTC: with a zone, in UTC where it names none, or as seconds since 1970.
 * Null for what is no moment.
 */
export function momentOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  if (SECONDS.test(text)) return new Date(Number(text) * 1000).toISOString();
  if (!/^\d{4}-\d\d-\d\d/.test(text)) return null;
  const plain = text.replace(' ', 'T');
  const hasZone = /(z|[+-]\d\d:?\d\d)$/i.test(plain) || plain.length <= 10;
  const moment = Date.parse(hasZone ? plain : `${plain}Z`);
  return Number.isNaN(moment) ? null : new Date(moment).toISOString();
}

/** Parts of a record that are other lists, not the record itself. */
const RECORD_PARTS = ['list', 'detail'];

/**
 * What the vendor says of a record itself: its row and its detail in one, of two values the one that was read last.
 * An object without anything in it where nothing is kept.
 */
export function rawOf({ parts }: RecordDetail): Raw {
  const read = RECORD_PARTS.flatMap((name) => {
    const part = Object.hasOwn(parts, name) ? parts[name] : undefined;
    return part !== undefined && isRaw(part.raw) ? [{ raw: part.raw, readAt: part.readAt }] : [];
  }).toSorted((left, right) => (left.readAt < right.readAt ? -1 : left.readAt > right.readAt ? 1 : 0));
  // Entries, not assignment: a field may be called `__proto__`.
  return Object.fromEntries(read.flatMap(({ raw }) => Object.entries(raw)));
}

/** Another part of the record (`notes`, `steps`), as it came; undefined where it was not read. */
export const partOf = ({ parts }: RecordDetail, name: string): unknown =>
  Object.hasOwn(parts, name) ? parts[name]?.raw : undefined;

/** When the record was read: the latest of its own parts; null where none is kept. */
export const readAtOf = ({ parts }: RecordDetail): string | null =>
  RECORD_PARTS.flatMap((name) => (Object.hasOwn(parts, name) ? (parts[name]?.readAt ?? []) : []))
    .toSorted()
    .at(-1) ?? null;

/** The most signs of a nested value that stand in a field; the whole of it is in the vendor's data. */
const SHOWN_SIGNS = 600;

/** A value nobody knows the meaning of, as one text: empty and nothing are two different words. */
export function describeValue(value: unknown): { readonly text: string; readonly isWord: boolean } {
  if (value === null || value === undefined) return { text: t('work.nothing-value'), isWord: true };
  if (value === '') return { text: t('work.empty-value'), isWord: true };
  if (typeof value === 'string') return { text: value, isWord: false };
  if (typeof value === 'number' || typeof value === 'boolean') return { text: String(value), isWord: false };
  if (Array.isArray(value) && value.every((one) => textOf(one) !== null) && value.length > 0) {
    return { text: value.join(', '), isWord: false };
  }
  const text = JSON.stringify(value);
  return { text: text.length > SHOWN_SIGNS ? `${text.slice(0, SHOWN_SIGNS)}…` : text, isWord: false };
}
