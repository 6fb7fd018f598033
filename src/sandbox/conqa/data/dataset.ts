import { createPeople, type Person } from '../../data/people.ts';
import { createSites } from '../../data/sites.ts';
import { createZoneClock } from '../../data/zones.ts';
import { createMakeId, type MakeId } from './identifiers.ts';
import { createIssues } from './issues.ts';
import { milestoneSetups } from './milestone-setups.ts';
import { createMilestones } from './milestones.ts';
import { projectPlans } from './project-plans.ts';
import type { Project } from './project.ts';
import { createWorks } from './works.ts';

/** Everything the account holds in CONQA. */
export type ConqaDataset = {
  readonly seed: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  readonly makeId: MakeId;
  /** The id somebody has in CONQA, which is not the one they have in another system. */
  readonly userId: (person: Person) => string;
  /** Whose token the sample uses. */
  readonly manager: Person;
  /** Somebody who sees one project only. */
  readonly guest: Person;
  /** All projects in the order they are listed. They are made at the first use: few who start a sandbox ask for them. */
  readonly projects: () => readonly Project[];
};

/** The written people; the vendors share them, whatever number of them another vendor is asked to have. */
const peopleCount = 40;

/**
 * Returns CONQA's side of the sample: the same first sites and people as the other vendors have, with records of its
 * own. `now` (milliseconds since 1970, UTC) is the moment it shows; the same options give the same data set.
 */
export const createConqaDataset = ({ seed, now }: { readonly seed: number; readonly now: number }): ConqaDataset => {
  const makeId = createMakeId(seed);
  const everybody = createPeople(seed, peopleCount);
  const [manager, guest] = [everybody[0], everybody.find((person) => person.role.roleType === 3)];
  if (manager === undefined || guest === undefined) throw new RangeError('A data set needs somebody.');

  const make = (): readonly Project[] => {
    const allWorks = createWorks();
    return createSites(seed, projectPlans.length).flatMap((site): readonly Project[] => {
      const [plan, setup] = [projectPlans[site.index], milestoneSetups[site.index]];
      if (plan === undefined || setup === undefined) return [];
      const people = everybody.filter((person) => person.region === site.region && person.role.roleType !== 3);
      const works = plan.works.flatMap((number) => allWorks.filter((work) => work.number === number));
      const place = { zone: site.zone, clock: createZoneClock(site.zone) };
      const ground = { seed, now, index: site.index, plan, setup, works, people, makeId, ...place };
      const milestones = createMilestones(ground);
      const issues = createIssues(ground, milestones);
      return [
        {
          index: site.index,
          id: makeId('project', site.index),
          name: site.name,
          zone: site.zone,
          setup,
          issues,
          milestones,
          statedIssueTotal: issues.length - plan.leftOutOfTotal,
        },
      ];
    });
  };

  let made: readonly Project[] | null = null;
  return {
    seed,
    now,
    makeId,
    userId: (person) => makeId('user', person.index),
    manager,
    guest,
    projects: () => {
      made ??= make();
      return made;
    },
  };
};
