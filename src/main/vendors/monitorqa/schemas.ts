import { z } from 'zod';
import { wireFlag, wireId, wireList, wireMoment, wireNumber, wireObject, wireText } from '../core/wire-fields.ts';

/** A person, a template, an audit object: an id with a name. */
const named = z.looseObject({ id: wireText, name: wireText, notes: wireText });

export type WireNamed = z.output<typeof named>;

const people = wireList(named);

const auditFields = {
  id: wireId,
  name: wireText,
  number: wireText,
  assignees: people,
  auditObject: wireObject(named),
  template: wireObject(named),
  startDate: wireMoment,
  endDate: wireMoment,
  isStarted: wireFlag,
  isReopened: wireFlag,
  completeDate: wireMoment,
  completedBy: wireObject(named),
  score: wireNumber,
  scoreLabel: wireText,
};

/** One row of "Get list of pending audits" and "Get list of complete audits". */
export const auditRow = z.looseObject(auditFields);
export type AuditRow = z.output<typeof auditRow>;

const signature = wireObject(z.looseObject({ photoId: wireId, createdBy: wireObject(named) }));

/** "Get details of audit" and "Get details of complete audit"; only the latter has signatures. */
export const auditDetail = z.looseObject({
  ...auditFields,
  auditorHint: wireText,
  startedBy: wireObject(named),
  startedAt: wireMoment,
  isCompleted: wireFlag,
  isFailed: wireFlag,
  isExpired: wireFlag,
  completionTime: wireNumber,
  auditeeSignature: signature,
  auditorSignature: signature,
});
export type AuditDetail = z.output<typeof auditDetail>;

/** A list of audits as it comes: its rows are read one by one, so that each keeps its own JSON. */
export const auditPage = z.looseObject({
  data: z.array(z.unknown()),
  meta: wireObject(z.looseObject({ totalCount: wireNumber })),
});

/** One corrective action inside "Get audit report". */
const reportAction = z.looseObject({
  id: wireId,
  name: wireText,
  number: wireText,
  description: wireText,
  assignees: people,
  comments: wireList(z.unknown()),
  createdBy: wireObject(named),
  createdAt: wireMoment,
  dueDate: wireMoment,
  priority: wireText,
  status: wireText,
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
  itemType: wireNumber,
  data: wireObject(
    z.looseObject({ name: wireText, points: wireNumber, text: wireText, number: wireNumber, isFailed: wireFlag }),
  ),
});
export type WireItem = z.output<typeof reportItem>;

export const auditReportAnswer = z.looseObject({ items: z.array(z.unknown()) });

/** "Get list of users" and "Get user details". */
export const user = z.looseObject({ id: wireId, name: wireText, email: wireText });

/** "Get company information". */
export const company = z.looseObject({ id: wireId, name: wireText });
