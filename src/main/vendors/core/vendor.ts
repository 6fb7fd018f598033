import type { ActionChanges, ActionDocument } from '../../../shared/model/action-document.ts';
import type { AuditHead, AuditReport } from '../../../shared/model/audit-report.ts';
import type { FieldChange } from '../../../shared/model/outbox.ts';
import type { ReportType } from '../../../shared/model/stored-file.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import type { Collection } from './collection.ts';
import type { Explanations } from './explain-refusal.ts';
import type { FillRule } from './fill-from-read.ts';
import type { CallParams, OperationTable, PlannedCall } from './operation.ts';
import type { VendorPermissions } from './permit.ts';
import type { VendorSignIn } from './sign-in.ts';
import type { SecretFields } from './secret-fields.ts';
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
  /** True when the call went without any credential, which only a vendor whose secret is optional lets happen. */
  readonly withoutSecret?: boolean;
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

/** How a vendor of corrective actions shows and changes one. Pure; the JSON is that of its `detail` part. */
export interface ActionDocuments {
  /** The document from the detail and, for what the detail leaves out, its `list` row. Throws VendorError. */
  readonly read: (detail: unknown, list?: unknown) => ActionDocument;
  /** The call that reads an action afresh, which every change begins with. */
  readonly readCall: (vendorId: string) => PlannedCall;
  /**
   * The call that makes the changes, with every field it carries filled from a fresh detail: what a PUT leaves out is
   * wiped. `changes` names what really changes, in the model's words; people by the names the detail or `nameOf` gives.
   * Throws AppError `bad-input` when nothing does, VendorError when the detail does not say what must be sent.
   */
  readonly change: (
    freshDetail: unknown,
    changes: ActionChanges,
    nameOf?: (vendorId: string) => string | null,
  ) => PlannedCall & { readonly changes: readonly FieldChange[] };
}

/** The company a connection belongs to. The ids are of files that `fileCall` fetches. */
export interface CompanyDocument {
  readonly name: string;
  readonly logoFileId: string | null;
  readonly iconFileId: string | null;
  /** The vendor's number of what its audits are made of. */
  readonly usagePurpose: number | null;
  /** The company's own word for it, where it has one. */
  readonly objectName: string | null;
}

/** How a vendor whose operations can change the login of a connection itself says what signs in afterwards. */
interface SecretChanges {
  /** The operations that may. */
  readonly operations: readonly string[];
  /**
   * The call that answers with who signs in, asked before anything is sent, as the old login ends with the change; null
   * where there is nothing to ask.
   */
  readonly meCall: (operation: string, params: CallParams) => PlannedCall | null;
  /**
   * The secret after a change that was done; null where it stays as it is. Pure. `answer` is the change's data, `me` that
   * of `meCall`.
   */
  readonly secret: (
    operation: string,
    params: CallParams,
    answer: unknown,
    secret: Secret,
    me: unknown,
  ) => Secret | null;
}

/** Everything that makes one vendor: five files in its folder, joined in `client.ts`. */
export interface VendorDefinition {
  readonly vendor: Vendor;
  /** Where the vendor's accounts answer unless the person says otherwise; null where each account has its own host. */
  readonly defaultUrl: string | null;
  /** Other addresses that its accounts are documented to answer at, for a person to choose from. */
  readonly otherUrls?: readonly string[];
  /** A sentence for an answer that is a web page, or a redirect to one, where a usual mistake in the address leads there. */
  readonly addressHint?: string;
  /** Hosts of its web application and documents, which the desktop may open outside the app over https. */
  readonly webHosts: readonly string[];
  readonly operations: OperationTable;
  readonly lane: LaneRule;
  /** How true and false stand in a query string; left out, `words` (`true`, `false`). */
  readonly queryBooleans?: 'words' | 'digits';
  readonly secretFields: SecretFields;
  /** The headers that carry the secret. */
  readonly authorize: (secret: Secret) => Readonly<Record<string, string>>;
  /** Where people can sign in by browser: `authorize` is then given `{ accessToken }`. */
  readonly signIn?: VendorSignIn;
  /** The one place where a raw answer of this vendor becomes an error. */
  readonly classify: (answer: FailedAnswer) => VendorError;
  /** Changes whose refusal as not permitted may mean something else, with the read that tells. */
  readonly explain?: Explanations;
  /**
   * Where data stand in an envelope. A parsed answer of a successful status that `isRefusal` is an error all the same,
   * and `classify` says which; any other is `open`ed, and nobody behind it sees the envelope.
   */
  readonly envelope?: {
    readonly isRefusal: (parsed: unknown) => boolean;
    readonly open: (parsed: unknown) => unknown;
  };
  readonly collections: readonly Collection[];
  /** Where the vendor has audits. */
  readonly audits?: AuditDocuments;
  /** Where the vendor has corrective actions. */
  readonly actions?: ActionDocuments;
  /** The company from the answer of `testOperation`; null when it is none. */
  readonly company?: (json: unknown) => CompanyDocument | null;
  /** The name of the operation that uploads the company's logo or icon. */
  readonly logoUpload?: (place: 'logo' | 'icon') => string;
  /**
   * Operations whose answer holds a new secret, with the field it stands in, which is the secret's own field too. The
   * client takes it out of the answer before anybody sees it.
   */
  readonly secretsInAnswer?: Readonly<Record<string, string>>;
  /** Where a change may be of the connection's own login: what is kept of it follows. */
  readonly secretAfterChange?: SecretChanges;
  /** The call that answers with a photo or attachment, where the vendor has one call for all. */
  readonly fileCall?: (vendorFileId: string) => PlannedCall;
  /** The read that proves that a secret works. */
  readonly testOperation: string;
  /** The read that proves that the address works, for a connection that does without a secret. */
  readonly testWithoutSecret?: string;
  /** Where the vendor has roles. */
  readonly permissions?: VendorPermissions;
  /** Operations that wipe what is left out, with how to fill it from a fresh read. */
  readonly fill?: Readonly<Partial<Record<string, FillRule>>>;
}
