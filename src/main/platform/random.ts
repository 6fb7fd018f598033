import { randomBytes, randomUUID } from 'node:crypto';

/** Randomness, injected: a test gives a seeded one and gets the same run twice. */
export interface Random {
  /** A number from 0 up to, not including, 1: for jitter, never for secrets. */
  readonly number: () => number;
  /** A random id, unique for ever. */
  readonly id: () => string;
  /** `bytes` random bytes in base64url: for tickets and tokens. */
  readonly token: (bytes: number) => string;
}

export const systemRandom: Random = {
  number: () => Math.random(),
  id: () => randomUUID(),
  token: (bytes) => randomBytes(bytes).toString('base64url'),
};
