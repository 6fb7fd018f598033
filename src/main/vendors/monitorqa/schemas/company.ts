import { z } from 'zod';
import { wireId, wireNumber, wireText } from '../../core/wire-fields.ts';

/** "Get company information". */
export const company = z.looseObject({
  id: wireId,
  name: wireText,
  logoFileId: wireText,
  iconFileId: wireText,
  usagePurpose: wireNumber,
  customAuditObjectName: wireText,
});

/** "Create company". Takes any object: the one key that is in it must not be lost over anything else. */
export const createdCompany = z.looseObject({});
