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
  wireZone,
} from '../core/wire-fields.ts';

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

/** A page of a list as it comes: its rows are read one by one, so that each keeps its own JSON. */
export const pagedList = z.looseObject({
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

const actionFields = {
  id: wireId,
  name: wireText,
  number: wireText,
  assignedUsers: people,
  audit: wireObject(z.looseObject({ id: wireText, name: wireText, number: wireText, ianaTimeZone: wireZone })),
  auditObject: wireObject(named),
  createdBy: wireObject(named),
  createdAtUtc: wireMoment,
  approvedBy: wireObject(named),
  approvedAtUtc: wireMoment,
  expiredBy: wireObject(named),
  expiredAtUtc: wireMoment,
  dueDateUtc: wireMoment,
  status: wireText,
  priority: wireText,
};

/** One row of the three lists of "Corrective Actions"; who approved or let expire stands in its own list alone. */
export const actionRow = z.looseObject(actionFields);
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
  answer: wireObject(z.looseObject({ name: wireText, text: wireText, isFailed: wireFlag })),
  tags: wireList(named),
  files: actionFiles,
  information: wireObject(z.looseObject({ text: wireText, photosIds: wireList(wireId), files: actionFiles })),
});
export type ActionDetail = z.output<typeof actionDetail>;

/** "Get list of users" and "Get user details". */
export const user = z.looseObject({ id: wireId, name: wireText, email: wireText });

/** "Get Roles list" and "Get Role Details". */
export const role = z.looseObject({ id: wireId, name: wireText, roleType: wireNumber });

/** "Get company information". */
export const company = z.looseObject({
  id: wireId,
  name: wireText,
  logoFileId: wireText,
  iconFileId: wireText,
  usagePurpose: wireNumber,
  customAuditObjectName: wireText,
});

/** "Get accessible companies". */
export const namedList = z.array(z.looseObject({ id: wireId, name: wireText }));

/** "Create company". Takes any object: the one key that is in it must not be lost over anything else. */
export const createdCompany = z.looseObject({});
