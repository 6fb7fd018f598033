import type { VendorDefinition } from '../core/vendor.ts';
import { classify } from './errors.ts';
import { auditHead } from './map-audit.ts';
import { auditReport } from './map-report.ts';
import { collections, fileCall, reportPdfCall } from './map.ts';
import { operations } from './operations/index.ts';

/** MonitorQA. No limit is documented, so its calls go four at once and rest when it says so. */
export const monitorqa: VendorDefinition = {
  vendor: 'monitorqa',
  defaultUrl: 'https://api-external.monitorqa.com',
  operations,
  lane: { atOnce: 4 },
  authorize: (secret) => ({ 'x-api-key': secret['apiKey'] ?? '' }),
  classify,
  collections,
  audits: { head: auditHead, report: auditReport, pdf: reportPdfCall },
  fileCall,
  testOperation: 'getCompany',
};
