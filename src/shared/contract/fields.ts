import { z } from 'zod';
import type { ConnectionId, FileId, RecordId } from '../model/ids.ts';
import { parseRecordId } from '../model/ids.ts';
import { KINDS } from '../model/record.ts';
import { VENDORS } from '../model/vendor.ts';

/** Input fields that several domains share. */
const shortText = z.string().min(1).max(500);

export const connectionIdField = shortText.transform((value) => value as ConnectionId);
export const fileIdField = shortText.transform((value) => value as FileId);
export const recordIdField = shortText
  .refine((value) => parseRecordId(value) !== undefined, 'not a record id')
  .transform((value) => value as RecordId);
export const kindField = z.enum(KINDS);
export const vendorField = z.enum(VENDORS);

/** The filters every list takes; the command line's flags are the same. */
export const recordFilterFields = {
  kind: kindField.optional(),
  vendor: vendorField.optional(),
  connectionId: connectionIdField.optional(),
  status: z.array(shortText).max(50).optional(),
  search: z.string().max(200).optional(),
  overdue: z.boolean().optional(),
};

export const recordFilter = z.strictObject(recordFilterFields);
export type RecordFilter = z.output<typeof recordFilter>;
