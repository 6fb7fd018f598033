import type { FieldChange } from '../../shared/model/outbox.ts';
import type { CallParams, OperationRow } from '../vendors/core/operation.ts';
import type { Secret } from '../vendors/core/vendor.ts';

/** Stands in the outbox where a secret was given: a value there would lie in a database. */
const KEPT_APART = '(kept with the secrets)';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What stands at a path of names; undefined where there is nothing. */
const valueAt = (value: unknown, [name, ...rest]: readonly string[]): unknown =>
  name === undefined ? value : isFields(value) && Object.hasOwn(value, name) ? valueAt(value[name], rest) : undefined;

/** The same with another value at the path, which must be there. */
function withValueAt(value: Fields, [name = '', ...rest]: readonly string[], next: unknown): Fields {
  return { ...value, [name]: rest.length === 0 ? next : withValueAt(value[name] as Fields, rest, next) };
}

/** A call's parameters without the secrets among them (`secretParams` of the row), and those by their paths. */
export function takeSecrets(
  { secretParams = [] }: OperationRow,
  params: CallParams,
): { readonly params: CallParams; readonly secret: Secret } {
  const found = secretParams.flatMap((path) => {
    const value = valueAt(params, path.split('.'));
    return typeof value === 'string' && value !== '' ? [[path, value] as const] : [];
  });
  const rest = found.reduce<Fields>((left, [path]) => withValueAt(left, path.split('.'), KEPT_APART), params as Fields);
  return { params: rest, secret: Object.fromEntries(found) };
}

/** The parameters as they were given. */
export const putSecretsBack = (params: CallParams, secret: Secret): CallParams =>
  Object.entries(secret).reduce<Fields>(
    (left, [path, value]) => withValueAt(left, path.split('.'), value),
    params as Fields,
  );

/** Whether a secret belongs into these parameters before they can be sent. */
export const lacksSecret = ({ secretParams = [] }: OperationRow, params: CallParams): boolean =>
  secretParams.some((path) => valueAt(params, path.split('.')) === KEPT_APART);

/** What a change changes, without what is secret of it. */
export const withoutSecrets = (
  { secretParams = [] }: OperationRow,
  changes: readonly FieldChange[],
): readonly FieldChange[] => {
  const names = new Set(secretParams.map((path) => path.split('.').at(-1)));
  return changes.map((change) => (names.has(change.field) ? { ...change, before: null, after: KEPT_APART } : change));
};
