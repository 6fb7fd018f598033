import { createHash } from 'node:crypto';

/** What an authorization code was given for. */
type Grant = {
  readonly clientId: string;
  readonly redirectUri: string;
  /** S256 of the verifier (RFC 7636, 4.2). */
  readonly challenge: string;
  readonly userId: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
};

/** The authorization codes that wait to be handed in. A restart forgets them, as their five minutes would. */
export type Codes = {
  /** Returns a code for a grant. */
  readonly give: (grant: Grant) => string;
  /** Returns what a code was given for and takes it: a second time it is null, as when it is too old at `at`. */
  readonly take: (code: string, at: number) => Grant | null;
};

/** How long a code can be handed in. */
const codeLifeMs = 5 * 60 * 1000;

/** Returns the S256 challenge of a verifier. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');

/** Returns codes; they follow from what they are given for and their number. */
export const createCodes = (): Codes => {
  const waiting = new Map<string, Grant>();
  let given = 0;
  return {
    give: (grant) => {
      given += 1;
      const code = challengeOf(JSON.stringify([given, grant]));
      waiting.set(code, grant);
      return code;
    },
    take: (code, at) => {
      const grant = waiting.get(code);
      waiting.delete(code);
      return grant === undefined || at > grant.at + codeLifeMs ? null : grant;
    },
  };
};
