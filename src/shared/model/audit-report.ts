import type { RecordPerson } from './record.ts';

/** The item kinds MonitorQA names 0 to 4 ("Get audit report", itemType values); `unknown` keeps a value to come. */
export type ReportItemType = 'root' | 'section' | 'item' | 'conditional-item' | 'condition' | 'unknown';

export type ReportOutcome = 'passed' | 'failed' | 'not-applicable' | 'none';

export interface ReportSignature {
  readonly photoId: string;
  readonly signedBy: string | null;
}

export interface ReportComment {
  readonly text: string;
  readonly author: string | null;
  readonly createdAt: string | null;
}

export interface ReportAction {
  readonly id: string;
  readonly number: string | null;
  readonly name: string;
  readonly description: string | null;
  /** `open`, `approved`, `rejected`, `submitted`, `expired`, or the vendor's number as text. */
  readonly status: string;
  /** `low`, `medium`, `high`, or the vendor's number as text. */
  readonly priority: string;
  readonly dueAt: string | null;
  readonly createdAt: string | null;
  readonly createdBy: string | null;
  readonly assignees: readonly string[];
  readonly tags: readonly string[];
  readonly comments: readonly ReportComment[];
  readonly photoIds: readonly string[];
}

/** One line of a report's tree, in reading order. `depth` 0 is a top section. */
export interface ReportItem {
  readonly id: string;
  readonly parentId: string | null;
  readonly depth: number;
  /** Place in the tree as people quote it: `5.3`, `5.5.1`. Made by Plumbline, marked so on screen. */
  readonly place: string;
  readonly type: ReportItemType;
  readonly text: string;
  readonly note: string | null;
  readonly outcome: ReportOutcome;
  readonly critical: boolean;
  /** The answer given: its name or text, and its number where the question asks for one. */
  readonly answer: string | null;
  readonly answerNumber: number | null;
  /** Points won: a question's own, or the sum of all below a line that groups others. Null where none are given. */
  readonly points: number | null;
  /** The most points to be won, likewise. The document does not say what its `points` beside the answer's are; taken so. */
  readonly maxPoints: number | null;
  readonly failedInRow: number;
  readonly childCount: number;
  /** Failed items at or below this line. */
  readonly failedBelow: number;
  readonly metafields: readonly { readonly name: string; readonly text: string }[];
  readonly photoIds: readonly string[];
  readonly signature: ReportSignature | null;
  readonly actions: readonly ReportAction[];
}

/** A completed audit read as a document: head, tree and signatures. Moments are ISO 8601 in UTC. */
export interface AuditReport {
  readonly items: readonly ReportItem[];
  readonly counts: {
    readonly all: number;
    readonly failed: number;
    readonly critical: number;
    readonly notes: number;
    readonly photos: number;
  };
}

export interface AuditHead {
  readonly number: string | null;
  readonly name: string;
  readonly object: string | null;
  readonly objectNotes: string | null;
  readonly template: string | null;
  readonly hint: string | null;
  readonly score: number | null;
  readonly scoreLabel: string | null;
  readonly failed: boolean | null;
  readonly startAt: string | null;
  readonly endAt: string | null;
  readonly startedAt: string | null;
  readonly completedAt: string | null;
  /** Minutes on site (the unit is inferred from the two examples of the document). */
  readonly minutes: number | null;
  readonly reopened: boolean;
  readonly expired: boolean;
  readonly people: readonly RecordPerson[];
  readonly auditorSignature: ReportSignature | null;
  readonly auditeeSignature: ReportSignature | null;
}
