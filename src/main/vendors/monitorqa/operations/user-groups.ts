import { defineOperations } from '../../core/define-operations.ts';
import { namedList } from '../schemas/common.ts';

export const userGroupOperations = defineOperations({
  listUserGroups: {
    summary: 'Ids and names of all user groups (bare array)',
    section: 'User groups: Get list of user groups',
    method: 'GET',
    path: '/user-groups',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: namedList },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
});
