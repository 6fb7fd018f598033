import type { Secret, VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import { aconex } from '../../src/main/vendors/aconex/client.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { conqa } from '../../src/main/vendors/conqa/client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { smartq } from '../../src/main/vendors/smartq/client.ts';
import { handledOperations as aconexHandled } from '../../src/sandbox/aconex/operations.ts';
import { handledOperations as connectnowHandled } from '../../src/sandbox/connectnow/operations.ts';
import { handledOperations as conqaHandled } from '../../src/sandbox/conqa/operations.ts';
import { handledOperations as monitorqaHandled } from '../../src/sandbox/monitorqa/operations.ts';
import { handledOperations as smartqHandled } from '../../src/sandbox/smartq/operations.ts';
import * as aconexVectors from '../vendors/vectors/aconex.ts';
import * as connectnowVectors from '../vendors/vectors/connectnow.ts';
import * as conqaVectors from '../vendors/vectors/conqa.ts';
import * as monitorqaVectors from '../vendors/vectors/monitorqa.ts';
import * as smartqVectors from '../vendors/vectors/smartq.ts';
import type { RefusedVector, Vector } from '../vendors/vectors/vector.ts';

/** A vendor whose operations are built, with the facts of its document. */
export interface RegisteredVendor {
  readonly vendor: string;
  readonly definition: VendorDefinition;
  readonly vectors: readonly Vector[];
  readonly refused: readonly RefusedVector[];
  /** What the sample vendor answers, as it says itself. */
  readonly handled: readonly { readonly name: string; readonly method: string; readonly path: string }[];
  /** A secret of the vendor's form, with something in every field. */
  readonly secret: Secret;
}

/** The vendors that are held to their documents. */
export const registeredVendors: readonly RegisteredVendor[] = [
  {
    vendor: 'conqa',
    definition: conqa,
    vectors: conqaVectors.vectors,
    refused: conqaVectors.refused,
    handled: conqaHandled,
    secret: { token: 'test-token' },
  },
  {
    vendor: 'monitorqa',
    definition: monitorqa,
    vectors: monitorqaVectors.vectors,
    refused: monitorqaVectors.refused,
    handled: monitorqaHandled,
    secret: { apiKey: 'test-key' },
  },
  {
    vendor: 'smartq',
    definition: smartq,
    vectors: smartqVectors.vectors,
    refused: smartqVectors.refused,
    handled: smartqHandled,
    secret: { username: 'test@user.example', password: 'test-password', clientId: 'test-client' },
  },
  {
    vendor: 'aconex',
    definition: aconex,
    vectors: aconexVectors.vectors,
    refused: aconexVectors.refused,
    handled: aconexHandled,
    secret: { username: 'ana', password: 'test-password', applicationKey: 'test-key' },
  },
  {
    vendor: 'connectnow',
    definition: connectnow,
    vectors: connectnowVectors.vectors,
    refused: connectnowVectors.refused,
    handled: connectnowHandled,
    secret: { token: 'test-token' },
  },
];
