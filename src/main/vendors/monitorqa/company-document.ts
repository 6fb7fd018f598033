import type { CompanyDocument } from '../core/vendor.ts';
import { company } from './schemas/company.ts';

/** The company from `getCompany`; null when `json` is none. */
export function companyDocument(json: unknown): CompanyDocument | null {
  const found = company.safeParse(json).data;
  if (!found) return null;
  const { id, name, logoFileId, iconFileId, usagePurpose, customAuditObjectName: objectName } = found;
  return { name: name ?? id, logoFileId, iconFileId, usagePurpose, objectName };
}
