import type { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { Connection, SecretPlace } from '../../../shared/model/connection.ts';
import { VENDOR_NAMES, type Vendor } from '../../../shared/model/vendor.ts';
import type { ConnectionHealth } from '../../api/connection-health.ts';
import { codeWords, errorWords, type ErrorWords } from '../../api/error-words.ts';
import { isMessageKey, t } from '../../lib/words.ts';
import type { StatusShape } from '../../ui/marks/status-chip.tsx';
import { namesItsUser, worksWithoutSecret, type SecretFieldFacts } from './account-facts.ts';

/** Glyph and word of how an account stands. `signsIn`: its person signs in to it in a browser. */
export function connectionLook(
  { connection, problem }: ConnectionHealth,
  signsIn: boolean,
): { shape: StatusShape; text: string } {
  if (connection.status === 'paused') return { shape: 'half', text: t('connections.status-paused') };
  if (signsIn && (problem === 'key-rejected' || problem === 'key-missing')) {
    return { shape: 'disputed', text: t('connections.sign-in-again') };
  }
  if (problem === 'key-rejected') {
    const isLogin = namesItsUser(connection.vendor);
    const text = isLogin ? t('connections.status-login-rejected') : t('connections.status-key-rejected');
    return { shape: 'failed', text };
  }
  if (problem === 'key-missing') return { shape: 'disputed', text: t('connections.status-no-secret') };
  if (problem === 'unreachable') return { shape: 'disputed', text: t('connections.status-unreachable') };
  if (problem === 'other') return { shape: 'failed', text: t('connections.status-problem') };
  return { shape: 'tick', text: t('connections.status-ready') };
}

/** The vendor's own name of a field of its secret, else what such a field is called everywhere. */
export function labelOfSecret(vendor: Vendor, field: SecretFieldFacts['name']): string {
  const key = `connections.secret-label-${field}-${vendor}`;
  return t(isMessageKey(key) ? key : `connections.secret-${field}`);
}

/** Where a field of a vendor's secret is found; undefined where its name says all. */
export function noteOfSecret(vendor: Vendor, field: string): string | undefined {
  const key = `connections.secret-${field}-${vendor}`;
  return isMessageKey(key) ? t(key) : undefined;
}

/** True where the person let this account's key travel unprotected. */
export const isUnprotected = ({ url, allowsHttp }: Connection): boolean => allowsHttp && url.startsWith('http:');

/** True for an account that works, for reading, without the secret it does not have. */
export const isFineWithout = ({ vendor, status }: Connection, place: SecretPlace): boolean =>
  place === 'none' && status !== 'no-secret' && worksWithoutSecret(vendor);

/** What it means where the secret of an account is, or that there is none. */
export function placeWords(connection: Connection, place: SecretPlace, signsIn = false): string {
  if (isFineWithout(connection, place)) {
    return t('connections.place-none-needed', { vendor: VENDOR_NAMES[connection.vendor] });
  }
  return signsIn && place === 'none' ? t('connections.place-none-signs-in') : t(`connections.place-${place}-long`);
}

/** A test asks for what every account has: where that is not there, the address is another one. */
const aboutAddress = (code: ErrorCode, vendor: string, words: ErrorWords): ErrorWords =>
  code === 'not-at-vendor'
    ? {
        ...words,
        what: t('connections.no-api.what', { vendor }),
        data: t('connections.no-api.data'),
        todo: t('connections.no-api.do', { vendor }),
      }
    : words;

/** Words for what a test of an account answered. */
export const testCodeWords = (code: ErrorCode, vendor: string): ErrorWords =>
  aboutAddress(code, vendor, codeWords(code, vendor));

/** Words for what kept an account from being tested or connected. */
export const testErrorWords = (error: AppError, vendor: string): ErrorWords =>
  aboutAddress(error.code, vendor, errorWords(error, vendor));
