import type { AppError } from '../../../shared/errors/app-error.ts';
import { errorWords, type ErrorWords } from '../../api/error-words.ts';
import { t } from '../../lib/words.ts';

/** What a person can do something about, by the code of the sign-in server. */
const REASONS = {
  access_denied: 'denied',
  invalid_client: 'client',
  invalid_auth_header: 'client',
  unsupported_response_type: 'client',
  unsupported_grant_type: 'client',
  unauthorized_client: 'organization',
  invalid_redirect_uri: 'redirect',
  invalid_aconex_account: 'account',
  inavlid_aconex_account: 'account',
  aconex_account_not_found: 'account',
  invalid_amr_claims: 'method',
  invalid_grant: 'expired',
  invalid_token_or_code: 'expired',
} as const;

type Reason = (typeof REASONS)[keyof typeof REASONS];

const isKnown = (code: string): code is keyof typeof REASONS => Object.hasOwn(REASONS, code);

/** Why a sign-in failed, where it is one of the reasons above. A server that only answers 401 does not know the client. */
export function signInReason({ code, data }: AppError): Reason | undefined {
  const { vendorCode, operation } = data;
  if (typeof vendorCode === 'string' && isKnown(vendorCode)) return REASONS[vendorCode];
  return code === 'key-rejected' && operation === 'signIn' ? 'client' : undefined;
}

/** The field that a failed sign-in is about, where it is one alone. */
export function signInField(error: AppError): 'clientId' | 'redirectPort' | undefined {
  if (error.code === 'port-in-use') return 'redirectPort';
  const reason = signInReason(error);
  if (reason === 'redirect') return 'redirectPort';
  return reason === 'client' || reason === 'organization' ? 'clientId' : undefined;
}

/** Words for a sign-in that failed: nothing of it was kept. */
export function signInWords(error: AppError, vendor: string): ErrorWords {
  const words = errorWords(error, vendor);
  const { vendorCode } = error.data;
  const code = typeof vendorCode === 'string' ? `${words.code} ${vendorCode}` : words.code;
  const reason = signInReason(error);
  if (reason === undefined) return { ...words, code };
  return {
    what: t(`connections.sign-in-${reason}.what`, { vendor }),
    data: t('connections.sign-in-kept-nothing'),
    todo: t(`connections.sign-in-${reason}.do`, { vendor }),
    code,
  };
}
