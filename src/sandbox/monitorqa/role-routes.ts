import type { RoleType } from '../data/people.ts';
import { permissionsOf } from '../data/permissions.ts';
import type { RoleRecord } from '../data/record-types.ts';
import { checkWrite } from './access.ts';
import { enumeration, optional, readBody, required, string, strings } from './body.ts';
import { orNull } from './body-kinds.ts';
import { readQuery } from './query.ts';
import { checkReferences, isBlank, problemsOf, readIds } from './references.ts';
import { conflict, refusal } from './refusal.ts';
import { done, json, writeRecords, type Asked, type Operation } from './routes.ts';

const fields = {
  roleType: required(enumeration<RoleType>(4)),
  name: required(string),
  description: optional(string),
  permissions: optional(orNull(strings)),
};

/** What a role's body says. */
type Values = Pick<RoleRecord, 'roleType' | 'name'> & {
  readonly description: string | undefined;
  readonly permissions: readonly string[] | null | undefined;
};

/**
 * Returns the role a body describes: permissions left out, or null, are none at all ("Update Role", Important Notes).
 * @throws HTTPException 400 on a blank name, a permission that is none of the type's, and another type than before.
 */
const roleOf = ({ roleType, name, description, permissions }: Values, before?: RoleRecord): RoleRecord => {
  const foreign = (permissions ?? []).filter((permission) => !permissionsOf[roleType].includes(permission));
  const problems = problemsOf([
    ['name', isBlank(name), 'is blank'],
    ['roleType', before !== undefined && before.roleType !== roleType, 'must match the type of the role'],
    ['permissions', foreign.length > 0, `not valid for role type ${roleType}: ${foreign.join(', ')}`],
  ]);
  // Of roles the document says 400, where it says 422 in general ("Create Role", Validation Rules).
  if (Object.keys(problems).length > 0) throw refusal(400, 'BAD_REQUEST', 'Some values are not valid.', problems);
  return { roleType, name, description: description ?? null, permissions: [...new Set(permissions)] };
};

const create = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-roles');
  const value = roleOf(await readBody(c, fields));
  const [id = ''] = account.tenant.dataset.records.newIds('role', 1);
  writeRecords(write, [{ kind: 'role', id, value }]);
  return json(c, { id });
};

const update = async ({ c, account, id, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-roles');
  const values = await readBody(c, fields);
  const before = account.tenant.dataset.records.role.get(id);
  if (before === null) return c.body(null, 404);
  writeRecords(write, [{ kind: 'role', id, value: roleOf(values, before) }]);
  return done(c);
};

const remove = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-roles');
  const ids = await readIds(c);
  const { dataset } = account.tenant;
  checkReferences(dataset, 'role', ids);
  const held = new Set(dataset.records.user.all().map(([, { roleId }]) => roleId));
  const inUse = ids.filter((id) => held.has(id));
  // Not documented; formed after the one refusal of this kind that is ("Delete score systems").
  if (inUse.length > 0) throw conflict(`role/has-users:${inUse.join(',')}`);
  writeRecords(
    write,
    ids.map((id) => ({ kind: 'role', id, value: null })),
  );
  return done(c);
};

/** The operations of "Roles". */
export const roleOperations: readonly Operation[] = [
  {
    name: 'listRoles',
    method: 'GET',
    path: '/roles',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(
        c,
        tenant.dataset.records.role.all().map(([id, { name, roleType }]) => ({ id, name, roleType })),
      );
    },
  },
  { name: 'createRole', method: 'POST', path: '/roles', answer: create },
  { name: 'deleteRoles', method: 'DELETE', path: '/roles', answer: remove },
  {
    name: 'getRole',
    method: 'GET',
    path: '/roles/{id}',
    answer: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      const role = tenant.dataset.records.role.get(id);
      // The one page with an example of its own for 404: without a body.
      if (role === null) return c.body(null, 404);
      const { name, description, roleType, permissions } = role;
      return json(c, { id, name, description, roleType, permissions });
    },
  },
  { name: 'updateRole', method: 'PUT', path: '/roles/{id}', answer: update },
];
