import { z } from 'zod';
import { wireFlag, wireId, wireMoment, wireNumber, wireObject, wireText } from '../../core/wire-fields.ts';
import { named, namedItems } from './common.ts';

const auditFields = {
  id: wireId,
  name: wireText,
  number: wireText,
  assignees: namedItems,
  auditObject: named,
  template: named,
  startDate: wireMoment,
  endDate: wireMoment,
  isStarted: wireFlag,
  isReopened: wireFlag,
  completeDate: wireMoment,
  completedBy: named,
  score: wireNumber,
  scoreLabel: wireText,
};

/** One row of "Get list of pending audits" and "Get list of complete audits". */
export const auditRow = z.object(auditFields);
export type AuditRow = z.output<typeof auditRow>;

/** The same with what no screen shows of it. */
export const documentedAuditRow = auditRow.extend({
  completedActionsCount: wireNumber,
  pendingActionsCount: wireNumber,
  scoreColor: wireText,
});

/** A signature: the photo of it, and whose it is. */
export const signature = wireObject(z.looseObject({ photoId: wireId, createdBy: named }));

/** "Get details of audit" and "Get details of complete audit"; only the latter has signatures. */
export const auditDetail = z.looseObject({
  ...auditFields,
  auditorHint: wireText,
  startedBy: named,
  startedAt: wireMoment,
  isCompleted: wireFlag,
  isFailed: wireFlag,
  isExpired: wireFlag,
  completionTime: wireNumber,
  auditeeSignature: signature,
  auditorSignature: signature,
  companyId: wireText,
  templateId: wireText,
  scoreColor: wireText,
  reportUrl: wireText,
});
export type AuditDetail = z.output<typeof auditDetail>;
