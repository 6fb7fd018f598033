import type { ActionPriority, ActionStatus, ReportStatus } from './action.ts';

/** A decision as plain data: ISO 8601 in UTC, and the id of a person. */
export type WrittenDecision = { readonly at: string; readonly by: string };

/** What a corrective action was changed to, as plain data: everything a person can change, and what follows from it. */
export type ActionChange = {
  readonly name: string;
  readonly description: string;
  readonly dueDateUtc: string;
  readonly priority: ActionPriority;
  readonly status: ActionStatus;
  readonly assignedUsersIds: readonly string[];
  readonly reportStatus: ReportStatus;
  readonly approved: WrittenDecision | null;
  readonly expired: WrittenDecision | null;
};

/** What was done to the corrective actions of a company since its data set was made. */
export type ActionChanges = {
  /** Returns the last change of an action, null when it was deleted, undefined when nothing was written to it. */
  readonly get: (id: string) => ActionChange | null | undefined;
  readonly all: () => Iterable<readonly [id: string, change: ActionChange | null]>;
  readonly set: (id: string, change: ActionChange | null) => void;
  /** A number that grows with every change, for whoever keeps something computed from actions. */
  readonly revision: () => number;
};

/** Returns changes without one. */
export const createActionChanges = (): ActionChanges => {
  const changes = new Map<string, ActionChange | null>();
  let revision = 0;
  return {
    get: (id) => changes.get(id),
    all: () => changes,
    set: (id, change) => {
      changes.set(id, change);
      revision += 1;
    },
    revision: () => revision,
  };
};
