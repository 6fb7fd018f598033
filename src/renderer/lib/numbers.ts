import { formatLocale } from './dates.ts';
import { t } from './words.ts';

const THIN_SPACE = '\u2009';
const percentNumber = new Intl.NumberFormat(formatLocale, { maximumFractionDigits: 1 });
const wholeNumber = new Intl.NumberFormat(formatLocale);

/** `66.1 %` with a thin space; the value is in percent already. */
export const percent = (value: number): string => `${percentNumber.format(value)}${THIN_SPACE}%`;

/** `18,402` by the person's own grouping. */
export const count = (value: number): string => wholeNumber.format(value);

/** A size for a person: `2.1 MB`. Decimal units, as disks and vendors count. */
export function fileSize(bytes: number): string {
  if (bytes < 1000) return t('part.bytes-b', { count: bytes });
  if (bytes < 1_000_000) return t('part.bytes-kb', { count: bytes / 1000 });
  return t('part.bytes-mb', { count: bytes / 1_000_000 });
}

/** The ends of a hash, for comparing by eye: `9f2c 71d0 … 41ab`. */
export const shortHash = (hash: string): string => `${hash.slice(0, 4)} ${hash.slice(4, 8)} … ${hash.slice(-4)}`;
