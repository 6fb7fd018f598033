import { IntlMessageFormat } from 'intl-messageformat';
import { en, type MessageKey } from '../../shared/messages/en.ts';
import { lengthenMessage } from './pseudo-locale.ts';

export type { MessageKey };

/** What a message is filled with. Text of vendors goes in as it is: it is never translated or recased. */
export type MessageValues = Readonly<Record<string, string | number>>;

const formats = new Map<string, IntlMessageFormat>();
const pseudo = new URLSearchParams(globalThis.location?.search ?? '').get('locale') === 'pseudo';

function formatOf(key: MessageKey): IntlMessageFormat {
  const known = formats.get(key);
  if (known !== undefined) return known;
  const plain = new IntlMessageFormat(en[key], 'en');
  const format = pseudo ? new IntlMessageFormat(lengthenMessage(plain.getAst()), 'en') : plain;
  formats.set(key, format);
  return format;
}

/**
 * The words of `key`, filled with `values`. With `?locale=pseudo` in the address every message is 40 % longer, to show
 * what does not fit.
 *
 * @throws Error when a value that the message names is missing.
 */
export function t(key: MessageKey, values: MessageValues = {}): string {
  return String(formatOf(key).format({ ...values }));
}

/** True when `key` is one of the catalogue: for keys that are made of a vendor's value. */
export const isMessageKey = (key: string): key is MessageKey => Object.hasOwn(en, key);

/** The words of `prefix` + `value` where the catalogue knows them, else those of `fallback` with the value in it. */
export function wordOf(prefix: string, value: string, fallback: MessageKey): string {
  const key = `${prefix}${value}`;
  return isMessageKey(key) ? t(key) : t(fallback, { value });
}
