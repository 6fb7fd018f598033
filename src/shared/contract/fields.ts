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

/** A moment in any zone, made ISO 8601 in UTC with milliseconds: as records have theirs. */
export const momentField = z.iso.datetime({ offset: true }).transform((value) => new Date(value).toISOString());

/** Somebody as records name them: all that is given must fit, and null is somebody without it. */
const personField = z
  .strictObject({
    name: shortText.optional(),
    email: shortText.nullable().optional(),
    /** The vendor's own id of the person. */
    vendorId: shortText.nullable().optional(),
  })
  .refine((person) => Object.values(person).some((value) => typeof value === 'string'), 'names nobody');
export type PersonFilter = z.output<typeof personField>;

/** A stretch of due dates: from `from`, before `before`; `none` has those without a date too, and alone only them. */
const dueField = z.strictObject({
  from: momentField.optional(),
  before: momentField.optional(),
  none: z.boolean().optional(),
});
export type DueFilter = z.output<typeof dueField>;

/**
 * The filters every list takes; the command line's flags are some of them. A record passes that passes all. An empty
 * list restricts nothing. Null is a record without any: no status, no project, nobody assigned.
 */
export const recordFilterFields = {
  kind: kindField.optional(),
  kinds: z.array(kindField).max(KINDS.length).optional(),
  vendor: vendorField.optional(),
  vendors: z.array(vendorField).max(VENDORS.length).optional(),
  connectionId: connectionIdField.optional(),
  connectionIds: z.array(connectionIdField).max(100).optional(),
  status: z.array(shortText.nullable()).max(50).optional(),
  /** A project by its name; capitals and accents do not count. */
  project: shortText.nullable().optional(),
  /** Among the assignees. */
  assignee: personField.nullable().optional(),
  due: dueField.optional(),
  /** Not finished: see `openStatusesOf`. */
  open: z.boolean().optional(),
  search: z.string().max(200).optional(),
  /** Open, and due before now. */
  overdue: z.boolean().optional(),
};

export const recordFilter = z.strictObject(recordFilterFields);
export type RecordFilter = z.output<typeof recordFilter>;
