import type { Issue } from './issues.ts';
import type { MilestoneSetup } from './milestone-setups.ts';
import type { Milestone } from './milestones.ts';

/** A project with all its records. */
export type Project = {
  readonly index: number;
  readonly id: string;
  readonly name: string;
  /** IANA zone of the site. */
  readonly zone: string;
  readonly setup: MilestoneSetup;
  /** Oldest first. */
  readonly issues: readonly Issue[];
  /** In the order in which they open. */
  readonly milestones: readonly Milestone[];
  /** The total its summary states, which need not be the number of its issues. */
  readonly statedIssueTotal: number;
};
