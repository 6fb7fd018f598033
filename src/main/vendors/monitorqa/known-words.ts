import type { ReportItemType } from '../../../shared/model/audit-report.ts';

/** "Status Values" of corrective actions, by number. The audit report's own list ends before the last. */
export const STATUSES = ['open', 'approved', 'rejected', 'submitted', 'expired'] as const;

/** "Priority Values" of corrective actions, by number. */
export const PRIORITIES = ['low', 'medium', 'high'] as const;

/** "Get audit report": itemType values. */
export const ITEM_TYPES: readonly ReportItemType[] = ['root', 'section', 'item', 'conditional-item', 'condition'];

/** "Repeat Pattern Options", by number. */
export const REPEAT_PATTERNS = ['one-time', 'daily', 'multiple-weeks', 'monthly', 'weekly'] as const;

/** "Event Types" of the three kinds of webhook messages. */
export const WEBHOOK_EVENTS = [
  'AUDIT_ASSIGNED',
  'AUDIT_COMPLETED',
  'AUDIT_DELETED',
  'AUDIT_EXPIRED',
  'AUDIT_RESCHEDULED',
  'CORRECTIVE_ACTION_CREATED',
  'CORRECTIVE_ACTION_ASSIGNED',
  'CORRECTIVE_ACTION_SUBMITTED',
  'CORRECTIVE_ACTION_APPROVED',
  'CORRECTIVE_ACTION_REJECTED',
  'CORRECTIVE_ACTION_DELETED',
  'CORRECTIVE_ACTION_EXPIRED',
  'CORRECTIVE_ACTION_UPDATED',
  'TEMPLATE_CREATED',
  'TEMPLATE_DELETED',
] as const;

/** The numbers that stand for these words: their places. */
export const codesOf = (words: readonly string[]): readonly number[] => [...words.keys()];
