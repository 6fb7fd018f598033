import type { ReportOutcome } from '../../shared/model/audit-report.ts';
import { t, wordOf } from '../lib/words.ts';

const auditShapes = {
  pending: 'dashed',
  'in-progress': 'half',
  complete: 'closed',
  expired: 'dashed',
} as const;

/** Glyph and word of an audit's status; a value this version does not know is shown in quotes as it came. */
export function auditStatus(status: string | null) {
  const shape = Object.entries(auditShapes).find(([name]) => name === status)?.[1] ?? ('dashed' as const);
  const text = status === null ? t('audits.status.none') : wordOf('audits.status.', status, 'audits.status.unknown');
  return { shape, text, isStruck: status === 'expired' };
}

const outcomeShapes = { passed: 'tick', failed: 'failed', 'not-applicable': 'dash', none: 'open' } as const;

/** Glyph and word of a report item's outcome. */
export const outcomeLook = (outcome: ReportOutcome) => ({
  shape: outcomeShapes[outcome],
  text: t(`report.outcome-${outcome}`),
});
