import type { DueKind, RecordPerson } from '../../shared/model/record.ts';

/** The columns a record takes from its vendor. */
export interface RecordFields {
  readonly number: string | null;
  readonly title: string;
  readonly status: string | null;
  readonly priority: string | null;
  readonly project: string | null;
  /** The vendor's id of the record this one belongs to. */
  readonly parent: string | null;
  readonly dueAt: string | null;
  readonly dueKind: DueKind | null;
  readonly dueZone: string | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
  readonly score: number | null;
}

/**
 * One row of a list, mapped. These shapes are what a vendor's mapping gives (vendors/core/collection.ts); the store
 * states what it needs itself, because it knows no vendor.
 */
export interface RecordInput extends RecordFields {
  readonly vendorId: string;
  readonly people: readonly RecordPerson[];
  readonly text: string;
  readonly raw: unknown;
}

export interface PageMapping {
  readonly records: readonly RecordInput[];
  readonly received: number;
  readonly total: number | null;
  readonly cursor: string | null;
  readonly more?: boolean;
}

/** What a detail adds. Absent fields leave the record as it is; a null is what the vendor said. */
export interface PartMapping {
  readonly record?: Partial<RecordFields>;
  readonly people?: readonly RecordPerson[];
  readonly text?: string;
}
