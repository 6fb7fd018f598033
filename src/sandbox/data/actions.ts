import { choose, hashText, unit } from '../random.ts';
import { courseOf } from './action-course.ts';
import type { Action, ActionPriority } from './action.ts';
import type { Audit } from './audit.ts';
import { applyChange } from './change-action.ts';
import type { Dataset } from './dataset.ts';
import type { Line } from './template.ts';
import { day, hour, minute } from './zones.ts';

const channel = { raise: 61, priority: 62, assignee: 63, pace: 64, tag: 66, photo: 67 } as const;

/** An audit raises no more than this many, so that numbers never meet. */
const mostPerAudit = 8;
const daysToFix: Readonly<Record<ActionPriority, number>> = { 0: 28, 1: 14, 2: 5 };

/** Files of an action follow the photos of its item in the numbering of {@link filePart}. */
export const firstActionPhoto = 8;

/** Returns the part of a photo's identifier: the line it belongs to and its place there, 0 to 15. */
export const filePart = (line: number, place: number): number => line * 16 + place;

const generalName = (line: Line): string => `Put right: ${line.text.charAt(0).toLowerCase()}${line.text.slice(1)}`;

/** Returns the priority: what is critical is high, the rest is spread. */
const priorityOf = (seed: number, slot: number, line: Line): ActionPriority => {
  if (line.critical) return 2;
  const lot = unit(seed, slot, line.index, channel.priority);
  return lot < 0.35 ? 0 : lot < 0.85 ? 1 : 2;
};

/** Tells whether a failed line raised an action: always when it is critical or written with one. */
const raisesAction = (seed: number, slot: number, line: Line): boolean =>
  line.critical || unit(seed, slot, line.index, channel.raise) < (line.failAction === null ? 0.55 : 0.9);

const actionOf = (dataset: Dataset, audit: Audit, line: Line, completedAt: number, place: number): Action => {
  const { seed, identifiers, people } = dataset;
  const { slot } = audit;
  const draw = (purpose: number): number => unit(seed, slot, line.index, purpose);
  const priority = priorityOf(seed, slot, line);
  const createdAt = completedAt - (4 + line.index) * minute;
  const endOfDay = Math.floor((createdAt + daysToFix[priority] * day) / day) * day + day - 1;
  const helpers = people.filter((person) => person.region === audit.site.region && person.role.roleType !== 3);
  const lot = draw(channel.assignee);
  const assignee = lot < 0.1 ? null : choose(helpers.length > 0 ? helpers : people, (lot - 0.1) / 0.9);
  const { comments, ...course } = courseOf(dataset, {
    audit,
    line,
    createdAt,
    dueAt: endOfDay,
    daysToFix: daysToFix[priority],
    assignee,
  });
  const [year, sequence] = [audit.number.slice(4, 8), Number(audit.number.slice(9))];
  const tagCount = Math.floor(draw(channel.tag) * 3);
  const isShown = course.reportStatus !== 0 && draw(channel.photo) < 0.6;
  return {
    ...course,
    id: identifiers.encode('action', slot, line.index),
    line,
    name: line.failAction ?? generalName(line),
    number: `CA-${year}-${String(sequence * mostPerAudit - mostPerAudit + 1 + place).padStart(4, '0')}`,
    description: line.failNote ?? '',
    assignees: assignee === null ? [] : [assignee],
    comments: comments.map((comment, index) => ({
      id: identifiers.encode('comment', slot, line.index * 8 + index),
      ...comment,
    })),
    createdBy: draw(channel.raise + 100) < 0.12 ? null : audit.completedBy,
    createdAt,
    dueAt: endOfDay,
    priority,
    photoIds: isShown ? [identifiers.encode('photo', slot, filePart(line.index, firstActionPhoto))] : [],
    tags: audit.template.tags.slice(0, tagCount).map((name) => ({
      id: identifiers.encode('tag', hashText(name)),
      name,
    })),
  };
};

/**
 * Returns the corrective actions an audit raised when it was completed, by the index of the line that failed. They
 * outlast its being reopened.
 */
export const raisedActionsOf = (dataset: Dataset, current: Audit): ReadonlyMap<number, Action> => {
  const audit = dataset.audits.asMade(current);
  const completedAt = audit?.completedAt ?? null;
  if (audit === null || completedAt === null) return new Map();
  const outcomes = dataset.audits.outcomesAt(audit.slot);
  const failed = audit.template.lines.filter(
    (line) => outcomes[line.index] === 'fail' && raisesAction(dataset.seed, audit.slot, line),
  );
  return new Map(
    failed
      .slice(0, mostPerAudit)
      .map((line, place) => [line.index, actionOf(dataset, audit, line, completedAt, place)]),
  );
};

/**
 * Returns the corrective actions of an audit as they are now, by the index of the line that failed: with what
 * was written to them since, and without those that were deleted. Lists, details, reports and PDFs all show these.
 */
export const actionsOf = (dataset: Dataset, audit: Audit): ReadonlyMap<number, Action> => {
  const current = new Map<number, Action>();
  for (const [index, action] of raisedActionsOf(dataset, audit)) {
    const change = dataset.actionChanges.get(action.id);
    if (change === null) continue;
    current.set(index, change === undefined ? action : applyChange(dataset, action, change));
  }
  return current;
};

/** Returns how many corrective actions of an audit not complete are done and open, as the pending list counts them. */
export const actionCounts = (dataset: Dataset, audit: Audit): { readonly completed: number; readonly open: number } => {
  if (audit.startedAt === null && !audit.isReopened) return { completed: 0, open: 0 };
  const raised = [...actionsOf(dataset, audit).values()];
  if (raised.length > 0) {
    const completed = raised.filter((action) => action.status === 1).length;
    return { completed, open: raised.length - completed };
  }
  const lot = (purpose: number, most: number): number =>
    Math.floor(unit(dataset.seed, audit.slot, purpose) * (most + 1));
  // A reopened audit brings the actions of its first round along.
  const isOld = audit.isReopened || dataset.now - audit.start > 48 * hour;
  return { completed: isOld ? lot(channel.raise, 5) : 0, open: lot(channel.pace, 3) };
};
