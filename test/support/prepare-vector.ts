import { hasCode } from '../../src/shared/errors/app-error.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { prepareRequest, type PreparedRequest } from '../../src/main/vendors/core/prepare-request.ts';
import type { VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import type { RefusedVector, Upload } from '../vendors/vectors/vector.ts';

/** Where requests go that are never sent; a vendor's own address where it has one for all. */
export const baseUrlOf = ({ defaultUrl }: VendorDefinition): string => defaultUrl ?? 'https://vendor.example';

/** The row of an operation. Throws when the table has none. */
export function rowOf({ vendor, operations }: VendorDefinition, operation: string): OperationRow {
  const row = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (row === undefined) throw new Error(`${vendor} has no row ${operation}`);
  return row;
}

function uploadParts({ boundary, name, contentType, content }: Upload) {
  const bytes = Buffer.from(content);
  const open = async function* (): AsyncGenerator<Uint8Array> {
    yield bytes;
  };
  return { boundary, file: { name, contentType, bytes: bytes.length, open } };
}

/** The request that a call makes, as the client would send it. Throws what `prepareRequest` throws. */
export function prepareVector(definition: VendorDefinition, call: Omit<RefusedVector, 'field'>): PreparedRequest {
  const { queryBooleans } = definition;
  return prepareRequest({
    row: rowOf(definition, call.operation),
    baseUrl: baseUrlOf(definition),
    params: call.params,
    ...(queryBooleans ? { queryBooleans } : {}),
    ...(call.upload ? { upload: uploadParts(call.upload) } : {}),
  });
}

/** The field that a refusal names; null for what is no refusal. */
export function refusedFieldOf(error: unknown): string | null {
  const field = hasCode(error, 'bad-input') ? error.data['field'] : null;
  return typeof field === 'string' ? field : null;
}

/** The field for which a call is refused before anything is sent; null when it is not refused. */
export function refusedField(definition: VendorDefinition, call: Omit<RefusedVector, 'field'>): string | null {
  try {
    prepareVector(definition, call);
    return null;
  } catch (error) {
    const field = refusedFieldOf(error);
    if (field === null) throw error;
    return field;
  }
}
