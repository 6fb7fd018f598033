import { day, hour, minute } from '../../data/zones.ts';
import { choose, hash32, unit } from '../../random.ts';
import type { Issue, IssueEvent } from '../records.ts';
import { categoryTexts, placesOf } from './texts.ts';

/** How many issues the tracker began with. */
const issueCount = 120;

/** How far they go back. */
const behind = 420 * day;

const channel = { when: 181, place: 182, course: 183, closed: 184, second: 185, said: 186, order: 187 } as const;

/** What issues are made from; `now` in milliseconds since 1970, UTC. */
type Ground = { readonly seed: number; readonly now: number; readonly sites: readonly string[] };

/** Returns the chance that an issue of this age has been closed. */
const closedChance = (age: number): number =>
  age > 90 * day ? 0.95 : age > 20 * day ? 0.75 : age > 4 * day ? 0.4 : 0.1;

/** Returns the issues, oldest first. Every trouble comes up twice, at two places. */
export const createIssues = ({ seed, now, sites }: Ground): readonly Issue[] => {
  const troubles = categoryTexts.flatMap(({ troubles: own }, category) =>
    own.map((trouble) => ({ category, trouble })),
  );
  const order = Array.from({ length: issueCount }, (_, index) => index).toSorted(
    (a, b) => hash32(seed, a, channel.order) - hash32(seed, b, channel.order),
  );
  let eventCount = 0;

  return order.map((lot, index): Issue => {
    const id = index + 1;
    const draw = (purpose: number, part = 0): number => unit(seed, lot, purpose, part);
    const { category, trouble } = choose(troubles, ((lot % troubles.length) + 0.5) / troubles.length);
    const text = choose(categoryTexts, (category + 0.5) / categoryTexts.length);
    const [name, severity, description] = trouble;
    const places = placesOf[text.company] ?? sites;
    const at = hash32(seed, lot % troubles.length, channel.place) + Math.floor(lot / troubles.length);
    const place = choose(places, ((at % places.length) + 0.5) / places.length);

    const raised = now - (behind * (issueCount - index - draw(channel.when))) / issueCount;
    const createdAt = Math.floor(raised / minute) * minute;
    const age = now - createdAt;
    const isClosed = draw(channel.closed) < closedChance(age);
    const end = Math.min(createdAt + (0.2 + draw(channel.course) ** 2 * 18) * day, now - 5 * minute);
    const steps = Math.floor(draw(channel.said) * (text.progress.length + 1));

    const saidAt = (part: number): number =>
      createdAt + Math.floor(((end - createdAt) * part) / (steps + 1) / 1000) * 1000;
    const said = [
      { description, at: createdAt },
      ...text.progress.slice(0, steps).map((words, step) => ({ description: words, at: saidAt(step + 1) })),
      ...(isClosed ? [{ description: choose(text.closing, draw(channel.said, 1)), at: saidAt(steps + 1) }] : []),
    ];
    const events = said.map((event): IssueEvent => {
      eventCount += 1;
      return { id: eventCount, ...event };
    });
    // A few concern a second category, some of them one of another company.
    const second = draw(channel.second) < 0.15 ? 1 + Math.floor(draw(channel.second, 1) * categoryTexts.length) : null;
    const latest = events.at(-1)?.at ?? createdAt;
    return {
      id,
      name: `${name}, ${place}`,
      severity,
      categoryIds: [...new Set(second === null ? [category + 1] : [category + 1, second])],
      closedAt: isClosed ? latest : null,
      createdAt,
      updatedAt: Math.min(now, latest + Math.floor(draw(channel.course, 1) * 2) * hour),
      events,
    };
  });
};
