import type { VendorDefinition } from '../core/vendor.ts';
import { explain } from './closed-issue.ts';
import { classify } from './errors.ts';
import { fill } from './fill-from-read.ts';
import { ADDRESS_HINT, API_URL, DOCUMENT_URL } from './hosts.ts';
import { collections } from './map.ts';
import { operations } from './operations/index.ts';
import { bearerHeader } from './token.ts';

/** The ConnectNow Issue Tracker. Its limits may be as low as one request a minute, so its calls go one at a time. */
export const connectnow: VendorDefinition = {
  vendor: 'connectnow',
  defaultUrl: API_URL,
  otherUrls: [DOCUMENT_URL],
  addressHint: ADDRESS_HINT,
  webHosts: ['issuetracker.connectnow.org.uk'],
  operations,
  lane: { atOnce: 1, perSecond: 2 },
  secretFields: { token: 'optional' },
  authorize: (secret) => bearerHeader(secret['token'] ?? ''),
  classify,
  explain,
  collections,
  // Public reads say nothing of a token: they are answered with a wrong one too.
  testOperation: 'listWebhooks',
  testWithoutSecret: 'listCompanies',
  fill,
};
