import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { SandboxContext, SandboxEnvironment } from '../../http.ts';
import type { AconexUser } from '../data/projects.ts';
import type { AconexLedger } from '../ledger.ts';
import type { Tokens } from '../tokens.ts';
import { authorize } from './authorize.ts';
import { createCodes } from './codes.ts';
import { answerToken } from './token.ts';

/** Where the Lobby lies in the sandbox: its address is the sandbox's own, as the real one's is a host's. */
export const lobbyPath = '/auth';

/** What the Lobby is made from. */
type Options = {
  readonly ledger: AconexLedger;
  readonly tokens: Tokens;
  /** Who signs in here. */
  readonly user: AconexUser;
  /** Ends codes and tokens, in milliseconds since 1970. */
  readonly clock: () => number;
};

/**
 * Returns the Lobby: signing in by authorization code with PKCE as an installed application does it (RFC 8252), and the
 * refreshing of tokens. Nothing but what it takes to sign in is asked: there is one person, and no password.
 */
export const createLobby = ({ ledger, tokens, user, clock }: Options): Hono<SandboxEnvironment> => {
  const codes = createCodes();
  const app = new Hono<SandboxEnvironment>();
  const signIn = (c: SandboxContext): Response => authorize(c, { codes, user, clock });
  app.get('/authorize', signIn);
  app.post('/authorize', signIn);
  app.post('/token', (c) => answerToken(c, { codes, tokens, ledger, clock }));
  app.all('*', (c) => c.json({ error: 'invalid_request', error_description: 'No such address' }, 404));
  app.onError((error, c) => {
    if (!(error instanceof HTTPException)) throw error;
    return c.json({ error: 'server_error', error_description: error.message }, 500);
  });
  return app;
};
