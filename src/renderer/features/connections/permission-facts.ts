import type { ConnectionPermissions, Permission } from '../../../shared/model/permission.ts';
import { formatLocale } from '../../lib/dates.ts';

type Operations = ConnectionPermissions['operations'];

/** Operations with their permissions, by whether they are allowed; in the order they came. */
export function operationsBy(
  operations: Operations,
): Readonly<Record<Permission['permitted'], readonly (readonly [operation: string, permission: Permission])[]>> {
  const groups = Map.groupBy(Object.entries(operations), ([, { permitted }]) => permitted);
  return { yes: groups.get('yes') ?? [], no: groups.get('no') ?? [], unknown: groups.get('unknown') ?? [] };
}

/** False for a vendor that ties no operation to a permission: of it only what was tried is known. */
export const hasRoles = (operations: Operations): boolean =>
  Object.values(operations).some(({ reason }) => !['not-documented', 'learned-yes', 'learned-no'].includes(reason));

/** Names any of which is enough: `a, b or c`. */
export const eitherOf = (names: readonly string[]): string =>
  new Intl.ListFormat(formatLocale, { type: 'disjunction' }).format(names);
