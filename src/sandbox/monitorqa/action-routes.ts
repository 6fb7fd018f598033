import type { RaisedAction } from '../data/action-index.ts';
import type { Action, ActionPriority, ActionStatus } from '../data/action.ts';
import { changeOf, type ActionValues } from '../data/change-action.ts';
import type { Dataset } from '../data/dataset.ts';
import type { WebhookEvent } from '../data/webhook-events.ts';
import { checkWrite } from './access.ts';
import {
  completedActionParameters,
  expiredActionParameters,
  pendingActionParameters,
  selectActions,
} from './action-lists.ts';
import { actionDetail, completedActionRow, expiredActionRow, pendingActionRow } from './action-shapes.ts';
import { dateTime, enumeration, optional, readBody, refuseBody, required, string, strings } from './body.ts';
import { pageOf } from './lists.ts';
import { readQuery } from './query.ts';
import { isBlank, refuseWhere } from './references.ts';
import { notFound } from './refusal.ts';
import { done, json, personIdOf, type Asked, type Operation } from './routes.ts';
import type { Tenant } from './tenants.ts';

const updateFields = {
  assignedUsersIds: optional(strings),
  description: optional(string),
  name: required(string),
  dueDateUtc: required(dateTime),
  status: required(enumeration<ActionStatus>(5)),
  priority: required(enumeration<ActionPriority>(3)),
};

/** @throws HTTPException 404 when there is no such action, or no longer. */
const actionOf = ({ account, id }: Asked): RaisedAction => {
  const found = account.tenant.actions.find(id);
  if (found === null) throw notFound('The corrective action');
  return found;
};

/** @throws HTTPException 422 on a blank name, or somebody who is no user of the company. */
const checkValues = ({ dataset }: Tenant, { name, assignedUsersIds }: ActionValues): void =>
  refuseWhere(
    ['name', isBlank(name), 'is blank'],
    [
      'assignedUsersIds',
      assignedUsersIds.some((id) => dataset.records.user.get(id) === null),
      'names somebody who is no user',
    ],
  );

const statusEvents: Readonly<Partial<Record<ActionStatus, WebhookEvent>>> = {
  1: 'CORRECTIVE_ACTION_APPROVED',
  2: 'CORRECTIVE_ACTION_REJECTED',
  3: 'CORRECTIVE_ACTION_SUBMITTED',
  4: 'CORRECTIVE_ACTION_EXPIRED',
};

/** Returns what the webhook is told of a change: UPDATED means "status and assignees unchanged". */
const eventsOf = (dataset: Dataset, before: Action, after: ActionValues): readonly WebhookEvent[] => {
  const status =
    before.status === after.status ? undefined : (statusEvents[after.status] ?? 'CORRECTIVE_ACTION_UPDATED');
  const had = new Set(before.assignees.map(({ index }) => dataset.identifiers.encode('person', index)));
  const isSame = had.size === after.assignedUsersIds.length && after.assignedUsersIds.every((id) => had.has(id));
  const events = [
    ...(status === undefined ? [] : [status]),
    ...(isSame ? [] : ['CORRECTIVE_ACTION_ASSIGNED' as const]),
  ];
  return events.length > 0 ? events : ['CORRECTIVE_ACTION_UPDATED'];
};

const update = async (asked: Asked): Promise<Response> => {
  const { c, account, id, now, write } = asked;
  checkWrite(account, 'can-manage-corrective-actions');
  const { assignedUsersIds, description, ...given } = await readBody(c, updateFields);
  const { action } = actionOf(asked);
  // The whole action is replaced: what is left out is not kept. The document does not say so, nor the opposite, and
  // a client that sends everything is right under both readings.
  const values = { ...given, description: description ?? '', assignedUsersIds: [...new Set(assignedUsersIds)] };
  checkValues(account.tenant, values);
  const { dataset } = account.tenant;
  const decided = { at: new Date(now).toISOString(), by: personIdOf(account) };
  const change = changeOf(dataset, action, values, decided);
  write({ type: 'action-updated', id, change, events: eventsOf(dataset, action, values) });
  return done(c);
};

const remove = (asked: Asked): Response => {
  const { c, account, id, write } = asked;
  checkWrite(account, 'can-manage-corrective-actions');
  refuseBody(c);
  actionOf(asked);
  write({ type: 'action-deleted', id, events: ['CORRECTIVE_ACTION_DELETED'] });
  return done(c);
};

/** The operations of "Corrective Actions". Which status may follow which is not documented; all may. */
export const actionOperations: readonly Operation[] = [
  {
    name: 'listPendingCorrectiveActions',
    method: 'GET',
    path: '/corrective-actions/pending',
    answer: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, pendingActionParameters);
      const places = selectActions(tenant.dataset, tenant.actions, 'pending', query);
      const row = (place: number) => pendingActionRow(tenant.shapes, tenant.actions.at(place));
      return json(c, pageOf(places, query, c.get('vanishedRows') ?? 0, row));
    },
  },
  {
    name: 'listExpiredCorrectiveActions',
    method: 'GET',
    path: '/corrective-actions/expired',
    answer: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, expiredActionParameters);
      const places = selectActions(tenant.dataset, tenant.actions, 'expired', query);
      const row = (place: number) => expiredActionRow(tenant.shapes, tenant.actions.at(place));
      return json(c, pageOf(places, query, c.get('vanishedRows') ?? 0, row));
    },
  },
  {
    name: 'listCompletedCorrectiveActions',
    method: 'GET',
    path: '/corrective-actions/completed',
    answer: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, completedActionParameters);
      const places = selectActions(tenant.dataset, tenant.actions, 'completed', query);
      const row = (place: number) => completedActionRow(tenant.shapes, tenant.actions.at(place));
      return json(c, pageOf(places, query, c.get('vanishedRows') ?? 0, row));
    },
  },
  {
    name: 'getCorrectiveAction',
    method: 'GET',
    path: '/corrective-actions/{id}',
    answer: (asked) => {
      const { c, account } = asked;
      readQuery(c.req.url, {});
      return c.json(actionDetail(account.tenant.dataset, account.tenant.shapes, actionOf(asked)));
    },
  },
  { name: 'updateCorrectiveAction', method: 'PUT', path: '/corrective-actions/{id}', answer: update },
  { name: 'deleteCorrectiveAction', method: 'DELETE', path: '/corrective-actions/{id}', answer: remove },
];
