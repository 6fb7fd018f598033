import type { Dataset } from '../data/dataset.ts';
import type { ScoreLabel, ScoreSystemRecord } from '../data/record-types.ts';
import { checkWrite } from './access.ts';
import { enumeration, optional, readBody, readFields, required, string } from './body.ts';
import { number, objects } from './body-kinds.ts';
import { paging } from './filters.ts';
import { pageOf } from './lists.ts';
import { aText, readQuery } from './query.ts';
import { checkReferences, isBlank, readIds, recordAt, refuseWhere } from './references.ts';
import { conflict, invalid } from './refusal.ts';
import { done, json, writeRecords, type Asked, type Operation } from './routes.ts';

/** "Page size (default: 10)". */
const defaultPageSize = 10;

const updateFields = {
  name: required(string),
  description: optional(string),
  passedThreshold: required(number),
  labels: required(objects),
};
// The type is no field of an update: it "cannot be changed after creation".
const createFields = { ...updateFields, scoreSystemType: required(enumeration<0 | 1>(2)) };
const labelFields = {
  min: required(number),
  max: required(number),
  label: required(string),
  color: required(string),
};

/** Returns what is wrong between two labels that follow each other, or null. */
const seamOf = (one: ScoreLabel, other: ScoreLabel): string | null => {
  if (other.min < one.max) return `overlap: ${other.min} is below ${one.max}`;
  if (other.min > one.max) return `leave a gap: ${other.min} must equal ${one.max}`;
  return null;
};

/**
 * Returns the labels of a body, lowest first ("Label Validation Rules").
 * @throws HTTPException 400 on a label that is not as documented, 422 unless they cover 0 to 100 and each begins where
 * the one before it ends.
 */
const labelsOf = (given: readonly Readonly<Record<string, unknown>>[]): readonly ScoreLabel[] => {
  const labels = given
    .map((label, index) => readFields(label, labelFields, `labels[${index}].`))
    .toSorted((one, other) => one.min - other.min || one.max - other.max);
  const [lowest, highest] = [labels[0], labels.at(-1)];
  if (lowest === undefined || highest === undefined) throw invalid({ labels: 'at least one is required' });
  const seams = labels.slice(1).flatMap((label, index) => seamOf(labels[index] ?? label, label) ?? []);
  refuseWhere(
    ['labels', seams.length > 0, seams[0] ?? ''],
    ['labels', highest.max !== 100, 'the last label must end at 100'],
    ['labels', lowest.min !== 0, 'the first label must start at 0'],
    ['labels', labels.some(({ min, max }) => max < min), 'max must be at least min'],
    [
      'labels',
      labels.some(({ label, color }) => isBlank(label) || isBlank(color)),
      'label and color must not be blank',
    ],
  );
  return labels;
};

/** @throws HTTPException 422 on a blank name or a threshold that is no score. */
const checkSystem = ({ name, passedThreshold }: Pick<ScoreSystemRecord, 'name' | 'passedThreshold'>): void =>
  refuseWhere(
    ['name', isBlank(name), 'is blank'],
    ['passedThreshold', passedThreshold < 0 || passedThreshold > 100, 'must be from 0 to 100'],
  );

const shapeOf = ({ identifiers }: Dataset, id: string, { labels, ...system }: ScoreSystemRecord) => ({
  id,
  name: system.name,
  description: system.description,
  passedThreshold: system.passedThreshold,
  scoreSystemType: system.scoreSystemType,
  isSample: system.isSample,
  labels: labels.map(({ label, min, max, color }, place) => ({
    // Labels are written without ids, so an id stands for a place in its system.
    id: identifiers.encode('scoreLabel', identifiers.decode(id)?.record ?? 0, place),
    label,
    min,
    max,
    color,
  })),
});

const create = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-score-systems');
  const { labels, description, ...given } = await readBody(c, createFields);
  checkSystem(given);
  const [id = ''] = account.tenant.dataset.records.newIds('scoreSystem', 1);
  const value = { ...given, description: description ?? null, isSample: false, labels: labelsOf(labels) };
  writeRecords(write, [{ kind: 'scoreSystem', id, value }]);
  return json(c, { id });
};

const update = async ({ c, account, id, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-score-systems');
  const { labels, description, ...given } = await readBody(c, updateFields);
  const before = recordAt(account.tenant.dataset, 'scoreSystem', id, 'The score system');
  checkSystem(given);
  const value = { ...before, ...given, description: description ?? null, labels: labelsOf(labels) };
  writeRecords(write, [{ kind: 'scoreSystem', id, value }]);
  return done(c);
};

const remove = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-score-systems');
  const ids = await readIds(c);
  const { dataset } = account.tenant;
  checkReferences(dataset, 'scoreSystem', ids);
  const used = new Set(dataset.records.template.all().map(([, { scoreSystemId }]) => scoreSystemId));
  const inUse = ids.filter((id) => used.has(id));
  // One id is shown and "the IDs" are promised; what stands between two is not documented.
  if (inUse.length > 0) throw conflict(`score-system/has-templates:${inUse.join(',')}`);
  writeRecords(
    write,
    ids.map((id) => ({ kind: 'scoreSystem', id, value: null })),
  );
  return done(c);
};

/** The operations of "Score systems". */
export const scoreSystemOperations: readonly Operation[] = [
  {
    name: 'listScoreSystems',
    method: 'GET',
    path: '/score-systems',
    answer: ({ c, account: { tenant } }) => {
      const { search, ...query } = readQuery(c.req.url, { ...paging, search: aText });
      const wanted = search?.toLowerCase() ?? '';
      const all = tenant.dataset.records.scoreSystem.all();
      const found = all.filter(([, { name }]) => name.toLowerCase().includes(wanted));
      const row = ([id, system]: (typeof found)[number]) => shapeOf(tenant.dataset, id, system);
      return json(c, pageOf(found, query, c.get('vanishedRows') ?? 0, row, defaultPageSize));
    },
  },
  { name: 'createScoreSystem', method: 'POST', path: '/score-systems', answer: create },
  { name: 'deleteScoreSystems', method: 'DELETE', path: '/score-systems', answer: remove },
  {
    name: 'getScoreSystem',
    method: 'GET',
    path: '/score-systems/{id}',
    answer: ({ c, account: { tenant }, id }) => {
      readQuery(c.req.url, {});
      const system = recordAt(tenant.dataset, 'scoreSystem', id, 'The score system');
      return json(c, shapeOf(tenant.dataset, id, system));
    },
  },
  { name: 'updateScoreSystem', method: 'PUT', path: '/score-systems/{id}', answer: update },
];
