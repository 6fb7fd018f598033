import { z } from 'zod';
import { wireExactText, wireId, wireList, wireNumber, wireObject, wireText } from '../../core/wire-fields.ts';

/** "Get list of users" and "Get user details"; only the latter has the role. No read shows the telephone number. */
export const user = z.looseObject({
  id: wireId,
  name: wireText,
  email: wireText,
  role: wireObject(z.looseObject({ id: wireId, name: wireText, roleType: wireNumber })),
});

/** "Get Roles list" and "Get Role Details"; only the latter has description and permissions. */
export const role = z.looseObject({
  id: wireId,
  name: wireText,
  roleType: wireNumber,
  description: wireExactText,
  permissions: wireList(z.string()),
});
