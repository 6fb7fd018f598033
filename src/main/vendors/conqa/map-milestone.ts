import type { ListOwner, MappedRecord } from '../../../shared/model/mapped-record.ts';
import { EMPTY_FIELDS, joinTexts } from '../core/map-answer.ts';
import { milestoneRow, type MilestoneRow } from './schemas.ts';

/** A field that the project is configured with. `text` is what CONQA displays, else the value itself. */
interface MilestoneField {
  readonly name: string;
  readonly text: string | null;
}

/** A measurement that the project is configured with: how long something took, and what CONQA makes of it. */
interface MilestoneMeasurement {
  readonly name: string;
  readonly days: number | null;
  /** The threshold it has passed, in the project's words (`overdue`). */
  readonly threshold: string | null;
}

/** What a milestone has beyond the columns of every record. */
export interface MilestoneDetails {
  /** The status as CONQA displays it; the record's own status is its value. */
  readonly statusText: string | null;
  readonly statusBy: string | null;
  /** For "Start generation of Report". */
  readonly checklistId: string | null;
  readonly fields: readonly MilestoneField[];
  readonly measurements: readonly MilestoneMeasurement[];
}

/** A value as one line; what is no text, number, truth value or list of these has none. */
function valueText(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value)) return null;
  const texts = value.flatMap((item) => (Array.isArray(item) ? [] : (valueText(item) ?? [])));
  return texts.length === 0 ? null : texts.join(', ');
}

const detailsOf = (row: MilestoneRow): MilestoneDetails => ({
  statusText: row.status?.display ?? row.status?.value ?? null,
  statusBy: row.status?.lastUpdatedBy ?? null,
  checklistId: row.checklistId,
  fields: row.fields.map(({ name, value }) => ({ name, text: value.display ?? valueText(value.value) })),
  measurements: row.measurements.map(({ name, value: { days, threshold } }) => ({ name, days, threshold })),
});

/**
 * What a milestone's row says beyond its record: the fields, status and measurements of its project, in the vendor's
 * order and words. Throws ZodError for a row without an id.
 */
export const milestoneDetails = (json: unknown): MilestoneDetails => detailsOf(milestoneRow.parse(json));

/**
 * One row of a project's milestones as a record. It has no due date; when it last changed is only known of its status.
 * Fields, measurements' thresholds and who set the status are found by search. Throws ZodError for a row without an id.
 */
export function mapMilestoneRow(json: unknown, owner: ListOwner | null): MappedRecord {
  const row = milestoneRow.parse(json);
  const { statusText, statusBy, fields, measurements } = detailsOf(row);
  return {
    ...EMPTY_FIELDS,
    vendorId: row.milestoneId,
    number: row.externalId,
    title: row.name ?? row.externalId ?? row.milestoneId,
    status: row.status?.value ?? statusText,
    project: owner?.title ?? null,
    parent: row.projectId ?? owner?.vendorId ?? null,
    updatedAt: row.status?.lastUpdatedAt ?? null,
    text: joinTexts([
      statusText,
      ...fields.map(({ text }) => text),
      ...measurements.map(({ threshold }) => threshold),
      statusBy,
      owner?.title ?? null,
    ]),
    raw: json,
  };
}
