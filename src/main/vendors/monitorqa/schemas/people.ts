import { z } from 'zod';
import { expecting } from '../../core/expectation.ts';
import { wireCode, wireExactText, wireId, wireList, wireObject, wireText } from '../../core/wire-fields.ts';
import { codesOf } from '../known-words.ts';
import { ROLE_PERMISSIONS, ROLE_TYPES } from '../role-permissions.ts';

const roleType = wireCode(codesOf(ROLE_TYPES));

const permission = expecting(z.string(), {
  is: 'value',
  reads: (value) => typeof value === 'string',
  mayBeNull: false,
  words: new Set(ROLE_PERMISSIONS.flat()),
});

/** "Get list of users" and "Get user details"; only the latter has the role. No read shows the telephone number. */
export const user = z.looseObject({
  id: wireId,
  name: wireText,
  email: wireText,
  role: wireObject(z.looseObject({ id: wireId, name: wireText, roleType })),
});

/** "Get Roles list" and "Get Role Details"; only the latter has description and permissions. */
export const role = z.looseObject({
  id: wireId,
  name: wireText,
  roleType,
  description: wireExactText,
  permissions: wireList(permission),
});
