import type { SandboxContext } from '../../http.ts';
import type { AconexUser } from '../data/projects.ts';
import { clientOf, isRegistered } from './clients.ts';
import type { Codes } from './codes.ts';
import { refusedPage, signInPage } from './pages.ts';

/**
 * The parameter of the sample alone that answers in a person's place: `allow` signs in, `deny` refuses, each at once
 * and without a page.
 */
export const sampleAnswerParameter = 'sample_answer';

/** A request that can be answered at the address it names. */
type Wanted = {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly challenge: string;
  readonly state: string;
};

/** What people sign in with. */
type Parts = { readonly codes: Codes; readonly user: AconexUser; readonly clock: () => number };

/** Sends the person back to the application, with what it is told. */
const sendBack = (redirectUri: string, told: Readonly<Record<string, string>>): Response => {
  const target = new URL(redirectUri);
  for (const [name, value] of Object.entries(told)) target.searchParams.set(name, value);
  return new Response(null, { status: 302, headers: { Location: target.href, 'Cache-Control': 'no-store' } });
};

/** Returns what is asked for, or the answer to a request that is not in order (RFC 6749, 4.1.2.1). */
const readWanted = (query: URLSearchParams): Wanted | Response => {
  const names = [...query.keys()];
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  const client = clientOf(query.get('client_id'));
  const redirectUri = query.get('redirect_uri') ?? '';
  if (repeated === 'client_id' || client === null) {
    return refusedPage('invalid_client', 'No such client is registered.');
  }
  if (repeated === 'redirect_uri' || !isRegistered(client, redirectUri)) {
    return refusedPage('invalid_redirect_uri', 'This address is not registered for the client.');
  }
  const state = query.get('state') ?? '';
  const refuse = (error: string, description: string): Response =>
    sendBack(redirectUri, { error, error_description: description, ...(state === '' ? {} : { state }) });
  if (repeated !== undefined) return refuse('invalid_request', `${repeated} was given twice`);
  if (query.get('response_type') !== 'code') return refuse('unsupported_response_type', 'response_type must be code');
  if (state === '') return refuse('invalid_request', 'state is missing');
  const challenge = query.get('code_challenge') ?? '';
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(challenge)) {
    return refuse('invalid_request', 'A code_challenge by S256 is required');
  }
  return { clientId: client.id, redirectUri, challenge, state };
};

/** Answers the page a person is sent to (GET) and its button (POST). */
export const authorize = (c: SandboxContext, { codes, user, clock }: Parts): Response => {
  const query = new URL(c.req.url).searchParams;
  const wanted = readWanted(query);
  if (wanted instanceof Response) return wanted;
  const { redirectUri, state, clientId, challenge } = wanted;
  const answer = c.req.method === 'POST' ? 'allow' : query.get(sampleAnswerParameter);
  if (answer === 'deny') {
    return sendBack(redirectUri, { error: 'access_denied', error_description: 'The person refused', state });
  }
  if (answer !== 'allow') return signInPage(user.person.name, clientId);
  const code = codes.give({ clientId, redirectUri, challenge, userId: user.id, at: clock() });
  return sendBack(redirectUri, { code, state });
};
