import type { ConnectionPermissions, Permission } from '../../shared/model/permission.ts';
import type { VendorOperation } from '../../shared/model/vendor-operation.ts';

/** A few operations of a vendor, by what each needs. */
const OPERATIONS = [
  ['listPendingAudits', 'Audits that are not complete', undefined],
  ['getCorrectiveAction', 'One corrective action', 'correctiveActions.view'],
  ['updateCorrectiveAction', 'Changes a corrective action', 'correctiveActions.manage'],
  ['createUser', 'Invites a user', 'users.manage'],
  ['deleteUsers', 'Deletes users', 'users.manage'],
  ['uploadCompanyLogo', 'Puts the company’s logo in place', undefined],
] as const;

/** Whose key a made-up account has: nobody said, a role that may change actions, one that may not, or one that was refused. */
export type FakeRole = 'unknown' | 'manager' | 'observer' | 'refused';

const held: Readonly<Record<FakeRole, readonly string[] | null>> = {
  unknown: null,
  refused: null,
  manager: ['correctiveActions.view', 'correctiveActions.manage'],
  observer: ['correctiveActions.view'],
};

function permissionOf(name: string, needed: string | undefined, role: FakeRole): Permission {
  if (role === 'refused' && name === 'updateCorrectiveAction') {
    return { permitted: 'no', reason: 'learned-no', permissions: ['correctiveActions.manage'] };
  }
  if (needed === undefined) return { permitted: 'unknown', reason: 'not-documented', permissions: [] };
  const has = held[role];
  if (has === null) return { permitted: 'unknown', reason: 'role-unknown', permissions: [needed] };
  return has.includes(needed)
    ? { permitted: 'yes', reason: 'granted', permissions: [needed] }
    : { permitted: 'no', reason: 'missing', permissions: [needed] };
}

/** What a made-up account’s key may do. */
export const samplePermissions = (role: FakeRole): ConnectionPermissions => ({
  user: held[role] === null ? null : 'Aroha Ngata',
  role: role === 'observer' ? 'Client observer' : role === 'manager' ? 'QA manager' : null,
  operations: Object.fromEntries(
    OPERATIONS.map(([name, , needed]) => [`monitorqa.${name}`, permissionOf(name, needed, role)]),
  ),
});

/** A vendor that ties nothing to a permission. */
export const undocumentedPermissions = (): ConnectionPermissions => ({
  user: null,
  role: null,
  operations: Object.fromEntries(
    ['listProjects', 'listProjectIssues', 'startReport'].map((name) => [
      `conqa.${name}`,
      { permitted: 'unknown', reason: 'not-documented', permissions: [] },
    ]),
  ),
});

/** The same operations as the contract describes them. */
export const sampleOperations = (): readonly VendorOperation[] =>
  OPERATIONS.map(([name, summary]) => ({
    id: `monitorqa.${name}`,
    vendor: 'monitorqa',
    method: 'GET',
    path: `/${name}`,
    summary,
    effect: 'read',
    tier: null,
    repeat: 'safe',
    params: {},
  }));
