import type { ActionChange } from '../data/action-changes.ts';
import type { RecordChange } from '../data/records.ts';
import type { WebhookEvent } from '../data/webhook-events.ts';

/** What the vendor knows of a company beside its images; `ianaTimeZone` can be written but never read (M21). */
export type CompanyProfile = {
  readonly name: string;
  /** 0 locations, 1 stores, 2 sites, 3 machines, 4 plants, 5 vehicles, 6 other, 7 processes. */
  readonly usagePurpose: number;
  /** What is audited, when the purpose is other. */
  readonly customAuditObjectName: string | null;
  readonly ianaTimeZone: string | null;
};

/** The images of a company. */
export type ImageName = 'logo' | 'icon';

/** An uploaded image; `isKept` is false for one too large for the sample to keep. */
export type UploadedImage = {
  readonly id: string;
  readonly contentType: 'image/png' | 'image/jpeg';
  readonly size: number;
  readonly sha256: string;
  readonly isKept: boolean;
};

/** What was written; `number` and `company` count companies from 0, the sample's own. */
type Written =
  | {
      readonly type: 'company-created';
      readonly number: number;
      readonly profile: CompanyProfile;
      readonly admin: { readonly name: string; readonly email: string; readonly phone: string | null };
    }
  | { readonly type: 'company-updated'; readonly profile: CompanyProfile }
  | { readonly type: 'company-deleted' }
  | { readonly type: 'image-set'; readonly image: ImageName; readonly file: UploadedImage | null }
  | { readonly type: 'action-updated'; readonly id: string; readonly change: ActionChange }
  | { readonly type: 'action-deleted'; readonly id: string }
  | { readonly type: 'records-changed'; readonly changes: readonly RecordChange[] };

/**
 * One accepted write to MonitorQA: when (ISO 8601, UTC), by whom (a person's id) and in which company. It holds all
 * that follows from it but no key: those of new companies are made from their numbers.
 */
export type MonitorqaEntry = {
  readonly vendor: 'monitorqa';
  readonly at: string;
  readonly by: string;
  readonly company: number;
  /** What the company's webhook was told of it, in order. */
  readonly events?: readonly WebhookEvent[];
} & Written;

const types: Readonly<Record<Written['type'], true>> = {
  'company-created': true,
  'company-updated': true,
  'company-deleted': true,
  'image-set': true,
  'action-updated': true,
  'action-deleted': true,
  'records-changed': true,
};

/** Tells whether a line of the journal is an entry of a known type. Only this program writes them. */
export const isMonitorqaEntry = (value: unknown): value is MonitorqaEntry =>
  typeof value === 'object' &&
  value !== null &&
  'vendor' in value &&
  value.vendor === 'monitorqa' &&
  'type' in value &&
  typeof value.type === 'string' &&
  Object.hasOwn(types, value.type);
