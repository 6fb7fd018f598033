import { conflict, refusal } from './refusal.ts';

/** The key the sample accepts. It opens nothing but made-up data on this computer, so it is no secret. */
export const sampleMonitorqaKey = 'sample-monitorqa-key';

/** The key of an observer, who reads everything and is answered 409 with the missing permission at every write. */
export const sampleMonitorqaReaderKey = 'sample-monitorqa-reader-key';

/** The key of somebody whose access was withdrawn: valid, and answered 403 everywhere. */
export const sampleMonitorqaBarredKey = 'sample-monitorqa-barred-key';

/** What the vendor lets somebody do: everything, read only, or nothing. */
export type Access = 'full' | 'read' | 'none';

/** Somebody with an access. */
type Holder = { readonly access: Access };

/**
 * Writes a person may lack the permission for. The document names one such code, `permissions/can-manage-templates`
 * ("Copy template"); these are formed after it.
 */
type WritePermission = 'can-manage-company' | 'can-manage-corrective-actions';

/** @throws HTTPException 409 when the account may only read. */
export const checkWrite = ({ access }: Holder, permission: WritePermission): void => {
  if (access !== 'full') throw conflict(`permissions/${permission}`);
};

/** @throws HTTPException 403 when the account was barred. */
export const checkAccess = ({ access }: Holder): void => {
  if (access === 'none') throw refusal(403, 'FORBIDDEN', 'Access to this company was withdrawn.');
};
