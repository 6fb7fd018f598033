import type { Connection } from '../../shared/model/connection.ts';
import { useCounts } from './use-counts.ts';
import { useOperation } from './use-operation.ts';
import { WORK_KINDS, WORK_VENDORS, type WorkKind } from './work-kinds.ts';

/** A kind of work that there is something of. `count` is undefined until its records were counted. */
export interface WorkShown {
  readonly kind: WorkKind;
  readonly count: number | undefined;
}

const has = (kind: WorkKind, connections: readonly Connection[]): boolean =>
  connections.some(({ vendor }) => WORK_VENDORS[kind].includes(vendor));

/**
 * The kinds of work that an account has records of. Until they are counted, those that its vendor has: what was there
 * at the last start is there now, and the sidebar does not jump. None of a vendor without such records is counted.
 */
export function useWorkKinds(): readonly WorkShown[] {
  const connections = useOperation('connections.list', {}).data ?? [];
  const totals: Readonly<Record<WorkKind, number | undefined>> = {
    issue: useCounts('issue', has('issue', connections))?.total,
    ticket: useCounts('ticket', has('ticket', connections))?.total,
    milestone: useCounts('milestone', has('milestone', connections))?.total,
    project: useCounts('project', has('project', connections))?.total,
  };
  return WORK_KINDS.filter((kind) => has(kind, connections) && totals[kind] !== 0).map((kind) => ({
    kind,
    count: totals[kind],
  }));
}
