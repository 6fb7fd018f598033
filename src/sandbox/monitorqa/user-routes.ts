import type { UserRecord } from '../data/record-types.ts';
import { checkWrite } from './access.ts';
import { optional, readBody, required, string } from './body.ts';
import { readQuery } from './query.ts';
import { checkReferences, isBlank, readIds, recordAt, refuseWhere } from './references.ts';
import { conflict, notFound } from './refusal.ts';
import { done, json, personIdOf, writeRecords, type Asked, type Operation } from './routes.ts';

const longestPhone = 50;
const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const updateFields = { fullName: required(string), roleId: optional(string), phone: optional(string) };
const createFields = { ...updateFields, email: required(string), roleId: required(string) };

/** @throws HTTPException 422 on a blank name or a phone of more than fifty characters. */
const checkPerson = (fullName: string, phone: string | undefined): void =>
  refuseWhere(
    ['fullName', isBlank(fullName), 'is blank'],
    ['phone', (phone?.length ?? 0) > longestPhone, `is longer than ${longestPhone} characters`],
  );

const create = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-users');
  const { email, fullName, roleId, phone } = await readBody(c, createFields);
  const { dataset } = account.tenant;
  checkPerson(fullName, phone);
  refuseWhere(['email', !emailPattern.test(email), 'is no e-mail address']);
  checkReferences(dataset, 'role', [roleId]);
  const isTaken = dataset.records.user.all().some(([, user]) => user.email.toLowerCase() === email.toLowerCase());
  // "Must be unique within the company"; what is answered otherwise is not documented.
  if (isTaken) throw conflict('user/email-already-exists');
  const [id = ''] = dataset.records.newIds('user', 1);
  const value: UserRecord = { name: fullName, email, roleId, phone: phone ?? null };
  writeRecords(write, [{ kind: 'user', id, value }]);
  return json(c, { id });
};

const update = async ({ c, account, id, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-users');
  const { fullName, roleId, phone } = await readBody(c, updateFields);
  const { dataset } = account.tenant;
  const before = recordAt(dataset, 'user', id, 'The user');
  checkPerson(fullName, phone);
  if (roleId !== undefined) checkReferences(dataset, 'role', [roleId]);
  // What is left out stays: said of the role, and of "other account details" ("Update user").
  const value = { ...before, name: fullName, roleId: roleId ?? before.roleId, phone: phone ?? before.phone };
  writeRecords(write, [{ kind: 'user', id, value }]);
  return done(c);
};

const remove = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-users');
  const ids = await readIds(c);
  checkReferences(account.tenant.dataset, 'user', ids);
  // Not documented. The sample would otherwise lock its only administrator out by a click.
  if (ids.includes(personIdOf(account))) throw conflict('user/own-account');
  writeRecords(
    write,
    ids.map((id) => ({ kind: 'user', id, value: null })),
  );
  return done(c);
};

/** The operations of "Users" and "User groups". */
export const userOperations: readonly Operation[] = [
  {
    name: 'listUserGroups',
    method: 'GET',
    path: '/user-groups',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      const { identifiers, personGroups } = tenant.dataset;
      return json(
        c,
        personGroups.map(({ index, name }) => ({ id: identifiers.encode('personGroup', index), name })),
      );
    },
  },
  {
    name: 'listUsers',
    method: 'GET',
    path: '/users',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(
        c,
        tenant.dataset.records.user.all().map(([id, { name, email }]) => ({ id, name, email })),
      );
    },
  },
  { name: 'createUser', method: 'POST', path: '/users', answer: create },
  { name: 'deleteUsers', method: 'DELETE', path: '/users', answer: remove },
  {
    name: 'getUser',
    method: 'GET',
    path: '/users/{id}',
    answer: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      const { present, records } = tenant.dataset;
      const person = records.user.get(id) === null ? null : present.personOf(id);
      if (person === null) throw notFound('The user');
      return json(c, tenant.shapes.userDetail(person));
    },
  },
  { name: 'updateUser', method: 'PUT', path: '/users/{id}', answer: update },
];
