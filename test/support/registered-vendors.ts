import type { Secret, VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import { conqa } from '../../src/main/vendors/conqa/client.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { handledOperations as conqaHandled } from '../../src/sandbox/conqa/operations.ts';
import { handledOperations as monitorqaHandled } from '../../src/sandbox/monitorqa/operations.ts';
import * as conqaVectors from '../vendors/vectors/conqa.ts';
import * as monitorqaVectors from '../vendors/vectors/monitorqa.ts';
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

/** The vendors that are held to their documents. smartQ, Aconex and ConnectNow join when their operations are built. */
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
];
