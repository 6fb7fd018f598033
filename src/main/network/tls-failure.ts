import type { ErrorCode } from '../../shared/errors/codes.ts';

/** What a failed handshake means: the code, and what is wrong with "the certificate of …" or "… speaks". */
export interface TlsFailure {
  readonly code: ErrorCode;
  /** The end of a sentence that begins with whose connection it was. */
  readonly what: string;
}

const EXPIRED: TlsFailure = { code: 'certificate-expired', what: 'shows a certificate that has expired' };
const UNKNOWN: TlsFailure = {
  code: 'certificate-unknown-authority',
  what: 'shows a certificate of an authority that this computer does not trust',
};

/** By the names of OpenSSL's reasons, as Node gives them; Electron's BoringSSL keeps them. */
const REASONS: Readonly<Partial<Record<string, TlsFailure>>> = {
  CERT_HAS_EXPIRED: EXPIRED,
  CERT_NOT_YET_VALID: { code: 'certificate-expired', what: 'shows a certificate that is not valid yet' },
  ERR_TLS_CERT_ALTNAME_INVALID: { code: 'certificate-wrong-host', what: 'shows the certificate of another host' },
  UND_ERR_PRX_TLS: { code: 'certificate-wrong-host', what: 'shows the certificate of another host' },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    code: 'certificate-self-signed',
    what: 'shows a certificate that it has signed itself',
  },
  SELF_SIGNED_CERT_IN_CHAIN: UNKNOWN,
  UNABLE_TO_GET_ISSUER_CERT: UNKNOWN,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: UNKNOWN,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: UNKNOWN,
  CERT_UNTRUSTED: UNKNOWN,
};

/** Reasons of a verification that have no name of their own here: revoked, for another purpose, badly signed. */
const REFUSED =
  /^(CERT_|CRL_|INVALID_(?:CA|PURPOSE)$|PATH_LENGTH_EXCEEDED$|UNABLE_TO_|ERROR_IN_CERT_|HOSTNAME_MISMATCH$|ERR_TLS_CERT_|(?:EE|CA)_(?:KEY|MD)_)/;

/** The other side speaks only versions that were given up: it says so, or we do. */
const TOO_OLD = /^ERR_SSL_(?:TLSV1_ALERT_PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW)$/;

/** Everything else that goes wrong while a handshake is made. */
const OTHER = /^(ERR_SSL_|ERR_TLS_|EPROTO$)/;

/** What a code of Node's says about a handshake that failed; null when it is about something else. */
export function tlsFailure(code: string): TlsFailure | null {
  const known = REASONS[code];
  if (known !== undefined) return known;
  if (REFUSED.test(code)) {
    return { code: 'certificate-refused', what: `shows a certificate that is not good (${code})` };
  }
  if (TOO_OLD.test(code)) return { code: 'tls-too-old', what: 'speaks only versions of TLS below 1.2' };
  if (OTHER.test(code)) return { code: 'tls-failed', what: 'does not make a protected connection' };
  return null;
}
