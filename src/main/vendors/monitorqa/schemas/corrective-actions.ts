import { z } from 'zod';
import {
  wireExactText,
  wireFlag,
  wireId,
  wireList,
  wireMoment,
  wireNumber,
  wireObject,
  wireText,
  wireWord,
  wireZone,
} from '../../core/wire-fields.ts';
import { codesOf, PRIORITIES, STATUSES } from '../known-words.ts';
import { named, namedItems } from './common.ts';

const actionFields = {
  id: wireId,
  name: wireText,
  number: wireText,
  assignedUsers: namedItems,
  audit: wireObject(z.object({ id: wireText, name: wireText, number: wireText, ianaTimeZone: wireZone })),
  auditObject: named,
  createdBy: named,
  createdAtUtc: wireMoment,
  approvedBy: named,
  approvedAtUtc: wireMoment,
  expiredBy: named,
  expiredAtUtc: wireMoment,
  dueDateUtc: wireMoment,
  status: wireWord(codesOf(STATUSES)),
  priority: wireWord(codesOf(PRIORITIES)),
};

/** One row of the three lists of "Corrective Actions"; who approved or let expire stands in its own list alone. */
export const actionRow = z.object(actionFields);
export type ActionRow = z.output<typeof actionRow>;

const actionFiles = wireList(
  z.looseObject({ id: wireId, name: wireText, contentType: wireText, updatedAt: wireMoment }),
);
export type WireFile = z.output<typeof actionFiles>[number];

/** "Get corrective action details". The audit in it has no number. */
export const actionDetail = z.looseObject({
  ...actionFields,
  description: wireExactText,
  question: wireText,
  auditItemId: wireText,
  answer: wireObject(
    z.looseObject({ name: wireText, text: wireText, isFailed: wireFlag, points: wireNumber, number: wireNumber }),
  ),
  tags: namedItems,
  files: actionFiles,
  information: wireObject(z.looseObject({ text: wireText, photosIds: wireList(wireId), files: actionFiles })),
});
export type ActionDetail = z.output<typeof actionDetail>;
