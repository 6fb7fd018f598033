import { X509Certificate } from 'node:crypto';
import type { AuthorityRefusal } from '../../shared/contract/network.ts';
import { AppError } from '../../shared/errors/app-error.ts';

/** A certificate authority, as a person is shown it. Times are ISO 8601 in UTC. */
interface AuthorityFacts {
  /** SHA-256 of the certificate, 64 hexadecimal digits in small letters. */
  readonly fingerprint: string;
  /** The name it gives itself: its common name, or what else it has. */
  readonly subject: string;
  readonly organisation: string | null;
  readonly validFrom: string;
  readonly validTo: string;
}

/** An authority with its certificate as PEM text. */
export interface Authority extends AuthorityFacts {
  readonly pem: string;
}

/** No organisation has more; a whole trust store is not what is meant. */
const MOST = 20;

const SENTENCES: Readonly<Record<AuthorityRefusal, string>> = {
  'not-pem': 'This is no certificate in PEM form (text that begins with -----BEGIN CERTIFICATE-----).',
  'private-key': 'This holds a private key, which is nobody’s business here: give the certificate alone.',
  'too-many': 'This holds more than 20 certificates: give those of your organisation alone.',
  unreadable: 'This holds a certificate that is damaged.',
  'not-an-authority': 'This is the certificate of a server, not of an authority.',
  'below-another': 'This is an intermediate authority: give the root that stands above it.',
  expired: 'This authority has expired.',
  'not-yet-valid': 'This authority is not valid yet; check this computer’s clock.',
};

const refuse = (reason: AuthorityRefusal, subject?: string): AppError =>
  new AppError('authority-refused', SENTENCES[reason], {
    data: { field: 'pem', reason, ...(subject === undefined ? {} : { subject }) },
  });

/** A field of a certificate's name, which is one `KEY=value` a line; without what could turn or break a line. */
const nameField = (name: string, key: string): string | null => {
  const line = name.split('\n').find((one) => one.startsWith(`${key}=`));
  return line === undefined
    ? null
    : line
        .slice(key.length + 1)
        .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
        .slice(0, 200);
};

function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch {
    throw refuse('unreadable');
  }
}

/** What a certificate says of itself. Times are moments in UTC. */
function describe(certificate: X509Certificate): AuthorityFacts {
  const { subject, fingerprint256, validFrom, validTo } = certificate;
  return {
    fingerprint: fingerprint256.replaceAll(':', '').toLowerCase(),
    subject: nameField(subject, 'CN') ?? nameField(subject, 'OU') ?? nameField(subject, 'O') ?? 'without a name',
    organisation: nameField(subject, 'O'),
    validFrom: new Date(validFrom).toISOString(),
    validTo: new Date(validTo).toISOString(),
  };
}

/** True when the authority has signed itself: it is a root, which alone can be trusted by being on a list. */
const isRoot = (certificate: X509Certificate): boolean =>
  certificate.issuer === certificate.subject && certificate.verify(certificate.publicKey);

/** The authority in `certificate`, with its facts; none of its dates are judged. */
export function readAuthority(pem: string): Authority {
  const certificate = readCertificate(pem);
  return { ...describe(certificate), pem: certificate.toString() };
}

/**
 * The authorities in a PEM text, at least one. Every certificate in it must be a root authority that is valid at `now`
 * (milliseconds since 1970 UTC): a text is trusted as a whole or not at all.
 *
 * @throws AppError `authority-refused`, with `data.reason` an AuthorityRefusal
 */
export function parseAuthorities(text: string, now: number): readonly Authority[] {
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) throw refuse('private-key');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  if (blocks.length === 0) throw refuse('not-pem');
  if (blocks.length > MOST) throw refuse('too-many');
  return blocks.map((block) => {
    const certificate = readCertificate(block);
    const facts = describe(certificate);
    if (!certificate.ca) throw refuse('not-an-authority', facts.subject);
    if (!isRoot(certificate)) throw refuse('below-another', facts.subject);
    if (Date.parse(facts.validTo) <= now) throw refuse('expired', facts.subject);
    if (Date.parse(facts.validFrom) > now) throw refuse('not-yet-valid', facts.subject);
    return { ...facts, pem: certificate.toString() };
  });
}
