import type { AconexDataset, AconexUser } from './data/projects.ts';
import { refusal } from './refusal.ts';
import type { Tokens } from './tokens.ts';

const password = 'sample-aconex-password';

/** The login the sample accepts. It opens nothing but made-up data on this computer, so it is no secret. */
export const sampleAconexSecret = { username: 'dan.whitlock', password } as const;

/** A login whose organization demands an Integration ID with every call; it is in three projects alone. */
export const sampleAconexKeyedSecret = {
  username: 'priya.raman',
  password,
  applicationKey: 'sample-aconex-application-key',
} as const;

/** Logins with the right password that are refused all the same, by their code; the password is the others'. */
const barred: Readonly<Record<string, readonly [code: string, description: string]>> = {
  'sso.user': ['SSO_REQUIRED_FOR_ACCESS', 'Single sign-on is required for this account'],
  'two.step': ['TWO_STEP_VERIFICATION_REQUIRED_FOR_ACCESS', 'Two-step verification is required for this account'],
  'locked.user': ['USER_ACCOUNT_LOCKED', 'User account is locked'],
  'expired.user': ['USER_PASSWORD_EXPIRED', 'User password has expired'],
  'no.api': ['UNAUTHORIZED', 'USER not permitted to use API'],
};

/** What a request says of who sends it. */
type Credentials = { readonly authorization: string | undefined; readonly applicationKey: string | undefined };

/** What callers are known by. */
type Known = { readonly dataset: AconexDataset; readonly tokens: Tokens; readonly clock: () => number };

const loginFailed = 'Login failed - username or password incorrect';

/** Returns whose login this is. @throws HTTPException 401 when it is nobody's, or must not be used here. */
const userOfLogin = (
  login: string,
  { manager, guest }: AconexDataset,
  applicationKey: string | undefined,
): AconexUser => {
  const colon = login.indexOf(':');
  const [username, given] = [login.slice(0, Math.max(0, colon)), login.slice(colon + 1)];
  if (given !== password) throw refusal(401, 'LOGIN_FAILED', loginFailed);
  const bar = Object.hasOwn(barred, username) ? barred[username] : undefined;
  if (bar !== undefined) throw refusal(401, ...bar);
  if (username === sampleAconexSecret.username) return manager;
  if (username !== sampleAconexKeyedSecret.username) throw refusal(401, 'LOGIN_FAILED', loginFailed);
  if (applicationKey !== sampleAconexKeyedSecret.applicationKey) {
    throw refusal(401, 'UNAUTHORIZED', 'USER not permitted to use API');
  }
  return guest;
};

/**
 * Returns who sent a request, by Basic or by an access token of the Lobby.
 * @throws HTTPException 401 with the code that says what was wrong.
 */
export const callerOf = ({ dataset, tokens, clock }: Known, credentials: Credentials): AconexUser => {
  const [scheme = '', value = '', ...rest] = (credentials.authorization ?? '').split(' ');
  const kind = rest.length > 0 ? '' : scheme.toLowerCase();
  if (kind === 'basic') {
    return userOfLogin(Buffer.from(value, 'base64').toString(), dataset, credentials.applicationKey);
  }
  if (kind !== 'bearer') {
    throw refusal(401, 'NO_SUITABLE_AUTHENTICATION_METHOD', 'No suitable authentication method was given');
  }
  const id = tokens.userOf(value, clock());
  const user = dataset.users.find((candidate) => candidate.id === id);
  if (user === undefined) throw refusal(401, 'LOGIN_FAILED', 'Login failed - access token invalid or expired');
  return user;
};
