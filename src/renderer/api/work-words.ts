import type { Kind } from '../../shared/model/record.ts';
import { t, wordOf } from '../lib/words.ts';
import { actionPriority, actionStatus } from './action-words.ts';
import { auditStatus } from './audit-words.ts';
import { issueStatus } from './issue-words.ts';

/** What a status looks like: its glyph and its word. */
interface StatusLook {
  readonly shape: ReturnType<typeof issueStatus>['shape'] | ReturnType<typeof actionStatus>['shape'] | 'half' | 'tick';
  readonly text: string;
  readonly isStruck?: boolean;
}

const ticketShapes = { open: 'open', 'in-progress': 'half', closed: 'closed' } as const;

/** Glyph and word of a ticket's status, which is what its place on the board means. */
function ticketStatus(status: string): StatusLook {
  const shape = Object.entries(ticketShapes).find(([name]) => name === status)?.[1] ?? ('dashed' as const);
  return { shape, text: wordOf('work.ticket-status-', status, 'part.status-unknown') };
}

const projectShapes = { active: 'half', 'de-activated': 'closed', disconnected: 'rejected' } as const;

/** Glyph and word of a project's state; only Aconex gives one. */
function projectStatus(status: string): StatusLook {
  const shape = Object.entries(projectShapes).find(([name]) => name === status)?.[1] ?? ('dashed' as const);
  return { shape, text: wordOf('work.project-status-', status, 'part.status-unknown') };
}

/** What people call the steps of their own work, by the nearest glyph. */
const milestoneShapes: readonly (readonly [RegExp, StatusLook['shape']])[] = [
  [/^(closed|complete|completed|done|finished)$/, 'closed'],
  [/^(approved|accepted|signed-off|conforms)$/, 'approved'],
  [/^(rejected|refused|failed)$/, 'rejected'],
  [/^(submitted|ready|ready-(?:to|for)-.+)$/, 'up'],
  [/^(in-progress|in-work|started|under-review)$/, 'half'],
  [/^(open|new|planned)$/, 'open'],
];

/** A project names the statuses of its milestones itself: each is a word of its own, and shown as it came. */
function milestoneStatus(status: string): StatusLook {
  const plain = status.toLowerCase().replaceAll(/[\s_]+/g, '-');
  return { shape: milestoneShapes.find(([words]) => words.test(plain))?.[1] ?? 'dashed', text: status };
}

/** Glyph and word of any record's status; a value this version does not know is in quotes as it came. */
export function recordStatus(kind: Kind, status: string | null): StatusLook {
  if (kind === 'audit') return auditStatus(status);
  if (status === null) return { shape: 'dashed', text: t('part.unknown') };
  if (kind === 'corrective-action') return actionStatus(status);
  if (kind === 'ticket') return ticketStatus(status);
  if (kind === 'project') return projectStatus(status);
  return kind === 'milestone' ? milestoneStatus(status) : issueStatus(status);
}

/** Whether a screen knows what the status says. A milestone's status is its project's own word, and no riddle. */
export const isKnownStatus = (kind: Kind, status: string | null): boolean =>
  status === null || kind === 'milestone' || recordStatus(kind, status).shape !== 'dashed';

const severities = { critical: 'high', important: 'medium', info: 'low' } as const;

/** Level and word of a priority: ConnectNow's severities, or the priorities of corrective actions. */
export function recordPriority(priority: string | null): ReturnType<typeof actionPriority> {
  const level = Object.entries(severities).find(([name]) => name === priority)?.[1];
  if (priority === null || level === undefined) return actionPriority(priority);
  return { level, text: wordOf('work.severity-', priority, 'report.priority.unknown') };
}
