import type { ActionChange, WrittenDecision } from './action-changes.ts';
import type { Action, Decision } from './action.ts';
import type { Dataset } from './dataset.ts';
import { systemPersonId } from './identifiers.ts';
import type { Person } from './people.ts';

/** Values of an action that a person may set. */
export type ActionValues = Pick<
  ActionChange,
  'name' | 'description' | 'dueDateUtc' | 'priority' | 'status' | 'assignedUsersIds'
>;

const write = (decision: Decision | null, idOf: (person: Person) => string): WrittenDecision | null =>
  decision === null
    ? null
    : { at: new Date(decision.at).toISOString(), by: decision.by === null ? systemPersonId : idOf(decision.by) };

/**
 * Returns the change that brings an action to these values. Who approved it or let it expire is `decided` when that
 * is new, and stays who it was when the status stays; a report goes on naming the status from before it expired.
 */
export const changeOf = (
  dataset: Dataset,
  action: Action,
  values: ActionValues,
  decided: { readonly at: string; readonly by: string },
): ActionChange => {
  const idOf = (person: Person): string => dataset.identifiers.encode('person', person.index);
  const { status } = values;
  return {
    ...values,
    reportStatus: status === 4 ? action.reportStatus : status,
    approved: status === 1 ? (write(action.approved, idOf) ?? decided) : null,
    expired: status === 4 ? (write(action.expired, idOf) ?? decided) : null,
  };
};

/** Returns an action as it is after a change. Ids the data set does not know are left out. */
export const applyChange = (dataset: Dataset, action: Action, change: ActionChange): Action => {
  const { personOf } = dataset.present;
  const read = (decision: WrittenDecision | null): Decision | null =>
    decision === null ? null : { at: Date.parse(decision.at), by: personOf(decision.by) };
  return {
    ...action,
    name: change.name,
    description: change.description,
    dueAt: Date.parse(change.dueDateUtc),
    priority: change.priority,
    status: change.status,
    reportStatus: change.reportStatus,
    assignees: change.assignedUsersIds.flatMap((id) => personOf(id) ?? []),
    approved: read(change.approved),
    expired: read(change.expired),
  };
};
