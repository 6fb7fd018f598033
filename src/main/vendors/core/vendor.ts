import type { Vendor } from '../../../shared/model/vendor.ts';
import type { Collection } from './collection.ts';
import type { OperationTable } from './operation.ts';
import type { VendorError } from './vendor-error.ts';

/** A connection's secret by field name (`apiKey`; `username`, `password`, `clientId` …). Never leaves main. */
export type Secret = Readonly<Record<string, string>>;

/** How many calls may be under way at once on one connection, and how many may start in a second. */
export interface LaneRule {
  readonly atOnce: number;
  readonly perSecond?: number;
}

/** An answer that is not a success, before anybody knows what it means. */
export interface FailedAnswer {
  readonly operation: string;
  readonly status: number;
  readonly contentType: string;
  /** The first 64 KiB of the body as text. */
  readonly text: string;
  readonly retryAfter: string | null;
}

/** Everything that makes one vendor: five files in its folder, joined in `client.ts`. */
export interface VendorDefinition {
  readonly vendor: Vendor;
  /** Where the vendor's accounts answer unless the person says otherwise; null where each account has its own host. */
  readonly defaultUrl: string | null;
  readonly operations: OperationTable;
  readonly lane: LaneRule;
  /** The headers that carry the secret. */
  readonly authorize: (secret: Secret) => Readonly<Record<string, string>>;
  /** The one place where a raw answer of this vendor becomes an error. */
  readonly classify: (answer: FailedAnswer) => VendorError;
  readonly collections: readonly Collection[];
  /** The read that proves that a secret works. */
  readonly testOperation: string;
}
