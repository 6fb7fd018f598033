import type { PlannedCall } from './operation.ts';

/** What a role says of an operation; see `Permission` of the model for the reasons. */
export interface Permit {
  readonly permitted: 'yes' | 'no' | 'unknown';
  readonly reason: 'granted' | 'missing' | 'partly' | 'role-unknown' | 'not-documented';
  readonly permissions: readonly string[];
}

/** A role as far as permissions are concerned. */
export interface HeldRole {
  readonly name: string | null;
  readonly permissions: readonly string[];
}

/** How a vendor with roles says what a key may do. Pure; the JSON is that of the calls. */
export interface VendorPermissions {
  /** What a role with these permissions may do; null where it is not known whose key it is. */
  readonly permits: (operation: string, held: readonly string[] | null) => Permit;
  /** The call that answers with a user. */
  readonly userCall: (vendorUserId: string) => PlannedCall;
  /** The call that answers with the role of a user; null where the user's answer names none. */
  readonly roleCall: (user: unknown) => PlannedCall | null;
  /** The role of a role's answer; null where it does not list its permissions. */
  readonly role: (role: unknown) => HeldRole | null;
}
