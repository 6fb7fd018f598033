import type { Vendor } from './vendor.ts';

/** One documented vendor operation as the command line and forms show it. */
export interface VendorOperation {
  /** `vendor.operation`, as in `monitorqa.listPendingAudits`. */
  readonly id: string;
  readonly vendor: Vendor;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly effect: 'read' | 'write' | 'destructive';
  readonly tier: 'T1' | 'T2' | 'T3' | 'T4' | null;
  readonly repeat: 'safe' | 'after-read' | 'never';
  /** A JSON Schema of `{path, query, body}`. */
  readonly params: unknown;
}
