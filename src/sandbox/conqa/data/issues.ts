import type { Person } from '../../data/people.ts';
import { day, hour, minute } from '../../data/zones.ts';
import { choose, unit } from '../../random.ts';
import type { Milestone } from './milestones.ts';
import type { ProjectGround } from './project-ground.ts';

/** The statuses of an issue, in the order of the summary ("Get Project Summary"). */
export const issueStatuses = ['open', 'closed', 'disputed', 'ready-to-inspect', 'work-completed'] as const;

/** One of {@link issueStatuses}. */
type IssueStatus = (typeof issueStatuses)[number];

/** An issue. Instants in milliseconds since 1970, UTC. */
export type Issue = {
  readonly id: string;
  /** Counted within the project, from 1. */
  readonly number: number;
  readonly title: string;
  readonly description: string;
  readonly status: IssueStatus;
  readonly statusAt: number;
  readonly updatedAt: number;
  readonly updatedBy: Person;
  readonly raisedAt: number;
  readonly raisedBy: Person;
  /** Who puts it right; null while nobody was named. */
  readonly responsible: Person | null;
  /** Who has to act next; null when it is closed, or nobody was named. */
  readonly ballInCourt: Person | null;
  /** Start of a day of the project's calendar; null for none. */
  readonly dueAt: number | null;
  /** The checklist and checkpoint it was raised at; null when it was raised on a walk. */
  readonly origin: { readonly milestone: Milestone; readonly checkpoint: number } | null;
  readonly attachmentCount: number;
};

const channel = {
  when: 121,
  hours: 122,
  milestone: 123,
  defect: 124,
  raiser: 125,
  responsible: 126,
  status: 127,
  course: 128,
  due: 129,
  origin: 130,
  attachments: 131,
  grid: 132,
} as const;

const behind = 400 * day;

/** Returns where an issue of this age stands: old ones are mostly closed, the rest is spread. */
const statusOf = (age: number, lot: number): IssueStatus => {
  const closed = age > 120 * day ? 0.9 : age > 45 * day ? 0.65 : age > 14 * day ? 0.35 : 0.05;
  if (lot < closed) return 'closed';
  const rest = (lot - closed) / (1 - closed);
  return rest < 0.58 ? 'open' : rest < 0.74 ? 'ready-to-inspect' : rest < 0.93 ? 'work-completed' : 'disputed';
};

/** Returns the issues of a project, oldest first: raised at the milestones that were open at the time. */
export const createIssues = (ground: ProjectGround, milestones: readonly Milestone[]): readonly Issue[] => {
  const { seed, now, index: project, plan, people, clock, makeId } = ground;
  const raisers = people.filter((person) => person.role.roleType < 2);
  const trades = people.filter((person) => person.role.roleType === 2);

  const momentOf = (index: number, draw: (purpose: number) => number): number => {
    const spread = now - (behind * (plan.issueCount - index - draw(channel.when))) / plan.issueCount;
    const weekday = clock.weekday(spread);
    const back = weekday === 0 ? 2 : weekday === 6 ? 1 : 0;
    const atWork = clock.startOfDay(spread - back * day) + 7 * hour;
    return Math.min(atWork + Math.floor(draw(channel.hours) * 570) * minute + index * 37, now - 25 * minute);
  };

  /** A day of work some days after a moment: nobody sets the end of a job on a weekend. */
  const dueAfter = (moment: number, days: number): number => {
    const due = moment + days * day;
    const weekday = clock.weekday(due);
    return clock.startOfDay(due + (weekday === 6 ? 2 : weekday === 0 ? 1 : 0) * day);
  };

  const drawOf =
    (index: number) =>
    (purpose: number): number =>
      unit(seed, project * 1000 + index, purpose, 9);
  const moments = Array.from({ length: plan.issueCount }, (_, index) => momentOf(index, drawOf(index)));

  return moments
    .toSorted((a, b) => a - b)
    .map((raisedAt, index): Issue => {
      const record = project * 1000 + index;
      const draw = drawOf(index);
      const open = milestones.filter((milestone) => milestone.openedAt <= raisedAt).slice(-plan.places.length * 3);
      const milestone = choose(open.length > 0 ? open : milestones.slice(0, 1), draw(channel.milestone));
      const defect = choose(milestone.checklist.work.defects, draw(channel.defect));
      const raisedBy = choose(raisers.length > 0 ? raisers : people, draw(channel.raiser));
      const lot = draw(channel.responsible);
      const responsible = lot < 0.05 ? null : choose(trades.length > 0 ? trades : people, (lot - 0.05) / 0.95);
      const age = now - raisedAt;
      const status = responsible === null ? 'open' : statusOf(age, draw(channel.status));
      const moved = status === 'open' ? 0 : Math.min(age, 75 * day) * (0.1 + draw(channel.course) * 0.85);
      const statusAt = raisedAt + Math.floor(moved / minute) * minute;
      const waitsForTrade = status === 'open';
      const dueDays = 5 + Math.floor(draw(channel.due) * 26);
      const grid = `${choose(['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'], draw(channel.grid))}${1 + Math.floor(draw(channel.grid + 1) * 14)}`;
      return {
        id: makeId('issue', record),
        number: index + 1,
        title: `${defect.title}, ${milestone.place.name}`,
        description: draw(channel.origin + 40) < 0.04 ? '' : `${defect.description} At grid ${grid}.`,
        status,
        statusAt,
        updatedAt: Math.min(now, statusAt + Math.floor(draw(channel.course + 20) * 90) * minute),
        updatedBy: status === 'work-completed' && responsible !== null ? responsible : raisedBy,
        raisedAt,
        raisedBy,
        responsible,
        ballInCourt: status === 'closed' || responsible === null ? null : waitsForTrade ? responsible : raisedBy,
        dueAt: draw(channel.due + 60) < 0.06 ? null : dueAfter(raisedAt, dueDays),
        origin: draw(channel.origin) < 0.12 ? null : { milestone, checkpoint: defect.checkpoint },
        attachmentCount: Math.floor(draw(channel.attachments) ** 2 * 7),
      };
    });
};
