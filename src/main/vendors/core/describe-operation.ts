import { z } from 'zod';
import type { Vendor } from '../../../shared/model/vendor.ts';
import type { VendorOperation } from '../../../shared/model/vendor-operation.ts';
import type { OperationRow, OperationTable } from './operation.ts';

/** A place is optional when nothing in it must be given. */
const place = (schema: z.ZodType): z.ZodType => (schema.safeParse({}).success ? schema.optional() : schema);

/** A row's parameters by place as one schema: `{path, query, body}`, each only where the operation has it. */
function paramsSchema(row: OperationRow): z.ZodType {
  const body = 'schema' in row.body ? row.body.schema : undefined;
  return z.strictObject({
    ...(row.pathParams ? { path: place(z.strictObject(row.pathParams.shape)) } : {}),
    ...(row.query ? { query: place(z.strictObject(row.query.shape)) } : {}),
    ...(body ? { body } : {}),
  });
}

/** One row as the command line and forms show it; `params` is a JSON Schema (draft 2020-12) of what may be given. */
export function describeOperation(vendor: Vendor, name: string, row: OperationRow): VendorOperation {
  const { method, path, summary, effect, tier, repeat } = row;
  const params: unknown = z.toJSONSchema(paramsSchema(row), { io: 'input', unrepresentable: 'any' });
  return { id: `${vendor}.${name}`, vendor, method, path, summary, effect, tier, repeat, params };
}

/** Every row of a vendor's table, in the order of the table. */
export const describeOperations = (vendor: Vendor, table: OperationTable): readonly VendorOperation[] =>
  Object.entries(table).map(([name, row]) => describeOperation(vendor, name, row));
