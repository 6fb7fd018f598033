import type { Dataset } from '../data/dataset.ts';
import type { RecordOf, Shelves } from '../data/records.ts';
import type { SandboxContext } from '../http.ts';
import { readBody, required, strings } from './body.ts';
import { conflict, invalid, notFound } from './refusal.ts';

/** Kinds a body may name by id, as the codes of refusals spell them. */
const spelled = {
  template: 'template',
  object: 'audit-object',
  user: 'user',
  role: 'role',
  attribute: 'attribute',
  schedule: 'schedule',
  scoreSystem: 'score-system',
} as const;

type Referred = keyof typeof spelled;

/**
 * @throws HTTPException 409 `KIND/not-found` when an id of a body names nothing. The document shows that of a template
 * ("Copy template", Error Responses); the other kinds are formed after it.
 */
export const checkReferences = (dataset: Dataset, kind: Referred, ids: readonly string[]): void => {
  if (ids.some((id) => dataset.records[kind].get(id) === null)) throw conflict(`${spelled[kind]}/not-found`);
};

/** @throws HTTPException 409 when one of these is no group of audit objects. */
export const checkGroups = ({ identifiers, siteGroups }: Dataset, ids: readonly string[]): void => {
  const isGroup = (id: string): boolean =>
    siteGroups.some(({ index }) => identifiers.encode('siteGroup', index) === id);
  if (!ids.every(isGroup)) throw conflict('audit-object-group/not-found');
};

/** Returns the record that the id of a path names. @throws HTTPException 404 when there is none (any more). */
export const recordAt = <K extends Referred>({ records }: Dataset, kind: K, id: string, words: string): RecordOf[K] => {
  const shelves: Shelves = records;
  const record = shelves[kind].get(id);
  if (record === null) throw notFound(words);
  return record;
};

/**
 * Returns the ids of a body that names what to delete or expire, each once.
 * @throws HTTPException 400 without the documented body, 422 when it names nothing.
 */
export const readIds = async (c: SandboxContext): Promise<readonly string[]> => {
  const { ids } = await readBody(c, { ids: required(strings) });
  if (ids.length === 0) throw invalid({ ids: 'names nothing' });
  return [...new Set(ids)];
};

/** Returns a record of reasons without those that do not hold. */
export const problemsOf = (rules: readonly (readonly [field: string, holds: boolean, reason: string])[]) =>
  Object.fromEntries(rules.filter(([, holds]) => holds).map(([field, , reason]) => [field, reason]));

/** @throws HTTPException 422 when one of the rules holds; each names a field, and what is wrong with it. */
export const refuseWhere = (...rules: readonly (readonly [field: string, holds: boolean, reason: string])[]): void => {
  const problems = problemsOf(rules);
  if (Object.keys(problems).length > 0) throw invalid(problems);
};

/** The longest hint of an auditor, in characters ("Create one-time audit", and the schedules). */
export const longestHint = 2000;

/** The rule of a text that has to say something. */
export const isBlank = (text: string): boolean => text.trim() === '';
