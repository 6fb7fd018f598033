import type { VendorDefinition } from '../core/vendor.ts';
import { changeAction } from './change-action.ts';
import { companyDocument } from './company-document.ts';
import { classify } from './errors.ts';
import { fill } from './fill-from-read.ts';
import { actionDocument } from './map-action.ts';
import { auditHead } from './map-audit.ts';
import { auditReport } from './map-report.ts';
import { collections, fileCall, readActionCall, reportPdfCall } from './map.ts';
import { operations } from './operations/index.ts';
import { permissions } from './permissions.ts';

/** MonitorQA. No limit is documented, so its calls go four at once and rest when it says so. */
export const monitorqa: VendorDefinition = {
  vendor: 'monitorqa',
  defaultUrl: 'https://api-external.monitorqa.com',
  webHosts: ['app.monitorqa.com', 'developer.monitorqa.com'],
  operations,
  lane: { atOnce: 4 },
  secretFields: { apiKey: 'needed' },
  authorize: (secret) => ({ 'x-api-key': secret['apiKey'] ?? '' }),
  classify,
  collections,
  audits: { head: auditHead, report: auditReport, pdf: reportPdfCall },
  actions: { read: actionDocument, readCall: readActionCall, change: changeAction },
  company: companyDocument,
  logoUpload: (place) => (place === 'logo' ? 'uploadCompanyLogo' : 'uploadCompanyIcon'),
  secretsInAnswer: { createCompany: 'apiKey' },
  fileCall,
  testOperation: 'getCompany',
  permissions,
  fill,
};
