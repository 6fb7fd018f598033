import { choose, hashText, unit } from '../random.ts';
import type { Audit } from './audit.ts';
import type { Dataset } from './dataset.ts';
import type { Person } from './people.ts';
import type { Line } from './template.ts';
import { day, hour, minute } from './zones.ts';

/** Numbers the vendor's documents give to states and priorities of a corrective action. */
type ActionStatus = 0 | 1 | 2 | 3;
type ActionPriority = 0 | 1 | 2;

/** Something somebody wrote under a corrective action. */
type ActionComment = {
  readonly id: string;
  readonly text: string;
  readonly createdBy: Person;
  readonly createdAt: number;
};

/** A corrective action on a failed item. Instants are milliseconds since 1970, UTC. */
export type Action = {
  readonly id: string;
  readonly name: string;
  readonly number: string;
  readonly description: string;
  readonly assignees: readonly Person[];
  readonly comments: readonly ActionComment[];
  /** Who raised it; null when the system did, as templates may ask. */
  readonly createdBy: Person | null;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly priority: ActionPriority;
  readonly status: ActionStatus;
  readonly photoIds: readonly string[];
  readonly tags: readonly { readonly id: string; readonly name: string }[];
};

const channel = { raise: 61, priority: 62, assignee: 63, pace: 64, review: 65, tag: 66, photo: 67, text: 68 } as const;

/** An audit raises no more than this many, so that numbers never meet. */
const mostPerAudit = 8;
const daysToFix: Readonly<Record<ActionPriority, number>> = { 0: 28, 1: 14, 2: 5 };

/** Files of an action follow the photos of its item in the numbering of {@link filePart}. */
export const firstActionPhoto = 8;

/** Returns the part of a photo's identifier: the line it belongs to and its place there, 0 to 15. */
export const filePart = (line: number, place: number): number => line * 16 + place;

const submissions = [
  'Done this morning, photo attached.',
  'Fixed with the contractor on site. Ready for a look.',
  'Parts came Tuesday, fitted and tested.',
  'Closed out, see photo.',
];
const rejections = [
  'No test sheet attached. Please add it and submit again.',
  'Photo shows the wrong location.',
  'Better, but the second one is still open.',
];
const approvals = ['Checked on site.', 'Looks right, closed.', 'Test sheet received.'];

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

/** Where an action stands at `now`, and what was written on the way. */
type Course = { readonly status: ActionStatus; readonly comments: readonly Omit<ActionComment, 'id'>[] };

const courseOf = (dataset: Dataset, audit: Audit, line: Line, created: number, assignee: Person | null): Course => {
  const { seed, now, people } = dataset;
  const draw = (purpose: number): number => unit(seed, audit.slot, line.index, purpose);
  const auditor = audit.completedBy ?? choose(people, 0);
  const fixer = assignee ?? auditor;
  const pace = draw(channel.pace);
  // One in eight is simply left; the others take from a tenth to one and a half times the days they have.
  if (pace > 0.875) return { status: 0, comments: [] };
  const daysGiven = daysToFix[priorityOf(seed, audit.slot, line)];
  // Whole days later plus a while, so that people write in working hours.
  const submitted = created + Math.ceil(daysGiven * (0.1 + pace * 1.6)) * day + Math.round(pace * 90) * minute;
  const reviewed = submitted + Math.ceil(draw(channel.review) * 3) * day + Math.round(draw(channel.text) * 60) * minute;
  const isRejected = draw(channel.review) < 0.14;
  const text = draw(channel.text);
  const comments = [
    { text: choose(submissions, text), createdBy: fixer, createdAt: submitted },
    { text: choose(isRejected ? rejections : approvals, text), createdBy: auditor, createdAt: reviewed },
  ].filter((comment) => comment.createdAt <= now);
  if (submitted > now) return { status: 0, comments };
  if (reviewed > now) return { status: 3, comments };
  const isMended = isRejected && reviewed + 6 * day <= now && text < 0.7;
  if (isMended) {
    const createdAt = reviewed + 6 * day;
    return { status: 1, comments: [...comments, { text: choose(approvals, pace), createdBy: auditor, createdAt }] };
  }
  return { status: isRejected ? 2 : 1, comments };
};

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
  const course = courseOf(dataset, audit, line, createdAt, assignee);
  const [year, sequence] = [audit.number.slice(4, 8), Number(audit.number.slice(9))];
  const tagCount = Math.floor(draw(channel.tag) * 3);
  const isShown = course.status !== 0 && draw(channel.photo) < 0.6;
  return {
    id: identifiers.encode('action', slot, line.index),
    name: line.failAction ?? generalName(line),
    number: `CA-${year}-${String(sequence * mostPerAudit - mostPerAudit + 1 + place).padStart(4, '0')}`,
    description: line.failNote ?? '',
    assignees: assignee === null ? [] : [assignee],
    comments: course.comments.map((comment, index) => ({
      id: identifiers.encode('comment', slot, line.index * 8 + index),
      ...comment,
    })),
    createdBy: draw(channel.raise + 100) < 0.12 ? null : audit.completedBy,
    createdAt,
    dueAt: endOfDay,
    priority,
    status: course.status,
    photoIds: isShown ? [identifiers.encode('photo', slot, filePart(line.index, firstActionPhoto))] : [],
    tags: audit.template.tags.slice(0, tagCount).map((name) => ({
      id: identifiers.encode('tag', hashText(name)),
      name,
    })),
  };
};

/** Returns the corrective actions of a complete audit by the index of the line that failed; none for others. */
export const actionsOf = (dataset: Dataset, audit: Audit): ReadonlyMap<number, Action> => {
  const { completedAt } = audit;
  if (completedAt === null) return new Map();
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

/** Returns how many corrective actions of an audit not complete are done and open, as the pending list counts them. */
export const actionCounts = (dataset: Dataset, audit: Audit): { readonly completed: number; readonly open: number } => {
  if (audit.startedAt === null && !audit.isReopened) return { completed: 0, open: 0 };
  const lot = (purpose: number, most: number): number =>
    Math.floor(unit(dataset.seed, audit.slot, purpose) * (most + 1));
  // A reopened audit brings the actions of its first round along.
  const isOld = audit.isReopened || dataset.now - audit.start > 48 * hour;
  return { completed: isOld ? lot(channel.raise, 5) : 0, open: lot(channel.pace, 3) };
};
