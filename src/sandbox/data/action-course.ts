import { choose, unit } from '../random.ts';
import type { ActionComment, ActionStanding } from './action.ts';
import type { Audit } from './audit.ts';
import type { Dataset } from './dataset.ts';
import type { Person } from './people.ts';
import type { Line } from './template.ts';
import { day, minute } from './zones.ts';

/** Where an action stands at `now`, and what was written on the way. */
type ActionCourse = ActionStanding & { readonly comments: readonly Omit<ActionComment, 'id'>[] };

/** What the course of an action is computed from. Instants are milliseconds since 1970, UTC. */
type Given = {
  readonly audit: Audit;
  readonly line: Line;
  readonly createdAt: number;
  readonly dueAt: number;
  readonly daysToFix: number;
  readonly assignee: Person | null;
};

const channel = { pace: 64, review: 65, text: 68, patience: 69 } as const;

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

/** Returns what became of an action that was raised on a line of a complete audit. */
export const courseOf = (dataset: Dataset, given: Given): ActionCourse => {
  const { seed, now, people } = dataset;
  const { audit, line, createdAt: created, dueAt, daysToFix, assignee } = given;
  const draw = (purpose: number): number => unit(seed, audit.slot, line.index, purpose);
  const auditor = audit.completedBy ?? choose(people, 0);
  const fixer = assignee ?? auditor;
  const pace = draw(channel.pace);
  const patience = draw(channel.patience);

  /** Left as it is, until it expires: most six weeks after they were due, the rest long after. */
  const left = (status: 0 | 2, comments: ActionCourse['comments']): ActionCourse => {
    const expiresAt = dueAt + 1 + (patience < 0.6 ? 42 : 180) * day;
    const isExpired = expiresAt <= now;
    const by = patience < 0.1 ? auditor : null;
    return {
      status: isExpired ? 4 : status,
      reportStatus: status,
      approved: null,
      expired: isExpired ? { at: expiresAt, by } : null,
      comments,
    };
  };
  const approvedAt = (at: number, comments: ActionCourse['comments']): ActionCourse => ({
    status: 1,
    reportStatus: 1,
    approved: { at, by: auditor },
    expired: null,
    comments,
  });

  // One in eight is simply left; the others take from a tenth to one and a half times the days they have.
  if (pace > 0.875) return left(0, []);
  // Whole days later plus a while, so that people write in working hours.
  const submitted = created + Math.ceil(daysToFix * (0.1 + pace * 1.6)) * day + Math.round(pace * 90) * minute;
  // A third wait for somebody to come by and look.
  const wait = Math.ceil(draw(channel.review) * 3) + (patience > 0.65 ? 20 : 0);
  const reviewed = submitted + wait * day + Math.round(draw(channel.text) * 60) * minute;
  const isRejected = draw(channel.review) < 0.14;
  const text = draw(channel.text);
  const comments = [
    { text: choose(submissions, text), createdBy: fixer, createdAt: submitted },
    { text: choose(isRejected ? rejections : approvals, text), createdBy: auditor, createdAt: reviewed },
  ].filter((comment) => comment.createdAt <= now);
  if (submitted > now) return left(0, comments);
  if (reviewed > now) return { status: 3, reportStatus: 3, approved: null, expired: null, comments };
  const mendedAt = reviewed + 6 * day;
  if (isRejected && mendedAt <= now && text < 0.7) {
    const said = { text: choose(approvals, pace), createdBy: auditor, createdAt: mendedAt };
    return approvedAt(mendedAt, [...comments, said]);
  }
  return isRejected ? left(2, comments) : approvedAt(reviewed, comments);
};
