import type { RoleType } from './people.ts';

/**
 * What the vendor keeps, as plain data that a journal can hold. Records name each other by id; instants are ISO 8601 in
 * UTC with milliseconds.
 */

export type UserRecord = {
  readonly name: string;
  readonly email: string;
  readonly roleId: string;
  /** Written and never read ("Get user details" has none). */
  readonly phone: string | null;
};

export type RoleRecord = {
  readonly name: string;
  readonly description: string | null;
  readonly roleType: RoleType;
  readonly permissions: readonly string[];
};

/** Where an object is; the document writes both coordinates as texts. */
export type GeoAddress = {
  readonly lat: string;
  readonly lng: string;
  readonly name: string;
  readonly address: string;
};

/** One option of an attribute, given to an object. */
export type AttributeChoice = { readonly attributeId: string; readonly optionId: string };

export type ObjectRecord = {
  readonly name: string;
  readonly notes: string | null;
  readonly geoAddress: GeoAddress | null;
  readonly groupIds: readonly string[];
  readonly participantUserIds: readonly string[];
  readonly participantGroupIds: readonly string[];
  /** As assigned; those of an attribute or option that was deleted since count for nothing. */
  readonly choices: readonly AttributeChoice[];
};

export type AttributeOption = { readonly id: string; readonly name: string; readonly isDefault: boolean };

export type AttributeRecord = {
  readonly name: string;
  readonly options: readonly AttributeOption[];
  /** How many options it ever had: the next one's number, so that no id comes back. */
  readonly optionCount: number;
};

export type TemplateRecord = {
  readonly name: string;
  /** The document names no values; 0 and 1 are seen. */
  readonly templateType: 0 | 1;
  readonly scoreSystemId: string;
};

/** A label and the scores it covers, both ends included. */
export type ScoreLabel = {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly color: string;
};

export type ScoreSystemRecord = {
  readonly name: string;
  readonly description: string | null;
  readonly passedThreshold: number;
  /** 0 counts points won of points to be won; 1 counts what does not apply as won. */
  readonly scoreSystemType: 0 | 1;
  readonly isSample: boolean;
  readonly labels: readonly ScoreLabel[];
};

/** 0 (Sunday) to 6. */
export type DayOfWeek = 0 | 1 | 2 | 3 | 4 | 5 | 6;

/** When a monthly period begins ("Get schedule details", StartRule types). */
export type StartRule =
  | { readonly type: 0; readonly day: number }
  | { readonly type: 1; readonly cycleMonthStart: number };

/** When a monthly period ends ("Get schedule details", EndRule types). */
export type EndRule =
  | { readonly type: 0; readonly cycleMonthEnd: number }
  | { readonly type: 1; readonly days: number }
  | { readonly type: 2; readonly weeks: number }
  | { readonly type: 3 };

/** How a schedule repeats, with the vendor's number of each pattern ("Get schedule details", Repeat Patterns). */
export type Pattern =
  | { readonly repeatPattern: 0; readonly repeat: { readonly startDate: string; readonly endDate: string } }
  | { readonly repeatPattern: 1; readonly repeat: { readonly repeatEvery: number } }
  | {
      readonly repeatPattern: 2;
      readonly repeat: { readonly repeatEvery: number; readonly startDay: DayOfWeek; readonly duration: number };
    }
  | {
      readonly repeatPattern: 3;
      readonly repeat: { readonly repeatEvery: number; readonly startRule: StartRule; readonly endRule: EndRule };
    }
  | {
      readonly repeatPattern: 4;
      readonly repeat: { readonly daysOfWeek: readonly DayOfWeek[]; readonly repeatEvery: number };
    };

export type ScheduleRecord = Pattern & {
  readonly name: string;
  readonly active: boolean;
  readonly templateId: string;
  readonly objectIds: readonly string[];
  readonly groupIds: readonly string[];
  readonly assigneeIds: readonly string[];
  readonly auditorHint: string | null;
  readonly startFromDate: string | null;
  readonly stopByDate: string | null;
  /** From when its periods are counted; null while its audits come with the data set. */
  readonly plannedAt: string | null;
  /** The start of the latest period whose audits were made. */
  readonly madeUntil: string | null;
};

/** An audit that was created or written to since; from then on the data set has no part in it. */
export type AuditRecord = {
  readonly number: string;
  readonly name: string;
  readonly auditorHint: string | null;
  readonly templateId: string;
  readonly objectId: string;
  readonly scheduleId: string | null;
  readonly assigneeIds: readonly string[];
  readonly state: 'pending' | 'expired';
  readonly start: string;
  readonly due: string;
  readonly startedAt: string | null;
  readonly startedById: string | null;
  readonly isReopened: boolean;
  /** Whether it was complete before, so that its corrective actions are still there. */
  readonly wasComplete: boolean;
};

/** The end of a schedule or object of the data set: no audit of it from this slot on ever comes to be. */
export type ClosingRecord = { readonly fromSlot: number };
