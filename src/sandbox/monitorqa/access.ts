import { conflict, refusal } from './refusal.ts';

/** The key the sample accepts. It opens nothing but made-up data on this computer, so it is no secret. */
export const sampleMonitorqaKey = 'sample-monitorqa-key';

/** The same by the name of the field that whoever connects keeps it in. */
export const sampleMonitorqaSecret = { apiKey: sampleMonitorqaKey } as const;

/** The key of an observer, who reads everything and is answered 409 with the missing permission at every write. */
export const sampleMonitorqaReaderKey = 'sample-monitorqa-reader-key';

/** The key of somebody whose access was withdrawn: valid, and answered 403 everywhere. */
export const sampleMonitorqaBarredKey = 'sample-monitorqa-barred-key';

/**
 * What a write takes, by the code of its refusal, and the permission of a role that gives it. The document names one
 * such code, `permissions/can-manage-templates` ("Copy template"), and of no operation which permission it takes; the
 * others are formed after that one, with the permission whose description comes nearest.
 */
const permissionFor = {
  'can-manage-audits': 'audits.manage',
  'can-manage-schedules': 'audits.schedule',
  'can-manage-templates': 'auditTemplates.manage',
  'can-manage-audit-objects': 'auditObjects.manage',
  'can-manage-users': 'users.manage',
  'can-manage-roles': 'roles.manage',
  'can-manage-score-systems': 'scoreSystems.manage',
  'can-manage-company': 'generalSetup.manage',
  'can-manage-corrective-actions': 'correctiveActions.manage',
} as const;

/** What a person may be lacking. */
export type WritePermission = keyof typeof permissionFor;

/** Somebody with the permissions of their role, as it is now. */
type Holder = { readonly permissions: readonly string[] };

/** Tells whether somebody's role lets them do this. */
export const mayWrite = ({ permissions }: Holder, permission: WritePermission): boolean =>
  permissions.includes(permissionFor[permission]);

/** @throws HTTPException 409 when the role of the account lacks the permission. */
export const checkWrite = (holder: Holder, permission: WritePermission): void => {
  if (!mayWrite(holder, permission)) throw conflict(`permissions/${permission}`);
};

/** @throws HTTPException 403 when the account was barred. */
export const checkAccess = ({ isBarred }: { readonly isBarred: boolean }): void => {
  if (isBarred) throw refusal(403, 'FORBIDDEN', 'Access to this company was withdrawn.');
};
