import { createPeople, type Person } from '../../data/people.ts';
import { createSites } from '../../data/sites.ts';
import { createZoneClock, day, hour } from '../../data/zones.ts';
import { unit } from '../../random.ts';
import { plans, type ProjectPlan } from './plans.ts';

/** A project as it is now. Instants in milliseconds since 1970, UTC. */
export type Project = Omit<ProjectPlan, 'days'> & {
  /** Digits. */
  readonly id: string;
  readonly name: string;
  readonly createdAt: number;
  readonly startAt: number;
  readonly stopAt: number;
  /** Below the instance's host; null for none. */
  readonly logoPath: string | null;
};

/** Somebody with a login. */
export type AconexUser = { readonly id: string; readonly person: Person };

/** Everything the organization began with in Aconex. */
export type AconexDataset = {
  readonly seed: number;
  readonly projects: readonly Project[];
  /** Everybody of the organization; any of them can be invited. */
  readonly users: readonly AconexUser[];
  /** Who is in every project. */
  readonly manager: AconexUser;
  /** Who is in the first three projects alone. */
  readonly guest: AconexUser;
};

const firstProjectId = 1_879_053_400;
const firstUserId = 1_879_049_100;

/** Returns the id of the project at a place, counted from 0 in the order they were made. */
export const projectIdAt = (place: number): string => String(firstProjectId + place * 59);

const channel = { created: 171, logo: 172 } as const;

const two = (value: number): string => String(value).padStart(2, '0');

/** Returns the path of a logo, which tells when it was put there. */
const logoOf = (id: string, at: number): string => {
  const when = new Date(at);
  const [date, time] = [when.toISOString().slice(0, 10), `${two(when.getUTCHours())}-${two(when.getUTCMinutes())}`];
  const stamp = `${date}-${time}-00-083`;
  return `/html/logos/aconex-stored/project/${id}/${stamp}.jpg`;
};

/**
 * Returns Aconex's side of the sample: the first eight sites the other vendors have, as projects. `now` (milliseconds
 * since 1970, UTC) is the moment it shows; the same options give the same data set.
 */
export const createAconexDataset = ({ seed, now }: { readonly seed: number; readonly now: number }): AconexDataset => {
  const users = createPeople(seed, 40).map((person) => ({ id: String(firstUserId + person.index * 7), person }));
  const [manager, guest] = users;
  if (manager === undefined || guest === undefined) throw new RangeError('A data set needs somebody.');

  const projects = createSites(seed, plans.length).flatMap(({ index, name, zone }): readonly Project[] => {
    const plan = plans[index];
    if (plan === undefined) return [];
    const { days, ...told } = plan;
    const clock = createZoneClock(zone);
    const id = projectIdAt(index);
    const startAt = clock.startOfDay(now + days.start * day);
    const createdAt = startAt - Math.floor(20 * day * (1 + unit(seed, index, channel.created)));
    const logoAt = createdAt + Math.floor(unit(seed, index, channel.logo) * 30 * hour);
    return [
      {
        ...told,
        id,
        name,
        createdAt,
        startAt,
        stopAt: clock.startOfDay(now + days.stop * day),
        logoPath: told.hasLogo ? logoOf(id, logoAt) : null,
      },
    ];
  });
  return { seed, projects, users, manager, guest };
};
