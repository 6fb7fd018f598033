import type { Audit, MadeAudits } from './audit.ts';
import { createdFrom, type Identifiers } from './identifiers.ts';
import type { Present } from './present.ts';
import type { AuditRecord } from './record-types.ts';
import type { Records } from './records.ts';
import type { AuditState } from './timeline.ts';

/** Audits as they are now: those of the data set, with what was written to them, and those created since. */
export type Audits = MadeAudits & {
  /** The audits as the data set makes them, whatever was written since. */
  readonly made: Pick<MadeAudits, 'at'> & { readonly slotsOf: (state: 'pending' | 'complete') => Uint32Array };
  /** Returns an audit as the data set made it and its answers show it, or null for one that never was complete. */
  readonly asMade: (audit: Audit) => Audit | null;
  /** Tells whether an audit of the window was deleted, with what hung on it. */
  readonly isGone: (slot: number) => boolean;
  /** Returns the slot an id names, or null when it names no audit (any more). */
  readonly findSlot: (auditId: string) => number | null;
  /** Returns the slots of the audits in a list; those that came to it since are its last. */
  readonly slotsOf: (state: 'pending' | 'complete') => Uint32Array;
};

/** What it is made from. */
type Source = {
  readonly made: MadeAudits;
  readonly madeSlotsOf: (state: 'pending' | 'complete') => Uint32Array;
  readonly identifiers: Identifiers;
  readonly records: Records;
  readonly present: Present;
  /** First slot of the window and one past its last. */
  readonly first: number;
  readonly end: number;
};

/** What was written to audits up to a revision, by slot, so that looking at a million costs no id each. */
type Written = {
  readonly revision: number;
  readonly records: ReadonlyMap<number, AuditRecord | null>;
  /** The first slot whose schedule or object may be gone. */
  readonly firstClosed: number;
  readonly lists: Map<AuditState, Uint32Array>;
};

/** Returns the audits of a data set as they are now. */
export const createCurrentAudits = (source: Source): Audits => {
  const { made, madeSlotsOf, identifiers, records, present, first, end } = source;
  let known: Written | null = null;

  const written = (): Written => {
    const revision = records.revision();
    if (known?.revision === revision) return known;
    const bySlot = new Map<number, AuditRecord | null>();
    for (const [id, record] of records.audit.changes()) {
      const slot = identifiers.decode(id)?.record;
      if (slot !== undefined) bySlot.set(slot, record);
    }
    const closings = [...records.closing.changes()].map(([, closing]) => closing?.fromSlot ?? end);
    known = { revision, records: bySlot, firstClosed: Math.min(end, ...closings), lists: new Map() };
    return known;
  };

  const compose = (slot: number, record: AuditRecord): Audit => {
    const site = present.siteOf(record.objectId);
    const template = present.templateOf(record.templateId);
    if (site === null || template === null) throw new RangeError(`Audit ${record.number} names what never was.`);
    return {
      slot,
      id: identifiers.encode('audit', slot),
      number: record.number,
      name: record.name,
      hint: record.auditorHint,
      template,
      site,
      assignees: record.assigneeIds.flatMap((id) => present.personOf(id) ?? []),
      state: record.state,
      start: Date.parse(record.start),
      due: Date.parse(record.due),
      startedAt: record.startedAt === null ? null : Date.parse(record.startedAt),
      startedBy: record.startedById === null ? null : present.personOf(record.startedById),
      completedAt: null,
      completedBy: null,
      isReopened: record.isReopened,
      scheduleId: record.scheduleId,
      result: null,
    };
  };

  /** Who was deleted is assigned to nothing any more; what somebody did stays theirs. */
  const withoutDeleted = (audit: Audit): Audit =>
    audit.state === 'pending' && audit.assignees.some(present.isDeleted)
      ? { ...audit, assignees: audit.assignees.filter((person) => !present.isDeleted(person)) }
      : audit;

  const at = (slot: number): Audit => {
    if (records.revision() === 0) return made.at(slot);
    const record = written().records.get(slot) ?? null;
    const audit = record === null ? made.at(slot) : compose(slot, record);
    if (!records.object.isWritten()) return withoutDeleted(audit);
    const site = present.siteOf(identifiers.encode('site', audit.site.index)) ?? audit.site;
    return withoutDeleted({ ...audit, site });
  };

  /** Tells whether the schedule or the object of a slot was gone before the data set came to it. */
  const isClosed = (slot: number): boolean => {
    if (slot < written().firstClosed) return false;
    const { scheduleId, site } = made.at(slot);
    const from = [scheduleId ?? '', identifiers.encode('site', site.index)].map(
      (id) => records.closing.get(id)?.fromSlot ?? Number.POSITIVE_INFINITY,
    );
    return slot >= Math.min(...from);
  };

  const isGone = (slot: number): boolean => {
    const record = written().records.get(slot);
    return record === undefined ? isClosed(slot) : record === null;
  };

  const list = (state: 'pending' | 'complete'): Uint32Array => {
    const changed = written().records;
    const stays = madeSlotsOf(state).filter((slot) => {
      const record = changed.get(slot);
      return record === undefined ? !isClosed(slot) : record?.state === state;
    });
    const there = new Set(stays.filter((slot) => changed.has(slot)));
    const came = [...changed].filter(([slot, record]) => record?.state === state && !there.has(slot));
    return Uint32Array.from([...stays, ...came.map(([slot]) => slot).toSorted((one, other) => one - other)]);
  };

  return {
    ...made,
    made: { at: made.at, slotsOf: madeSlotsOf },
    at,
    stateOf: (slot) => written().records.get(slot)?.state ?? made.stateOf(slot),
    asMade: (audit) => {
      const record = written().records.get(audit.slot) ?? null;
      if (record === null) return audit;
      return record.wasComplete && audit.slot < createdFrom ? made.at(audit.slot) : null;
    },
    isGone,
    findSlot: (auditId) => {
      const found = identifiers.decode(auditId);
      if (found?.kind !== 'audit') return null;
      const slot = found.record;
      const isThere = written().records.has(slot) || (slot >= first && slot < end);
      return isThere && !isGone(slot) ? slot : null;
    },
    slotsOf: (state) => {
      const { lists, records: changed } = written();
      if (changed.size === 0 && !records.closing.isWritten()) return madeSlotsOf(state);
      const slots = lists.get(state) ?? list(state);
      lists.set(state, slots);
      return slots;
    },
  };
};
