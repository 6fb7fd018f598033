import { z } from 'zod';
import {
  wireCode,
  wireFlag,
  wireId,
  wireList,
  wireMoment,
  wireNumber,
  wireObject,
  wireRows,
  wireText,
  wireWord,
} from '../../core/wire-fields.ts';
import { codesOf, ITEM_TYPES, PRIORITIES, STATUSES } from '../known-words.ts';
import { signature } from './audits.ts';
import { named, namedItems } from './common.ts';

/** One corrective action inside "Get audit report". */
const reportAction = z.looseObject({
  id: wireId,
  name: wireText,
  number: wireText,
  description: wireText,
  assignees: namedItems,
  comments: wireList(z.unknown()),
  createdBy: named,
  createdAt: wireMoment,
  dueDate: wireMoment,
  priority: wireWord(codesOf(PRIORITIES)),
  status: wireWord(codesOf(STATUSES)),
  photos: wireList(z.unknown()),
  tags: wireList(z.unknown()),
});
export type WireAction = z.output<typeof reportAction>;

/** One line of "Get audit report". */
export const reportItem = z.looseObject({
  id: wireId,
  text: wireText,
  note: wireText,
  notApplicable: wireFlag,
  isCritical: wireFlag,
  isPassed: wireFlag,
  isFailed: wireFlag,
  childrenIds: wireList(wireId),
  metafields: wireList(z.looseObject({ name: wireText, text: wireText })),
  actions: wireList(reportAction),
  photos: wireList(z.unknown()),
  points: wireNumber,
  signature,
  failedInRowCount: wireNumber,
  itemsCount: wireNumber,
  itemType: wireCode(codesOf(ITEM_TYPES)),
  data: wireObject(
    z.looseObject({ name: wireText, points: wireNumber, text: wireText, number: wireNumber, isFailed: wireFlag }),
  ),
});
export type WireItem = z.output<typeof reportItem>;

/** "Get audit report": its lines are read one by one. */
export const auditReportAnswer = z.looseObject({ id: wireText, items: wireRows(reportItem) });
