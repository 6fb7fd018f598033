import type { VendorDefinition } from '../core/vendor.ts';
import { authorize } from './authorize.ts';
import { envelope } from './envelope.ts';
import { classify } from './errors.ts';
import { INSTANCE_URLS } from './hosts.ts';
import { collections } from './map.ts';
import {
  authorizeUrl,
  challengeOf,
  codeBody,
  LOBBIES,
  OAUTH_API,
  readCallbackError,
  readTokenError,
  readTokens,
  refreshBody,
  tokenUrl,
} from './oauth.ts';
import { operations } from './operations/index.ts';

const hostOf = (url: string): string => new URL(url).hostname;

/**
 * Oracle Aconex. An organization may have five requests a second and ten at once, all its programs together: ours takes
 * less than that. With a user name each account has its instance's address; a sign-in goes to `OAUTH_API`.
 */
export const aconex: VendorDefinition = {
  vendor: 'aconex',
  defaultUrl: null,
  otherUrls: INSTANCE_URLS,
  webHosts: ['help.aconex.com', ...[...LOBBIES, ...INSTANCE_URLS].map(hostOf)],
  operations,
  lane: { atOnce: 4, perSecond: 4 },
  secretFields: { username: 'needed', password: 'needed', applicationKey: 'optional' },
  authorize,
  signIn: {
    url: OAUTH_API,
    lobbies: LOBBIES,
    challengeOf,
    authorizeUrl,
    tokenUrl,
    codeBody,
    refreshBody,
    readTokens,
    readTokenError,
    readCallbackError,
  },
  classify,
  envelope,
  collections,
  testOperation: 'listProjects',
};
