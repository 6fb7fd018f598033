import type { Kind } from '../../shared/model/record.ts';
import type { Vendor } from '../../shared/model/vendor.ts';

/** The kinds of record whose lists are the work lists, in the order the sidebar has them. */
export const WORK_KINDS = ['issue', 'ticket', 'milestone', 'project'] as const satisfies readonly Kind[];
export type WorkKind = (typeof WORK_KINDS)[number];

/** Whose accounts have records of a kind, in the order vendors are always listed. */
export const WORK_VENDORS: Readonly<Record<WorkKind, readonly Vendor[]>> = {
  issue: ['conqa', 'connectnow'],
  ticket: ['smartq'],
  milestone: ['conqa'],
  project: ['conqa', 'smartq', 'aconex'],
};

/** The work kind of that name; undefined for any other kind of record. */
export const workKindOf = (kind: string | undefined): WorkKind | undefined => WORK_KINDS.find((one) => one === kind);
