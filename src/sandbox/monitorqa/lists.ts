import type { Audit } from '../data/audit.ts';
import type { Dataset } from '../data/dataset.ts';
import { anyIn, checkDates, indexNamed, membersOf, objectsIn, paging } from './filters.ts';
import { aBoolean, aDateTime, aNumber, aText, aUuid, type Values } from './query.ts';
import { refusal } from './refusal.ts';

/**
 * The document gives 100 as page size of complete audits, 10 of schedules and score systems, and none of other lists;
 * those use 100 here.
 */
const defaultPageSize = 100;

const sharedFilters = {
  templateId: aText,
  auditObjectId: aText,
  auditObjectGroupId: aText,
  assignedTo: aText,
  assignedToGroup: aText,
} as const;

/** Parameters of "Get list of pending audits". */
export const pendingParameters = { inProgress: aBoolean, auditScheduleId: aUuid, ...sharedFilters, ...paging } as const;

/** Parameters of "Get list of complete audits". */
export const completeParameters = {
  scoreMin: aNumber,
  scoreMax: aNumber,
  completedBy: aText,
  completedByGroup: aText,
  fromDate: aDateTime,
  toDate: aDateTime,
  ...sharedFilters,
  ...paging,
} as const;

type Test = (audit: Audit) => boolean;

/** Selects audits for a list. */
export type Selection = {
  /** Returns the slots of the pending audits a query asks for. */
  readonly pending: (query: Values<typeof pendingParameters>) => Uint32Array;
  /** Returns the slots of the complete audits a query asks for. @throws HTTPException 422 on an empty range. */
  readonly complete: (query: Values<typeof completeParameters>) => Uint32Array;
};

/** Filtered lists kept, so that the second page of a filter over a million audits costs no second look at them. */
const keptSelections = 8;

/** Returns the selection over a data set. Ids it does not know select nothing, as an id typed string would. */
export const createSelection = (dataset: Dataset): Selection => {
  const known = new Map<string, Uint32Array>();

  /** Adds a test for each filter that was given. */
  const collect = (query: Values<typeof sharedFilters>): Test[] => {
    const tests: Test[] = [];
    const { templateId, auditObjectId, auditObjectGroupId, assignedTo, assignedToGroup } = query;
    if (templateId !== undefined) {
      const index = indexNamed(dataset, 'template', templateId);
      tests.push((audit) => audit.template.index === index);
    }
    if (auditObjectId !== undefined) {
      const index = indexNamed(dataset, 'site', auditObjectId);
      tests.push((audit) => audit.site.index === index);
    }
    if (auditObjectGroupId !== undefined) {
      const members = objectsIn(dataset, auditObjectGroupId);
      tests.push((audit) => members.has(audit.site.index));
    }
    if (assignedTo !== undefined) {
      const index = indexNamed(dataset, 'person', assignedTo);
      tests.push((audit) => audit.assignees.some((person) => person.index === index));
    }
    if (assignedToGroup !== undefined) {
      const members = membersOf(dataset, assignedToGroup);
      tests.push((audit) => anyIn(audit.assignees, members));
    }
    return tests;
  };

  const select = (state: 'pending' | 'complete', query: object, tests: readonly Test[]): Uint32Array => {
    const slots = dataset.slotsOf(state);
    if (tests.length === 0) return slots;
    const key = JSON.stringify([state, dataset.records.revision(), { ...query, pageNumber: 0, pageSize: 0 }]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const chosen = slots.filter((slot) => {
      const audit = dataset.audits.at(slot);
      return tests.every((test) => test(audit));
    });
    known.set(key, chosen);
    const [oldest] = known.keys();
    if (known.size > keptSelections && oldest !== undefined) known.delete(oldest);
    return chosen;
  };

  return {
    pending: (query) => {
      const tests = collect(query);
      const { inProgress, auditScheduleId } = query;
      if (inProgress !== undefined) tests.push((audit) => (audit.startedAt !== null) === inProgress);
      if (auditScheduleId !== undefined) {
        const wanted = auditScheduleId.toLowerCase();
        tests.push((audit) => audit.scheduleId === wanted);
      }
      return select('pending', query, tests);
    },
    complete: (query) => {
      const tests = collect(query);
      const { scoreMin, scoreMax, completedBy, completedByGroup, fromDate, toDate } = query;
      if (scoreMin !== undefined && scoreMax !== undefined && scoreMin > scoreMax) {
        throw refusal(422, 'VALIDATION_ERROR', 'The range is empty.', { scoreMin: 'is greater than scoreMax' });
      }
      checkDates(fromDate, toDate);
      if (scoreMin !== undefined) tests.push((audit) => (audit.result?.score ?? -1) >= scoreMin);
      if (scoreMax !== undefined) tests.push((audit) => (audit.result?.score ?? 101) <= scoreMax);
      if (fromDate !== undefined) tests.push((audit) => (audit.completedAt ?? 0) >= fromDate);
      if (toDate !== undefined) tests.push((audit) => (audit.completedAt ?? 0) <= toDate);
      if (completedBy !== undefined) {
        const index = indexNamed(dataset, 'person', completedBy);
        tests.push((audit) => audit.completedBy?.index === index);
      }
      if (completedByGroup !== undefined) {
        const members = membersOf(dataset, completedByGroup);
        tests.push((audit) => audit.completedBy !== null && members.has(audit.completedBy.index));
      }
      return select('complete', query, tests);
    },
  };
};

/** One page of a list as the vendor answers it; past the end `data` is empty ("Note" of both lists). */
export type Page<Row> = {
  readonly data: readonly Row[];
  readonly meta: { readonly pageNumber: number; readonly pageSize: number; readonly totalCount: number };
};

/** What a page is cut from: slots of audits, places of corrective actions, or records. */
type Entries<Entry> = {
  readonly length: number;
  readonly slice: (from: number, to: number) => ArrayLike<Entry>;
};

/**
 * Returns a page of a list. `vanished` rows are missing from its front on every page but the first (negative: so many
 * appeared), which shifts what the later pages show.
 */
export const pageOf = <Entry, Row>(
  entries: Entries<Entry>,
  query: { readonly pageNumber: number | undefined; readonly pageSize: number | undefined },
  vanished: number,
  row: (entry: Entry) => Row,
  usualSize = defaultPageSize,
): Page<Row> => {
  const { pageNumber = 1, pageSize = usualSize } = query;
  const shift = pageNumber === 1 ? 0 : vanished;
  const from = Math.max(0, (pageNumber - 1) * pageSize + shift);
  const totalCount = Math.max(0, entries.length - shift);
  return {
    data: Array.from(entries.slice(from, from + pageSize), (entry) => row(entry)),
    meta: { pageNumber, pageSize, totalCount },
  };
};
