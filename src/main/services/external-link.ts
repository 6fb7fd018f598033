import { AppError } from '../../shared/errors/app-error.ts';

/** One address and no headers: a mail address with neither a body nor further recipients that nobody has seen. */
const MAIL = /^mailto:[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

/**
 * The address to hand to the system, for an address that may be opened outside the app: https to one of `hosts` on its
 * usual port, or mail to one person. The text is judged as it was given: blanks, control characters, backslashes,
 * letters outside ASCII (look-alikes) and a user name before the host are refused before anything is parsed.
 *
 * @throws AppError `link-refused`
 */
export function externalLink(given: string, hosts: ReadonlySet<string>): string {
  if (/^[\u0021-\u007e]+$/.test(given) && !given.includes('\\')) {
    if (MAIL.test(given)) return given;
    const authority = /^https:\/\/([^/?#]*)/.exec(given)?.[1];
    if (authority !== undefined && hosts.has(authority) && URL.canParse(given)) return new URL(given).href;
  }
  throw new AppError('link-refused', 'This address is not opened outside the app.');
}
