import { readFileSync } from 'node:fs';

/** One documented operation, as the list in test/vendors/operations.tsv has it. */
export interface ListedOperation {
  readonly vendor: string;
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly effect: string;
  /** `-` for what reads. */
  readonly tier: string;
  readonly repeat: string;
  readonly paging: string;
}

/** The operations that the documents of the five vendors have: a list of its own, which no table is made from. */
export function listedOperations(): readonly ListedOperation[] {
  const text = readFileSync(new URL('../vendors/operations.tsv', import.meta.url), 'utf8');
  const [head = '', ...lines] = text.trimEnd().split('\n');
  const names = head.split('\t');
  return lines.map((line) => {
    const cells = line.split('\t');
    if (cells.length !== names.length) throw new Error(`The list of operations has a broken line: ${line}`);
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) as unknown as ListedOperation;
  });
}
