import type { PersonRole } from '../../shared/model/record.ts';
import { t, wordOf } from '../lib/words.ts';

const shapes = {
  open: 'open',
  disputed: 'disputed',
  'ready-to-inspect': 'dot',
  'work-completed': 'three-quarters',
  closed: 'closed',
} as const;

/** The statuses of issues that are known, in the order their work goes. */
export const ISSUE_STATUSES = Object.keys(shapes);

/** Glyph and word of an issue's status; a value this version does not know is in quotes as it came. */
export function issueStatus(status: string | null) {
  const shape = Object.entries(shapes).find(([name]) => name === status)?.[1] ?? ('dashed' as const);
  return { shape, text: status === null ? t('part.unknown') : wordOf('part.status-', status, 'part.status-unknown') };
}

/** The part that a person has in a record. */
export const roleName = (role: PersonRole): string => t(`part.role-${role}`);
