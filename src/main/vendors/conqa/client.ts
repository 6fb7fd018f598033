import type { VendorDefinition } from '../core/vendor.ts';
import { classify } from './errors.ts';
import { collections } from './map.ts';
import { operations } from './operations/index.ts';
import { rawToken } from './token.ts';

/** CONQA. No limit is documented, so its calls go four at once and rest when it says so. */
export const conqa: VendorDefinition = {
  vendor: 'conqa',
  defaultUrl: 'https://api-oceania.con.qa/api-v1',
  webHosts: ['account.con.qa'],
  operations,
  lane: { atOnce: 4 },
  secretFields: { token: 'needed' },
  authorize: (secret) => ({ authorization: rawToken(secret['token'] ?? '') }),
  classify,
  collections,
  testOperation: 'listProjects',
};
