import type { OperationTable } from './operation.ts';

/** The table of a vendor's operations with its names kept in the type, each row checked against `OperationRow`. */
export const defineOperations = <const Table extends OperationTable>(table: Table): Table => table;
