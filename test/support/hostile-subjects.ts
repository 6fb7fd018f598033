import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import type { Vector } from '../vendors/vectors/vector.ts';
import { bytesOf, exampleData } from './answer-data.ts';
import { classOf } from './hostile-drift.ts';
import type { HostileFault, Outcome } from './hostile-outcomes.ts';
import type { RightAnswer } from './hostile-server.ts';
import { rowOf } from './prepare-vector.ts';
import { registeredVendors, type RegisteredVendor } from './registered-vendors.ts';

/** One operation that is answered badly, and how it is answered rightly. */
export interface HostileSubject {
  readonly name: string;
  readonly method: 'read' | 'write' | 'file';
  readonly vendor: RegisteredVendor;
  readonly row: OperationRow;
  readonly vector: Vector;
  readonly right: RightAnswer;
  /** The data of the right answer; null for a file. */
  readonly data: unknown;
}

const PDF = `%PDF-1.7\n${'% nothing but a comment\n'.repeat(40)}startxref\n0\n%%EOF\n`;
const FILES = {
  pdf: ['application/pdf', PDF],
  binary: ['image/jpeg', `\u00ff\u00d8\u00ff\u00e0${'picture '.repeat(99)}`],
} as const;

function subjectOf(vendor: RegisteredVendor, vector: Vector): HostileSubject | null {
  const { definition } = vendor;
  const { operation, answer } = vector;
  const row = rowOf(definition, operation);
  const common = { name: `${vendor.vendor}.${operation} (${row.paging})`, vendor, row, vector };
  if (row.answer.kind === 'pdf' || row.answer.kind === 'binary') {
    const [contentType, text] = FILES[row.answer.kind];
    return { ...common, method: 'file', right: { contentType, body: Buffer.from(text, 'latin1') }, data: null };
  }
  const isTaken = answer !== undefined && answer.status < 300 && answer.body !== null && 'schema' in row.answer;
  if (!isTaken || vector.upload || Object.hasOwn(definition.secretsInAnswer ?? {}, operation)) return null;
  const body = Buffer.from(bytesOf(answer));
  const right = { contentType: answer.contentType ?? 'application/json', body };
  return {
    ...common,
    method: classOf(row) === 'write' ? 'write' : 'read',
    right,
    data: exampleData(definition, answer),
  };
}

const every: readonly HostileSubject[] = registeredVendors.flatMap((vendor) => {
  const operations = new Set<string>();
  return vendor.vectors.flatMap((vector) => {
    const subject = operations.has(vector.operation) ? null : subjectOf(vendor, vector);
    if (subject !== null) operations.add(vector.operation);
    return subject ?? [];
  });
});

const firsts = (subjects: readonly HostileSubject[], keyOf: (subject: HostileSubject) => string) => [
  ...new Map(subjects.toReversed().map((subject) => [keyOf(subject), subject])).values(),
];

/** One list for each paging style there is, and of each vendor among these one change and one file. */
function few(): readonly HostileSubject[] {
  const lists = firsts(
    every.filter(({ method }) => method === 'read'),
    ({ row }) => row.paging,
  );
  const others = every.filter(
    ({ method, vendor }) => method !== 'read' && lists.some((list) => list.vendor === vendor),
  );
  return [...lists, ...firsts(others, ({ method, vendor }) => `${vendor.vendor} ${method}`)];
}

/** What is answered badly: one operation of each sort or, in a long run, every one that is documented with its answer. */
export const hostileSubjects: readonly HostileSubject[] = process.env['PLUMBLINE_LONG'] === undefined ? few() : every;

/** What must come of a fault for a subject; undefined where the fault means nothing to it. */
export function outcomeOf({ method, row }: HostileSubject, fault: HostileFault): Outcome | undefined {
  return (row.answer.kind === 'binary' ? fault.picture : undefined) ?? fault[method];
}
