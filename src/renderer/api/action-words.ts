import { t, wordOf } from '../lib/words.ts';

const shapes = {
  open: 'open',
  submitted: 'up',
  approved: 'approved',
  rejected: 'rejected',
  expired: 'dashed',
} as const;

/** Glyph and word of a corrective action's status; a value this version does not know is in quotes as it came. */
export function actionStatus(status: string | null) {
  const shape = Object.entries(shapes).find(([name]) => name === status)?.[1] ?? ('dashed' as const);
  const text =
    status === null ? t('part.unknown') : wordOf('report.action-status.', status, 'report.action-status.unknown');
  return { shape, text, isStruck: status === 'expired' };
}

const levels = ['low', 'medium', 'high'] as const;

/** Level and word of a priority. */
export function actionPriority(priority: string | null) {
  const level = levels.find((one) => one === priority) ?? ('unknown' as const);
  const text = priority === null ? t('part.unknown') : wordOf('report.priority.', priority, 'report.priority.unknown');
  return { level, text };
}
