import type { Person } from '../../data/people.ts';
import { day, hour, minute } from '../../data/zones.ts';
import { choose, unit } from '../../random.ts';
import type { MilestoneSetup, Shown } from './milestone-setups.ts';
import type { Place } from './project-plans.ts';
import type { ProjectGround } from './project-ground.ts';
import type { Work } from './work.ts';

/** The checklist of a milestone; ids without the `cl:` and `fo:` that stand before them on the wire. */
type Checklist = {
  readonly id: string;
  readonly name: string;
  readonly work: Work;
  /** The folders it lies in, outermost first. */
  readonly folders: readonly { readonly id: string; readonly name: string }[];
};

/** How long something took in whole days, and how that is judged. */
type Measurement = { readonly days: number; readonly threshold: 'on-time' | 'due-soon' | 'overdue' };

/** A milestone: one kind of work at one place, with the checklist that proves it. Instants in milliseconds, UTC. */
export type Milestone = {
  readonly index: number;
  /** Without the `ms:` that stands before it on the wire. */
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly place: Place;
  readonly status: Shown<string>;
  readonly statusAt: number;
  readonly statusBy: Person;
  readonly fields: Readonly<Record<string, Shown>>;
  readonly measurements: Readonly<Record<string, Measurement>>;
  readonly checklist: Checklist;
  /** When work on it opens. */
  readonly openedAt: number;
};

const channel = { step: 101, pace: 102, by: 103, field: 110 } as const;
const behind = 420 * day;
const ahead = 90 * day;

const padded = (value: number): string => String(value).padStart(3, '0');

const measure = (days: number, dueDays: number): Measurement => ({
  days,
  threshold: days <= dueDays / 2 ? 'on-time' : days <= dueDays ? 'due-soon' : 'overdue',
});

/** Returns the moments at which each status was reached by `now`, the first always. */
const stepsOf = (setup: MilestoneSetup, openedAt: number, now: number, draw: (purpose: number) => number): number[] => {
  const pace = 1 + draw(channel.pace) * draw(channel.pace + 1) * 40;
  const steps = [openedAt];
  for (let step = 1; step < setup.statuses.length; step += 1) {
    const next = (steps.at(-1) ?? openedAt) + Math.ceil(pace * (0.5 + draw(channel.step + step * 16))) * day + hour;
    if (next > now) break;
    steps.push(next);
  }
  return steps;
};

/** Returns each kind of work with each place it suits: work after work, as a building is made. */
const pairsOf = ({ works, plan }: ProjectGround): readonly { readonly work: Work; readonly place: Place }[] =>
  works.flatMap((work) =>
    plan.places.filter((place) => work.places.includes(place.kind)).map((place) => ({ work, place })),
  );

/** Returns the milestones of a project, in the order in which they open. */
export const createMilestones = (ground: ProjectGround): readonly Milestone[] => {
  const { seed, now, index: project, plan, setup, people, clock, makeId } = ground;

  // Swedes write a day as ISO 8601 does.
  const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: ground.zone });
  const pairs = pairsOf(ground);
  const perMilestone = pairs.length / plan.milestoneCount;
  const folder = (part: number, name: string) => ({ id: makeId('folder', project, part), name });

  return Array.from({ length: plan.milestoneCount }, (_, index): Milestone => {
    const record = project * 1000 + index;
    const draw = (purpose: number): number => unit(seed, record, purpose, 7);
    const pairIndex = Math.floor(index * perMilestone);
    const { work, place } = choose(pairs, (pairIndex + 0.5) / pairs.length);
    const placeIndex = plan.places.indexOf(place);
    const lot = 1 + index - Math.ceil(pairIndex / perMilestone);
    const spread = now - behind + ((behind + ahead) * (index + draw(channel.by + 50))) / plan.milestoneCount;
    const openedAt = clock.startOfDay(spread) + 7 * hour + Math.floor(draw(channel.pace + 2) * 32) * 15 * minute;
    const steps = stepsOf(setup, openedAt, now, draw);
    const planItem = `ITP-${padded(work.number)}`;
    const externalId = `${plan.code}-${planItem}-${place.code}-LOT-${padded(lot)}`;
    const plannedDay = dayFormat.format(openedAt + 7 * day);
    // Before it opens a milestone carries no measure, and its status is the one it was made with.
    const measured = openedAt > now ? [] : setup.measures;
    return {
      index,
      id: makeId('milestone', record),
      externalId,
      name: work.name,
      place,
      status: choose(setup.statuses, (steps.length - 0.5) / setup.statuses.length),
      statusAt: openedAt > now ? now - behind : (steps.at(-1) ?? openedAt),
      statusBy: choose(people, draw(channel.by)),
      fields: setup.fieldsOf({ work, place, lot, plannedDay, draw: (purpose) => draw(channel.field + purpose) }),
      measurements: Object.fromEntries(
        measured.map(({ name, until, dueDays }) => {
          const reached = steps[setup.statuses.findIndex((status) => status.value === until)] ?? now;
          return [name, measure(Math.floor((reached - openedAt) / day), dueDays)];
        }),
      ),
      checklist: {
        id: makeId('checklist', record),
        name: `${plan.code}-${place.code}-${planItem}-${padded(lot)}`,
        work,
        folders: [
          folder(0, 'Site QA'),
          folder(1 + placeIndex, `${place.name.charAt(0).toUpperCase()}${place.name.slice(1)}`),
          folder(100 + placeIndex * 100 + work.number, `${planItem} - ${work.name}`),
        ],
      },
      openedAt,
    };
  });
};
