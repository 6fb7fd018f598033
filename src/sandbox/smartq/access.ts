import { createHash, scryptSync } from 'node:crypto';
import type { SandboxContext } from '../http.ts';
import type { SmartqDataset } from './data/dataset.ts';
import type { SmartqLedger } from './ledger.ts';
import type { User } from './records.ts';
import { doorRefusal } from './refusal.ts';

/**
 * What the sample accepts, by the names of the fields that whoever connects keeps it in: an administrator of the account.
 * It opens nothing but made-up data on this computer, so it is no secret.
 */
export const sampleSmartqSecret = {
  username: 'priya.raman@kauri-group.example',
  password: 'sample-smartq-password',
  clientId: 'c0ffee00c0ffee00c0ffee00c0ffee00',
} as const;

/** A site engineer: five of the six boards, no settings, no private notes of others. */
export const sampleSmartqMember = {
  ...sampleSmartqSecret,
  username: 'tom.ashworth@kauri-group.example',
  password: 'sample-smartq-member-password',
} as const;

/** A client's observer, who reads one board and whatever is open to everybody, and sees no profiles. */
export const sampleSmartqGuest = {
  ...sampleSmartqSecret,
  username: 'colin.dreyer@kauri-group.example',
  password: 'sample-smartq-guest-password',
} as const;

const samplePasswords: ReadonlyMap<string, string> = new Map(
  [sampleSmartqSecret, sampleSmartqMember, sampleSmartqGuest].map(({ username, password }) => [username, password]),
);

/** Hashes and compares the passwords of one account. */
export type Passwords = {
  /** Returns what the journal keeps of a password: never the password itself, and the same for the same each time. */
  readonly hash: (userId: number, password: string) => string;
  readonly matches: (user: User, password: string) => boolean;
};

/** Returns the passwords of the account of a data set. */
export const createPasswords = ({ seed, tables }: SmartqDataset): Passwords => {
  // Slow on purpose, and a password comes with every request: what matched is known again by a quick hash.
  const matched = new Map<string, string>();
  const quick = (password: string): string => createHash('sha256').update(password).digest('hex');
  const hash = (userId: number, password: string): string =>
    scryptSync(password, `smartq ${seed} ${userId}`, 32).toString('hex');
  return {
    hash,
    matches: ({ id, passwordHash }, password) => {
      if (passwordHash === null) {
        const given = tables().user.get(id)?.properties.email;
        return given !== undefined && samplePasswords.get(given) === password;
      }
      if (matched.get(passwordHash) === quick(password)) return true;
      if (hash(id, password) !== passwordHash) return false;
      matched.set(passwordHash, quick(password));
      return true;
    },
  };
};

/** Returns user and password of a Basic authorization (RFC 7617, UTF-8), or null when it is none. */
const readBasic = (header: string | undefined): { readonly email: string; readonly password: string } | null => {
  const encoded = /^Basic +([\w+/=-]+)$/i.exec(header ?? '')?.[1];
  const text = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? null : { email: text.slice(0, colon), password: text.slice(colon + 1) };
};

/**
 * Returns who asks ("Authentication and access"): Basic, and the API access key in `X-Auth-Client-Id` or in the parameter
 * `X_AUTH_CLIENT_ID`, here of the query. @throws HTTPException 401 when either is wrong.
 */
export const callerOf = (c: SandboxContext, ledger: SmartqLedger, passwords: Passwords): User => {
  const clientId = c.req.header('x-auth-client-id') ?? new URL(c.req.url).searchParams.get('X_AUTH_CLIENT_ID');
  if (clientId !== sampleSmartqSecret.clientId) throw doorRefusal(401, 'Authorization failed, invalid client id');
  const given = readBasic(c.req.header('authorization'));
  const email = given?.email.toLowerCase();
  const user = [...ledger.table('user').values()].find(({ properties }) => properties.email.toLowerCase() === email);
  if (given === null || user === undefined || !passwords.matches(user, given.password)) {
    throw doorRefusal(401, 'Authorization failed, invalid login or password');
  }
  return user;
};
