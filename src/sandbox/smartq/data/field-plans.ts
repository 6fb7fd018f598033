import type { Field } from '../records.ts';

/** The value of a choice before it is made. */
type ValuePlan = { readonly title: string; readonly isDefault: boolean };

/** What a field is about, which decides what tickets say in it. */
export type FieldTopic = 'place' | 'trade' | 'proposal' | 'cost' | 'affects' | 'cause' | 'hours';

/** A custom field before it is made. */
export type FieldPlan = {
  readonly topic: FieldTopic;
  readonly properties: Field['properties'];
  /** In their order; empty for all types but choice. */
  readonly values: readonly ValuePlan[];
};

const base = { hint: '', required: false, pos_type: 'single', options: {} } as const;

const choose = (titles: readonly string[], standard = ''): readonly ValuePlan[] =>
  titles.map((title) => ({ title, isDefault: title === standard }));

const place: FieldPlan = {
  topic: 'place',
  properties: { ...base, type: 'string', label: 'Location', hint: 'Room, unit or grid', required: true },
  values: [],
};

const trade: FieldPlan = {
  topic: 'trade',
  properties: { ...base, type: 'choice', label: 'Trade', required: true, options: { choiceType: 'select' } },
  values: choose([
    'Structure',
    'Facade',
    'Envelope',
    'Interior',
    'Finishes',
    'Fire',
    'Mechanical',
    'Hydraulic',
    'Electrical',
    'Civil',
  ]),
};

const proposal: FieldPlan = {
  topic: 'proposal',
  properties: { ...base, type: 'text', label: 'What is proposed', pos_type: 'double' },
  values: [],
};

const cost: FieldPlan = {
  topic: 'cost',
  properties: { ...base, type: 'float', label: 'Cost impact (NZD)', options: { min: -50_000, max: 250_000 } },
  values: [],
};

const affects: FieldPlan = {
  topic: 'affects',
  properties: {
    ...base,
    type: 'choice',
    label: 'Affects',
    pos_type: 'double',
    options: { choiceType: 'checkbox', fieldLayout: 'columns' },
  },
  values: choose(['Programme', 'Cost', 'Fire rating', 'Acoustics', 'Neighbours & public', 'Warranty'], 'Programme'),
};

const cause: FieldPlan = {
  topic: 'cause',
  properties: { ...base, type: 'choice', label: 'Cause', options: { choiceType: 'radio', fieldLayout: 'rows' } },
  values: choose(['Not known yet', 'Design', 'Workmanship', 'Material', 'Damage by others'], 'Not known yet'),
};

const hours: FieldPlan = {
  topic: 'hours',
  properties: { ...base, type: 'float', label: 'Hours to put right', options: { min: 0 } },
  values: [],
};

/** The custom fields of each kind of board, as pairs of the number in `f1`, `f2` … and the field. */
export const fieldPlans: Readonly<Record<'full' | 'reordered' | 'short', readonly (readonly [number, FieldPlan])[]>> = {
  full: [
    [1, place],
    [2, trade],
    [3, proposal],
    [4, cost],
    [5, affects],
    [6, cause],
  ],
  // The same names stand for other things than on the boards above, and numbers of deleted fields are missing.
  reordered: [
    [2, affects],
    [3, cause],
    [4, place],
    [7, hours],
    [8, proposal],
    [11, trade],
  ],
  short: [
    [1, place],
    [2, cost],
  ],
};
