import type { AuditHead, AuditReport } from '../../../shared/model/audit-report.ts';
import type { ReportType } from '../../../shared/model/stored-file.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import type { Collection } from './collection.ts';
import type { CallParams, OperationTable } from './operation.ts';
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
  /** The first 64 KiB of the body as text, without the connection's secret. */
  readonly text: string;
  /** How long the vendor asks to wait, in milliseconds (`Retry-After`, read); null where it does not say. */
  readonly retryAfterMs: number | null;
}

/** One call, named and with its parameters. */
export interface PlannedCall {
  readonly operation: string;
  readonly params: CallParams;
}

/** How a vendor of audits shows one as a document. Pure; the JSON is that of the parts its collection reads. */
interface AuditDocuments {
  /** The head of an audit from its `detail` part and, for what the detail leaves out, its `list` row. */
  readonly head: (detail: unknown, list?: unknown) => AuditHead;
  /** The tree of a completed audit from its `report` part. */
  readonly report: (json: unknown) => AuditReport;
  /** The call that answers with the report of a completed audit as PDF. */
  readonly pdf: (vendorId: string, type: ReportType, photos: boolean) => PlannedCall;
}

/** Everything that makes one vendor: five files in its folder, joined in `client.ts`. */
export interface VendorDefinition {
  readonly vendor: Vendor;
  /** Where the vendor's accounts answer unless the person says otherwise; null where each account has its own host. */
  readonly defaultUrl: string | null;
  readonly operations: OperationTable;
  readonly lane: LaneRule;
  /** How true and false stand in a query string; left out, `words` (`true`, `false`). */
  readonly queryBooleans?: 'words' | 'digits';
  /** The headers that carry the secret. */
  readonly authorize: (secret: Secret) => Readonly<Record<string, string>>;
  /** The one place where a raw answer of this vendor becomes an error. */
  readonly classify: (answer: FailedAnswer) => VendorError;
  readonly collections: readonly Collection[];
  /** Where the vendor has audits. */
  readonly audits?: AuditDocuments;
  /** The call that answers with a photo or attachment, where the vendor has one call for all. */
  readonly fileCall?: (vendorFileId: string) => PlannedCall;
  /** The read that proves that a secret works. */
  readonly testOperation: string;
}
