import type { Person } from '../../data/people.ts';
import { day, hour, minute, type ZoneClock } from '../../data/zones.ts';
import { choose, unit } from '../../random.ts';
import type { Field, FieldContent, FieldValue, Step, Ticket } from '../records.ts';
import type { BoardPlan } from './boards.ts';
import type { FieldTopic } from './field-plans.ts';
import type { Topic } from './topics.ts';

/** What the tickets of a board are made from. */
export type BoardGround = {
  readonly seed: number;
  /** The moment the data set shows, in milliseconds since 1970, UTC. */
  readonly now: number;
  readonly clock: ZoneClock;
  /** Local calendar day of an instant, `YYYY-MM-DD`. */
  readonly dayOf: (instant: number) => string;
  readonly plan: BoardPlan;
  readonly projectId: number;
  readonly steps: readonly Step[];
  readonly fields: readonly {
    readonly field: Field;
    readonly topic: FieldTopic;
    readonly values: readonly FieldValue[];
  }[];
  /** Who works there. */
  readonly people: readonly Person[];
  readonly userId: (person: Person) => number;
  readonly topics: readonly Topic[];
  /** The id of the first ticket. */
  readonly firstId: number;
};

const channel = { when: 201, topic: 202, place: 203, step: 204, owner: 205, team: 206, due: 209, field: 210 } as const;
const behind = 380 * day;

/** Returns the step of each ticket: the last for the oldest, and never more in a step than its limit. */
const stepsByAge = ({ plan, steps, seed, firstId }: BoardGround): readonly number[] => {
  const held = new Map<number, number>();
  return Array.from({ length: plan.ticketCount }, (_, index) => {
    // From the newest back: the shares of the steps, in their order, with some disorder.
    const place = (plan.ticketCount - 1 - index + 0.5) / plan.ticketCount;
    const lot = Math.min(0.999, Math.max(0, place + (unit(seed, firstId + index, channel.step) - 0.5) * 0.3));
    let sum = 0;
    let at = plan.steps.findIndex(({ share }) => {
      sum += share;
      return lot < sum;
    });
    if (at < 0) at = plan.steps.length - 1;
    for (; at < steps.length - 1; at += 1) {
      const { limit, count } = { limit: plan.steps[at]?.limit ?? null, count: held.get(at) ?? 0 };
      if (limit === null || count < limit) break;
    }
    held.set(at, (held.get(at) ?? 0) + 1);
    return at;
  });
};

/** Returns what a ticket says in one of its fields. */
const contentOf = (
  { topic, values }: BoardGround['fields'][number],
  about: Topic,
  place: string,
  draw: (purpose: number) => number,
): FieldContent => {
  const contents: Readonly<Record<FieldTopic, () => FieldContent>> = {
    place: () => place.charAt(0).toUpperCase() + place.slice(1),
    trade: () => values.find(({ properties }) => properties.title === about.trade)?.id ?? null,
    proposal: () =>
      draw(1) < 0.6
        ? ''
        : `Put right as detailed.\nCheck the same at the neighbours of ${place}, "as built" to follow.`,
    cost: () => (draw(2) < 0.5 ? null : Math.round((draw(3) ** 3 * 40_000 - 800) * 100) / 100),
    hours: () => (draw(4) < 0.3 ? null : Math.round(draw(5) * 48) / 4),
    affects: () => values.filter((_, index) => draw(8 + index) < 0.25).map(({ id }) => id),
    cause: () => (draw(6) < 0.2 ? null : choose(values, draw(7)).id),
  };
  return contents[topic]();
};

/** Returns the tickets of a board, oldest first, with the topic's place in their name. */
export const createTickets = (ground: BoardGround): readonly Ticket[] => {
  const { seed, now, clock, plan, people, userId, topics, firstId, steps } = ground;
  const stepPlaces = stepsByAge(ground);
  const moments = Array.from({ length: plan.ticketCount }, (_, index) => {
    const lot = (index + unit(seed, firstId + index, channel.when)) / plan.ticketCount;
    const start = clock.startOfDay(now - behind * (1 - lot));
    return Math.min(
      start + 7 * hour + Math.floor(unit(seed, firstId + index, channel.when, 1) * 600) * minute,
      now - hour,
    );
  }).toSorted((a, b) => a - b);

  return moments.map((createdAt, index): Ticket => {
    const id = firstId + index;
    const draw = (purpose: number): number => unit(seed, id, purpose, 3);
    const topic = choose(topics, draw(channel.topic));
    const place = choose(plan.places, draw(channel.place));
    const step = steps[stepPlaces[index] ?? 0];
    const isLast = step === steps.at(-1);
    const age = now - createdAt;
    const updatedAt = createdAt + Math.floor(Math.min(age, 60 * day) * draw(channel.due + 100));
    const team = people.filter((_, at) => unit(seed, id, channel.team, at) < 2.2 / people.length);
    const dueDays = Math.floor(draw(channel.due) * 30) + (isLast ? 3 : Math.floor((age / day) * 0.8));
    return {
      id,
      projectId: ground.projectId,
      ownerId: userId(choose(people, draw(channel.owner))),
      properties: {
        name: `${topic.title}, ${place}`,
        description: draw(channel.due + 50) < 0.1 ? '' : topic.description,
        step_id: step?.id ?? 0,
        tags: topic.tags,
        required_by: draw(channel.due + 20) < 0.25 ? null : ground.dayOf(createdAt + dueDays * day),
      },
      assignedTo: team.map(userId),
      contents: Object.fromEntries(
        ground.fields.map((held) => [
          held.field.name,
          contentOf(held, topic, place, (purpose) => draw(channel.field + purpose)),
        ]),
      ),
      createdAt,
      updatedAt,
    };
  });
};
