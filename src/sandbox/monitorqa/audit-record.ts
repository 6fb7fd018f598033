import type { Audit } from '../data/audit.ts';
import type { Dataset } from '../data/dataset.ts';
import type { AuditRecord } from '../data/record-types.ts';
import { conflict, notFound } from './refusal.ts';
import type { Asked } from './routes.ts';

/** Returns the audit that the id of a path names. @throws HTTPException 404 when there is none (any more). */
export const auditAt = ({ account, id }: Asked): Audit => {
  const { dataset } = account.tenant;
  const slot = dataset.findSlot(id);
  if (slot === null) throw notFound('The audit');
  return dataset.audits.at(slot);
};

/** Returns the audits that the ids of a body name. @throws HTTPException 409 when one names none. */
export const auditsNamed = (dataset: Dataset, ids: readonly string[]): readonly Audit[] =>
  ids.map((id) => {
    const slot = dataset.findSlot(id);
    if (slot === null) throw conflict('audit/not-found');
    return dataset.audits.at(slot);
  });

/** Returns an audit as a record, from where a write goes on: the data set has no part in it any more. */
export const recordOf = ({ identifiers, audits }: Dataset, audit: Audit): AuditRecord => ({
  number: audit.number,
  name: audit.name,
  auditorHint: audit.hint,
  templateId: identifiers.encode('template', audit.template.index),
  objectId: identifiers.encode('site', audit.site.index),
  scheduleId: audit.scheduleId,
  assigneeIds: audit.assignees.map(({ index }) => identifiers.encode('person', index)),
  state: audit.state === 'expired' ? 'expired' : 'pending',
  start: new Date(audit.start).toISOString(),
  due: new Date(audit.due).toISOString(),
  startedAt: audit.startedAt === null ? null : new Date(audit.startedAt).toISOString(),
  startedById: audit.startedBy === null ? null : identifiers.encode('person', audit.startedBy.index),
  isReopened: audit.isReopened,
  wasComplete: (audits.asMade(audit)?.completedAt ?? null) !== null,
});
