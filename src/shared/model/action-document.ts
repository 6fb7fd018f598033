import type { RecordPerson } from './record.ts';

/** A file that hangs on an action. */
export interface ActionFile {
  /** The vendor's own id of the file. */
  readonly id: string;
  readonly name: string | null;
  readonly contentType: string | null;
  readonly updatedAt: string | null;
}

/** A corrective action as a document. Moments are ISO 8601 in UTC; null is what the vendor does not say. */
export interface ActionDocument {
  readonly name: string;
  readonly number: string | null;
  /** To the letter: an empty text and none are two things. */
  readonly description: string | null;
  /** `open`, `approved`, `rejected`, `submitted`, `expired`, or the vendor's number as text. */
  readonly status: string | null;
  /** `low`, `medium`, `high`, or the vendor's number as text. */
  readonly priority: string | null;
  readonly dueAt: string | null;
  /** IANA name of the time zone of its audit. */
  readonly zone: string | null;
  /** The audit it was raised in; `id` is the vendor's own. */
  readonly audit: { readonly id: string | null; readonly number: string | null; readonly name: string | null } | null;
  /** What was audited. */
  readonly object: string | null;
  readonly question: string | null;
  readonly answer: string | null;
  /** Whether the answer failed. */
  readonly failed: boolean | null;
  readonly tags: readonly string[];
  readonly people: readonly RecordPerson[];
  readonly files: readonly ActionFile[];
  /** What was reported back; `photoIds` are the vendor's own ids of files. */
  readonly information: {
    readonly text: string | null;
    readonly photoIds: readonly string[];
    readonly files: readonly ActionFile[];
  };
  readonly createdAt: string | null;
  readonly approvedAt: string | null;
  readonly expiredAt: string | null;
  /** Who let it expire; the vendor itself has a name too. */
  readonly expiredBy: string | null;
}

/** What a person sets of an action; what is absent stays as it is. */
export interface ActionChanges {
  readonly status?: 'open' | 'approved' | 'rejected' | 'submitted' | undefined;
  readonly priority?: 'low' | 'medium' | 'high' | undefined;
  /** ISO 8601 in UTC. */
  readonly dueAt?: string | undefined;
  /** The vendor's own ids; empty removes everybody. */
  readonly assignees?: readonly string[] | undefined;
  readonly name?: string | undefined;
  /** Null and empty both take it away. */
  readonly description?: string | null | undefined;
}
