import { createHmac } from 'node:crypto';

/** How long an access token is taken, and how long a refresh token can be handed in. */
export const tokenLife = { accessSeconds: 3600, refreshMs: 7 * 24 * 60 * 60 * 1000 } as const;

/** What an access token says; instants in milliseconds since 1970, UTC. */
type AccessClaims = {
  readonly userId: string;
  readonly clientId: string;
  readonly number: number;
  readonly at: number;
};

/** The tokens of one data set. They follow from what they are given for, so that no journal has to hold any. */
export type Tokens = {
  /** Returns the refresh token of a number. */
  readonly refresh: (number: number) => string;
  /** Returns an access token, which tells whose it is and until when; `number` is that of its refresh token. */
  readonly access: (claims: AccessClaims) => string;
  /** Returns whose access token this is at a moment, or null when it is none, or none any more. */
  readonly userOf: (token: string, at: number) => string | null;
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Returns the tokens of the data set with this seed. They open nothing but made-up data on this computer. */
export const createTokens = (seed: number): Tokens => {
  const sign = (text: string): string => createHmac('sha256', `sample-aconex-${seed}`).update(text).digest('base64url');
  const head = encode({ alg: 'HS256', typ: 'JWT' });
  return {
    refresh: (number) => `refresh.${number}.${sign(`refresh ${number}`)}`,
    access: ({ userId, clientId, number, at }) => {
      const iat = Math.floor(at / 1000);
      const body = encode({
        sub: userId,
        client_id: clientId,
        jti: String(number),
        iat,
        exp: iat + tokenLife.accessSeconds,
      });
      return `${head}.${body}.${sign(`${head}.${body}`)}`;
    },
    userOf: (token, at) => {
      const [first = '', body = '', signature = '', ...rest] = token.split('.');
      if (rest.length > 0 || first !== head || signature !== sign(`${head}.${body}`)) return null;
      const { sub, exp } = JSON.parse(Buffer.from(body, 'base64url').toString()) as { sub: string; exp: number };
      return at < exp * 1000 ? sub : null;
    },
  };
};
