import { IntlMessageFormat } from 'intl-messageformat';
import { fromWire, toWire } from '../../shared/errors/wire.ts';
import { en, type MessageKey } from '../../shared/messages/en.ts';

/** The words of `key` for menus and boxes, which no page draws. */
export function say(key: MessageKey, values: Readonly<Record<string, string>> = {}): string {
  return String(new IntlMessageFormat(en[key], 'en').format({ ...values }));
}

/** What a person reads about something thrown: what happened, and beneath it what that means, what to do, the code. */
export function errorWords(thrown: unknown): { readonly message: string; readonly detail: string } {
  const { code } = fromWire(toWire(thrown));
  // Errors of a start name no vendor.
  const part = (name: 'what' | 'data' | 'do'): string => say(`error.${code}.${name}`, { vendor: '' });
  return { message: part('what'), detail: `${part('data')}\n${part('do')}\n\n${say('box.code', { code })}` };
}
