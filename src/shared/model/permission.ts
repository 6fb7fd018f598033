/** Whether a connection's key may call one operation of its vendor, as far as it can be known before it is tried. */
export interface Permission {
  /** `unknown` is an answer: the screen offers the operation, and the vendor decides. */
  readonly permitted: 'yes' | 'no' | 'unknown';
  /**
   * Why. `granted`: the role holds one of `permissions`. `missing`: it holds none of them. `partly`: what it holds may
   * be enough, for some of it or for this object. `role-unknown`: nobody said whose key it is, or its role could not be
   * read. `not-documented`: the vendor ties no permission to the operation. `learned-yes`, `learned-no`: the vendor did
   * it, or refused it as not permitted, when it was last called.
   */
  readonly reason: 'granted' | 'missing' | 'partly' | 'role-unknown' | 'not-documented' | 'learned-yes' | 'learned-no';
  /** The vendor's own names of the permissions the answer rests on: those held, else those that would be needed. */
  readonly permissions: readonly string[];
}

/** What a connection's key may do, and whose it is. */
export interface ConnectionPermissions {
  /** Whose key it is, by the person's word. */
  readonly user: string | null;
  /** The role that the vendor says this user has; null where it is not known. */
  readonly role: string | null;
  /** By operation, as in `monitorqa.updateCorrectiveAction`. */
  readonly operations: Readonly<Record<string, Permission>>;
}
