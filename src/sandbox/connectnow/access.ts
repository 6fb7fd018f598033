import type { ConnectnowDataset, ConnectnowUser } from './data/dataset.ts';
import { refusal } from './refusal.ts';

/** The token the sample accepts. It opens nothing but made-up data on this computer, so it is no secret. */
export const sampleConnectnowToken = 'sample-connectnow-token';

/** The same by the name of the field that whoever connects keeps it in. */
export const sampleConnectnowSecret = { token: sampleConnectnowToken } as const;

/** The token of somebody with access to the third company alone. */
export const sampleConnectnowGuestToken = 'sample-connectnow-guest-token';

/**
 * Returns who sent the header, or null where there is none: much is public. A token that is nobody's is refused
 * everywhere, so that whoever believes to be signed in learns better.
 * @throws HTTPException 401 unless it is `Bearer` and a token.
 */
export const callerOf = (
  { manager, guest }: ConnectnowDataset,
  authorization: string | undefined,
): ConnectnowUser | null => {
  if (authorization === undefined) return null;
  if (authorization === `Bearer ${sampleConnectnowToken}`) return manager;
  if (authorization === `Bearer ${sampleConnectnowGuestToken}`) return guest;
  throw refusal(401);
};

/** Tells whether a request asks for JSON, as the framework judges it: by the first type it would accept. */
export const wantsJson = (accept: string | undefined): boolean => /^[^,;]*[/+]json\b/i.test(accept?.trim() ?? '');
