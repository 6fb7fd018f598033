import type { DriftKind } from '../../src/shared/model/drift.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';

/** What nobody may find again in what is told of an answer. */
export const PRIVATE = 'jane.doe@example.com';

/** An answer's data with one place changed, as its vendor might change it one day. */
export interface DriftedData {
  /** What it may be told as: a word that no document names is no date either, and a number no flag. */
  readonly kinds: readonly DriftKind[];
  /** Names from the outside in, `[]` for rows. */
  readonly place: readonly string[];
  readonly data: unknown;
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The changes of one value itself. */
function* changesOf(value: unknown): Generator<Pick<DriftedData, 'kinds' | 'data'>> {
  if (value === null || value === undefined) return;
  yield { kinds: ['null'], data: null };
  yield { kinds: ['other-type'], data: isFields(value) ? PRIVATE : { [PRIVATE]: PRIVATE } };
  if (typeof value === 'string') yield { kinds: ['new-value', 'other-type'], data: 'value-of-tomorrow' };
  if (typeof value === 'number') yield { kinds: ['new-value', 'other-type'], data: 987 };
}

/** `data` with every place changed in every way, one at a time. */
export function* driftedData(data: unknown, place: readonly string[] = []): Generator<DriftedData> {
  if (place.length > 0) for (const change of changesOf(data)) yield { ...change, place };
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) {
      for (const inner of driftedData(item, [...place, '[]'])) yield { ...inner, data: data.with(index, inner.data) };
    }
  }
  if (!isFields(data)) return;
  // Where names are data, a new one is an entry of another form.
  yield {
    kinds: ['new-field', 'other-type'],
    place: [...place, 'fieldOfTomorrow'],
    data: { ...data, fieldOfTomorrow: PRIVATE },
  };
  for (const [name, value] of Object.entries(data)) {
    for (const inner of driftedData(value, [...place, name])) yield { ...inner, data: { ...data, [name]: inner.data } };
  }
}

/** Whether a told path means this place: `*` stands for any name. */
export function isPlace(path: string, place: readonly string[]): boolean {
  const told = path.match(/\[\]|[^.[\]]+/g) ?? [];
  return told.length === place.length && told.every((name, index) => name === '*' || name === place[index]);
}

/** The same data in the envelope that they came in; null where nobody can say how (XML). */
export function wrapped(body: unknown, data: unknown, changed: unknown): unknown {
  if (body === data) return changed;
  if (!isFields(body)) return null;
  const name = Object.keys(body).find((key) => body[key] === data);
  return name === undefined ? null : { ...body, [name]: changed };
}

/** What kind of call a row is, as answers go. */
export function classOf({ effect, paging, answer }: OperationRow): 'list' | 'detail' | 'write' | 'file' {
  if (answer.kind === 'pdf' || answer.kind === 'binary') return 'file';
  if (effect !== 'read') return 'write';
  return paging === 'none' ? 'detail' : 'list';
}
