import { mediaType, type SandboxContext } from '../../http.ts';
import type { AconexLedger } from '../ledger.ts';
import { tokenLife, type Tokens } from '../tokens.ts';
import { clientOf } from './clients.ts';
import { challengeOf, type Codes } from './codes.ts';

/** What tokens are given with. */
type Parts = {
  readonly codes: Codes;
  readonly tokens: Tokens;
  readonly ledger: AconexLedger;
  readonly clock: () => number;
};

/** A request's field, or an empty text. */
type Field = (name: string) => string;

const headers = { 'Cache-Control': 'no-store', Pragma: 'no-cache' } as const;

const refuse = (c: SandboxContext, status: 400 | 401, error: string, description: string): Response =>
  c.json({ error, error_description: description }, status, headers);

const refuseGrant = (c: SandboxContext, description: string): Response =>
  refuse(c, 400, 'invalid_token_or_code', description);

/** Notes a new refresh token, then answers with it and an access token. */
const give = (
  c: SandboxContext,
  { tokens, ledger, clock }: Parts,
  { userId, clientId, replaces }: { userId: string; clientId: string; replaces: number | null },
): Response => {
  const number = ledger.nextRefresh();
  ledger.record(userId, { type: 'refresh-issued', number, clientId, replaces });
  const body = {
    access_token: tokens.access({ userId, clientId, number, at: clock() }),
    token_type: 'Bearer',
    expires_in: tokenLife.accessSeconds,
    refresh_token: tokens.refresh(number),
  };
  return c.json(body, 200, headers);
};

/** Exchanges the code of a sign-in, once, for whoever can show the verifier. */
const exchangeCode = (c: SandboxContext, parts: Parts, clientId: string, field: Field): Response => {
  const verifier = field('code_verifier');
  if (verifier === '') return refuse(c, 400, 'invalid_request', 'code_verifier is missing');
  const grant = parts.codes.take(field('code'), parts.clock());
  if (grant === null || grant.clientId !== clientId) return refuseGrant(c, 'The code is unknown, used or expired');
  if (grant.redirectUri !== field('redirect_uri')) {
    return refuse(c, 400, 'invalid_redirect_uri', 'redirect_uri is not the one the code was given for');
  }
  if (!/^[\w.~-]{43,128}$/.test(verifier) || challengeOf(verifier) !== grant.challenge) {
    return refuseGrant(c, 'code_verifier does not match');
  }
  return give(c, parts, { userId: grant.userId, clientId, replaces: null });
};

/** Exchanges a refresh token for new tokens; from then on it is worth nothing. */
const exchangeRefresh = (c: SandboxContext, parts: Parts, clientId: string, field: Field): Response => {
  const given = parts.ledger.givenRefresh(field('refresh_token'));
  const isOld = given !== null && parts.clock() > given.at + tokenLife.refreshMs;
  if (given === null || given.clientId !== clientId || given.isReplaced || isOld) {
    return refuseGrant(c, 'The refresh token is unknown, used or expired');
  }
  return give(c, parts, { userId: given.userId, clientId, replaces: given.number });
};

/** Answers a request for tokens: a form in, JSON out. */
export const answerToken = async (c: SandboxContext, parts: Parts): Promise<Response> => {
  if (mediaType(c) !== 'application/x-www-form-urlencoded') {
    return refuse(c, 400, 'invalid_request', 'The body must be application/x-www-form-urlencoded');
  }
  if (c.req.header('authorization') !== undefined) {
    return refuse(c, 401, 'invalid_auth_header', 'An installed application has no secret to show');
  }
  const form = new URLSearchParams(await c.req.text());
  const names = [...form.keys()];
  if (new Set(names).size < names.length) return refuse(c, 400, 'invalid_request', 'A parameter was given twice');
  const field: Field = (name) => form.get(name) ?? '';
  const client = clientOf(form.get('client_id'));
  if (client === null) return refuse(c, 401, 'invalid_client', 'No such client is registered');
  switch (field('grant_type')) {
    case 'authorization_code':
      return exchangeCode(c, parts, client.id, field);
    case 'refresh_token':
      return exchangeRefresh(c, parts, client.id, field);
    case 'client_credentials':
      return refuse(c, 400, 'unauthorized_client', 'The client may not use this grant');
    default:
      return refuse(c, 400, 'invalid_request', 'No such grant_type');
  }
};
