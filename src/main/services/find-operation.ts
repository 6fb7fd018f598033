import { AppError } from '../../shared/errors/app-error.ts';
import type { OperationRow } from '../vendors/core/operation.ts';
import type { VendorDefinition } from '../vendors/core/vendor.ts';

/**
 * The row that `vendor.operation` names in the table of a connection's vendor. Throws AppError `bad-input` when it is
 * not of that form, `not-found` when the vendor has no such operation.
 */
export function findOperation(
  definition: VendorDefinition,
  id: string,
): { readonly operation: string; readonly row: OperationRow } {
  const [vendor, operation, ...rest] = id.split('.');
  if (vendor === undefined || operation === undefined || rest.length > 0) {
    throw new AppError('bad-input', 'An operation is named vendor.operation.', { data: { field: 'operation' } });
  }
  const row = Object.hasOwn(definition.operations, operation) ? definition.operations[operation] : undefined;
  if (definition.vendor !== vendor || row === undefined) {
    throw new AppError('not-found', `${definition.vendor} has no operation ${id.slice(0, 80)}.`);
  }
  return { operation, row };
}
