import { z } from 'zod';
import { wireCode, wireId, wireText } from '../../core/wire-fields.ts';

/** "Get company information". */
export const company = z.looseObject({
  id: wireId,
  name: wireText,
  logoFileId: wireText,
  iconFileId: wireText,
  usagePurpose: wireCode([0, 1, 2, 3, 4, 5, 6, 7]),
  customAuditObjectName: wireText,
});

/** "Create company". Takes any object: the one key that is in it must not be lost over anything else. */
export const createdCompany = z.looseObject({});
