import type { VendorDefinition } from '../core/vendor.ts';
import { isRefusal, open } from './envelope.ts';
import { classify } from './errors.ts';
import { fill } from './fill-from-read.ts';
import { collections, fileCall } from './map.ts';
import { operations } from './operations/index.ts';
import { meCall, secretAfterChange } from './own-login.ts';
import { authorize } from './sign-in.ts';

/** smartQ. Each account has its own host. No limit is documented, so its calls go four at once and rest when it says so. */
export const smartq: VendorDefinition = {
  vendor: 'smartq',
  defaultUrl: null,
  addressHint: 'It must be the account’s own host, like https://name.smartqweb.com, without /api/v1.',
  webHosts: ['www.getsmartq.com', 'getsmartq.com'],
  operations,
  lane: { atOnce: 4 },
  queryBooleans: 'digits',
  secretFields: { username: 'needed', password: 'needed', clientId: 'needed' },
  authorize,
  classify,
  envelope: { isRefusal, open },
  collections,
  fileCall,
  fill,
  testOperation: 'getMe',
  secretAfterChange: {
    operations: ['updateMe', 'updateUser'],
    meCall,
    secret: secretAfterChange,
  },
};
