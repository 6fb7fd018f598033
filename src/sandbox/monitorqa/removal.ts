import type { Audit } from '../data/audit.ts';
import type { Dataset } from '../data/dataset.ts';
import type { RecordChange } from '../data/records.ts';
import type { WebhookEvent } from '../data/webhook-events.ts';

/** A pending audit, and whether nobody began it: one that was complete before has been begun. */
type PendingAudit = Audit & { readonly isUnstarted: boolean };

/** Returns every pending audit of a company. */
export const pendingAudits = (dataset: Dataset): readonly PendingAudit[] =>
  Array.from(dataset.slotsOf('pending'), (slot) => {
    const audit = dataset.audits.at(slot);
    return { ...audit, isUnstarted: audit.startedAt === null && !audit.isReopened };
  });

/** Returns what deletes audits, and what the webhook is told of it. */
export const deletedAudits = (
  audits: readonly Pick<Audit, 'id'>[],
): { readonly changes: readonly RecordChange[]; readonly events: readonly WebhookEvent[] } => ({
  changes: audits.map(({ id }) => ({ kind: 'audit', id, value: null })),
  events: audits.map(() => 'AUDIT_DELETED'),
});

/** Returns what keeps the audits the data set would plan from now on for a schedule or object from coming to be. */
export const closingOf = ({ records, firstSlot, auditCount }: Dataset, id: string): RecordChange => ({
  kind: 'closing',
  id,
  value: records.closing.get(id) ?? { fromSlot: firstSlot + auditCount },
});
