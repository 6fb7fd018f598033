import { wireMoment } from '../core/wire-fields.ts';
import type { Fields } from '../core/fill-from-read.ts';

/** "Repeat options": the fields of `repeat` by `repeatPattern`. */
const REPEAT_FIELDS: readonly (readonly string[])[] = [
  ['startDate', 'endDate'],
  ['repeatEvery'],
  ['repeatEvery', 'startDay', 'duration'],
  ['repeatEvery', 'startRule', 'endRule'],
  ['daysOfWeek', 'repeatEvery'],
];

/** "StartRule types" and "EndRule types": the fields of a rule by its `type`. */
const RULE_FIELDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  startRule: [['day'], ['cycleMonthStart']],
  endRule: [['cycleMonthEnd'], ['days'], ['weeks'], []],
};

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The named fields of `from`; null when one of them is missing. */
function pick(from: unknown, names: readonly string[] | undefined): Fields | null {
  if (!isFields(from) || names === undefined) return null;
  const entries = names.map((name) => [name, from[name]] as const);
  return entries.some(([, value]) => value === undefined || value === null) ? null : Object.fromEntries(entries);
}

function readField(name: string, value: unknown): unknown {
  if (name === 'startDate' || name === 'endDate') return wireMoment.parse(value);
  const rules = RULE_FIELDS[name];
  if (rules === undefined) return value;
  const type = isFields(value) ? Number(value['type']) : -1;
  return pick(value, rules[type] && ['type', ...rules[type]]);
}

/**
 * The `repeat` of a read in the form "Update schedule" takes: the fields of its pattern and no others, moments with
 * milliseconds. Null when the pattern is not known or a field that it needs is missing.
 */
export function readRepeat(pattern: unknown, repeat: unknown): Fields | null {
  const names = REPEAT_FIELDS[Number(pattern ?? -1)];
  const picked = pick(repeat, names);
  return (
    picked &&
    pick(Object.fromEntries(Object.entries(picked).map(([name, value]) => [name, readField(name, value)])), names)
  );
}
