import { roles } from '../data/people.ts';
import { permissionsOf } from './permissions.ts';
import { readQuery } from './query.ts';
import { notFound } from './refusal.ts';
import { json, type Route } from './routes.ts';

/** Registers the reads of users and roles ("Users", "Roles"). */
export const registerPeople = (route: Route): void => {
  route('/users', {
    GET: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(c, tenant.dataset.people.map(tenant.shapes.user));
    },
  });
  route('/users/:id', {
    GET: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      const found = tenant.dataset.identifiers.decode(id);
      const person = found?.kind === 'person' ? tenant.dataset.people[found.record] : undefined;
      if (person === undefined) throw notFound('The user');
      return json(c, tenant.shapes.userDetail(person));
    },
  });
  route('/roles', {
    GET: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(c, roles.map(tenant.shapes.role));
    },
  });
  route('/roles/:id', {
    GET: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      const found = tenant.dataset.identifiers.decode(id);
      const role = found?.kind === 'role' ? roles[found.record] : undefined;
      // The one page with an example of its own for 404: without a body.
      if (role === undefined) return c.body(null, 404);
      const { description, roleType } = role;
      return json(c, { ...tenant.shapes.role(role), description, permissions: permissionsOf[roleType] });
    },
  });
};
