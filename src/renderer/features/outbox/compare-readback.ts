import type { ActionView } from '../../../shared/contract/outbox.ts';
import type { FieldChange } from '../../../shared/model/outbox.ts';

/** What the vendor has now, beside what was set: as set, still the old value, or something else. */
export interface ReadBack {
  readonly value: unknown;
  readonly verdict: 'as-set' | 'still-old' | 'other';
}

const same = (left: unknown, right: unknown): boolean => {
  const plain = (value: unknown): unknown => (Array.isArray(value) ? value.map(String).toSorted() : (value ?? ''));
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
};

/** The value of one field of a corrective action as the vendor had it when it was last read. */
function valueAt({ action }: ActionView, field: string): unknown {
  if (field === 'assignees') return action.people.filter(({ role }) => role === 'assignee').map(({ name }) => name);
  return Object.entries(action).find(([name]) => name === field)?.[1];
}

/** Each changed field with what was read back; undefined where the record was not read since `sentAt` (ISO 8601). */
export function readBack(
  view: ActionView | undefined,
  changes: readonly FieldChange[],
  sentAt: string | undefined,
): ReadonlyMap<string, ReadBack> | undefined {
  if (view === undefined || sentAt === undefined || view.readAt < sentAt) return undefined;
  return new Map(
    changes.map(({ field, before, after }) => {
      const value = valueAt(view, field);
      const verdict = same(value, after) ? 'as-set' : same(value, before) ? 'still-old' : 'other';
      return [field, { value, verdict }] as const;
    }),
  );
}
