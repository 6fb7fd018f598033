import type { RaisedAction } from '../data/action-index.ts';
import type { ActionPriority, ActionStatus } from '../data/action.ts';
import { changeOf, type ActionValues } from '../data/change-action.ts';
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
import { invalid, notFound } from './refusal.ts';
import { done, json, personIdOf, type Asked, type Route, type Write } from './routes.ts';
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
const checkValues = ({ dataset }: Tenant, { name, assignedUsersIds }: ActionValues): void => {
  const isUser = (id: string): boolean => {
    const found = dataset.identifiers.decode(id);
    return found?.kind === 'person' && dataset.people[found.record] !== undefined;
  };
  const problems = {
    ...(name.trim() === '' ? { name: 'is blank' } : {}),
    ...(assignedUsersIds.every(isUser) ? {} : { assignedUsersIds: 'names somebody who is no user' }),
  };
  if (Object.keys(problems).length > 0) throw invalid(problems);
};

/**
 * Registers the six operations of "Corrective Actions". Which status may follow which is not documented; all may.
 */
export const registerActions = (route: Route, write: Write, clock: () => number): void => {
  route('/corrective-actions/pending', {
    GET: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, pendingActionParameters);
      const places = selectActions(tenant.dataset, tenant.actions, 'pending', query);
      const row = (place: number) => pendingActionRow(tenant.shapes, tenant.actions.at(place));
      return json(c, pageOf(places, query, c.get('vanishedRows') ?? 0, row));
    },
  });
  route('/corrective-actions/expired', {
    GET: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, expiredActionParameters);
      const places = selectActions(tenant.dataset, tenant.actions, 'expired', query);
      const row = (place: number) => expiredActionRow(tenant.shapes, tenant.actions.at(place));
      return json(c, pageOf(places, query, c.get('vanishedRows') ?? 0, row));
    },
  });
  route('/corrective-actions/completed', {
    GET: ({ c, account: { tenant } }) => {
      const query = readQuery(c.req.url, completedActionParameters);
      const places = selectActions(tenant.dataset, tenant.actions, 'completed', query);
      const row = (place: number) => completedActionRow(tenant.shapes, tenant.actions.at(place));
      return json(c, pageOf(places, query, c.get('vanishedRows') ?? 0, row));
    },
  });
  route('/corrective-actions/:id', {
    GET: (asked) => {
      const { c, account } = asked;
      readQuery(c.req.url, {});
      return c.json(actionDetail(account.tenant.dataset, account.tenant.shapes, actionOf(asked)));
    },
    PUT: async (asked) => {
      const { c, account, id } = asked;
      checkWrite(account, 'can-manage-corrective-actions');
      const { assignedUsersIds, description, ...given } = await readBody(c, updateFields);
      const { action } = actionOf(asked);
      // The whole action is replaced: what is left out is not kept. The document does not say so, nor the opposite, and
      // a client that sends everything is right under both readings.
      const values = { ...given, description: description ?? '', assignedUsersIds: [...new Set(assignedUsersIds)] };
      checkValues(account.tenant, values);
      const decided = { at: new Date(clock()).toISOString(), by: personIdOf(account) };
      write(account, { type: 'action-updated', id, change: changeOf(account.tenant.dataset, action, values, decided) });
      return done(c);
    },
    DELETE: (asked) => {
      const { c, account, id } = asked;
      checkWrite(account, 'can-manage-corrective-actions');
      refuseBody(c);
      actionOf(asked);
      write(account, { type: 'action-deleted', id });
      return done(c);
    },
  });
};
