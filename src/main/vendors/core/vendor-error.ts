import { AppError } from '../../../shared/errors/app-error.ts';
import type { ErrorCode } from '../../../shared/errors/codes.ts';
import type { Vendor } from '../../../shared/model/vendor.ts';
import { cleanVendorText } from './vendor-text.ts';

/**
 * Whether the request left this computer. `no`: nothing was sent. `unknown`: it was sent and no answer came. `yes`: an
 * answer came, whatever it says.
 */
export type Sent = 'no' | 'unknown' | 'yes';

/** What is known about a call that failed. */
export interface VendorFailure {
  readonly code: ErrorCode;
  /** What happened, in one sentence. */
  readonly message: string;
  readonly vendor: Vendor;
  readonly operation: string;
  /** HTTP status; 0 where no answer came. */
  readonly status: number;
  readonly sent: Sent;
  /** The vendor's own code of the error. */
  readonly vendorCode?: string | null;
  /** The vendor's own words. */
  readonly vendorText?: string | null;
  /** Ids of the objects that the vendor names as the reason, as opaque words. */
  readonly ids?: readonly string[];
  /** What the vendor finds wrong with single fields, by their place in the call, as a refusal of ours names it (`body.name`). */
  readonly fields?: Readonly<Record<string, string>>;
  /** How long the vendor asks to wait, in milliseconds. */
  readonly retryAfterMs?: number | null;
  readonly cause?: unknown;
}

const MOST_FIELDS = 50;

function cleanFields(fields: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const cleaned = Object.entries(fields)
    .slice(0, MOST_FIELDS)
    .map(([field, problem]) => [cleanVendorText(field, 100) ?? '', cleanVendorText(problem, 300) ?? ''] as const);
  return Object.fromEntries(cleaned);
}

/**
 * A call to a vendor that failed. What comes from outside is cleaned here, once: one short line without control
 * characters, query strings or anything that looks like a credential. Headers and bodies are never kept.
 */
export class VendorError extends AppError {
  readonly vendor: Vendor;
  readonly operation: string;
  readonly status: number;
  readonly sent: Sent;
  readonly vendorCode: string | null;
  readonly vendorText: string | null;
  readonly retryAfterMs: number | null;

  constructor(failure: VendorFailure) {
    const vendorCode = cleanVendorText(failure.vendorCode, 80);
    const vendorText = cleanVendorText(failure.vendorText, 300);
    const { vendor, operation, status } = failure;
    super(failure.code, cleanVendorText(failure.message, 500) ?? failure.code, {
      data: {
        vendor,
        operation,
        status,
        vendorCode,
        vendorText,
        ...(failure.ids ? { ids: failure.ids } : {}),
        ...(failure.fields ? { fields: cleanFields(failure.fields) } : {}),
      },
      cause: failure.cause,
    });
    this.name = 'VendorError';
    this.vendor = vendor;
    this.operation = operation;
    this.status = status;
    this.sent = failure.sent;
    this.vendorCode = vendorCode;
    this.vendorText = vendorText;
    this.retryAfterMs = failure.retryAfterMs ?? null;
  }
}

/** True for a VendorError of this realm. */
export const isVendorError = (value: unknown): value is VendorError => value instanceof VendorError;
