import { compileLater } from '../core/wire-fields.ts';
import { listRows } from './list-rows.ts';
import { step } from './schemas.ts';

/** A column of a board. `limit` is how many tickets it should hold at most; null for any number. */
export interface BoardStep {
  readonly id: string;
  readonly name: string;
  readonly limit: number | null;
  readonly position: number | null;
}

const stepReader = compileLater(step);

function stepOf(row: unknown): BoardStep | null {
  const read = stepReader().safeParse(row).data;
  if (read === undefined) return null;
  const { id, name, limit, pos } = read;
  return { id, name: name ?? id, limit: limit !== null && limit > 0 ? limit : null, position: pos };
}

/** The steps of a board in the order of their positions, from the data of `listSteps`; empty where they are none. */
export const boardSteps = (data: unknown): readonly BoardStep[] =>
  (listRows(data) ?? [])
    .map(stepOf)
    .filter((one) => one !== null)
    .toSorted((left, right) => (left.position ?? Infinity) - (right.position ?? Infinity) || 0);

/**
 * What a ticket's step means: `open` in the first, `closed` in the last of at least two, `in-progress` between them. The
 * document has no other sign that a ticket is done than where it stands. Null where the step is not known.
 */
export function statusInStep(steps: readonly BoardStep[], stepId: string | null): string | null {
  const index = steps.findIndex(({ id }) => id === stepId);
  if (index === -1) return null;
  if (index === 0) return 'open';
  return index === steps.length - 1 ? 'closed' : 'in-progress';
}
