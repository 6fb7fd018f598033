import type { Person } from './people.ts';
import type { Line } from './template.ts';

/** Where a corrective action stands (MonitorQA document: 0 open, 1 approved, 2 rejected, 3 submitted, 4 expired). */
export type ActionStatus = 0 | 1 | 2 | 3 | 4;

/** The same as a report names it: the document of the report knows no expired ones. */
export type ReportStatus = Exclude<ActionStatus, 4>;

/** How much a corrective action matters: 0 low, 1 medium, 2 high. */
export type ActionPriority = 0 | 1 | 2;

/** Who decided, and when (milliseconds since 1970, UTC); null stands for the system. */
export type Decision = { readonly at: number; readonly by: Person | null };

/** Something somebody wrote under a corrective action. */
export type ActionComment = {
  readonly id: string;
  readonly text: string;
  readonly createdBy: Person;
  readonly createdAt: number;
};

/** Where an action stands, and who decided that. */
export type ActionStanding = {
  readonly status: ActionStatus;
  /** Where it stood before it expired; the same as `status` for the others. */
  readonly reportStatus: ReportStatus;
  readonly approved: Decision | null;
  readonly expired: Decision | null;
};

/** A corrective action on a failed item. Instants are milliseconds since 1970, UTC. */
export type Action = ActionStanding & {
  readonly id: string;
  /** The line of the checklist it was raised on. */
  readonly line: Line;
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
  readonly photoIds: readonly string[];
  readonly tags: readonly { readonly id: string; readonly name: string }[];
};
