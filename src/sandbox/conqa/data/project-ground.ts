import type { Person } from '../../data/people.ts';
import type { ZoneClock } from '../../data/zones.ts';
import type { MakeId } from './identifiers.ts';
import type { MilestoneSetup } from './milestone-setups.ts';
import type { ProjectPlan } from './project-plans.ts';
import type { Work } from './work.ts';

/** What the records of a project are made from. */
export type ProjectGround = {
  readonly seed: number;
  /** The moment the data set shows, in milliseconds since 1970, UTC. */
  readonly now: number;
  /** The project's place in the list, from 0. */
  readonly index: number;
  readonly plan: ProjectPlan;
  readonly setup: MilestoneSetup;
  readonly works: readonly Work[];
  /** Who works on it. */
  readonly people: readonly Person[];
  /** IANA zone of the site, and its clock. */
  readonly zone: string;
  readonly clock: ZoneClock;
  readonly makeId: MakeId;
};
