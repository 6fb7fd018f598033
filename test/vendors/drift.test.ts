import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { DRIFT_KINDS, type DriftKind } from '../../src/shared/model/drift.ts';
import { driftOf } from '../../src/main/vendors/core/drift.ts';
import { createDriftWatch } from '../../src/main/vendors/core/drift-watch.ts';
import {
  wireCode,
  wireFlag,
  wireId,
  wireList,
  wireMoment,
  wireNumber,
  wireObject,
  wireRows,
  wireText,
  wireWord,
} from '../../src/main/vendors/core/wire-fields.ts';
import { exampleData } from '../support/answer-data.ts';
import { classOf, driftedData, isPlace, PRIVATE } from '../support/hostile-drift.ts';
import { handClock } from '../support/hand-clock.ts';
import { rowOf } from '../support/prepare-vector.ts';
import { registeredVendors, type RegisteredVendor } from '../support/registered-vendors.ts';

const ROW = z.object({
  id: wireId,
  name: wireText,
  status: wireWord(['open', 'closed']),
  level: wireCode([0, 1]),
  isDone: wireFlag,
  dueAt: wireMoment,
  tags: wireList(z.looseObject({ name: wireText })),
  place: wireObject(z.looseObject({ floor: wireNumber })),
});
const list = z.looseObject({ data: wireRows(ROW), meta: wireObject(z.looseObject({ total: wireNumber })) });
const good = { id: '1', name: 'A', status: 'open', level: 1, isDone: true, dueAt: '2026-01-01T00:00:00Z', tags: [] };

/** What is found in a list of these rows, as one line each. */
const found = (...rows: readonly unknown[]): readonly string[] =>
  driftOf(list, { data: rows }).map(({ path, kind, example, count }) =>
    [path, kind, ...(example === null ? [] : [example]), count].join(' '),
  );

describe('driftOf', () => {
  it('finds nothing in what is as it should be, or is not there', () => {
    expect(found(good, { id: 2 }, { ...good, name: null, dueAt: null, place: null, level: '0' })).toEqual([]);
    expect(found({ ...good, status: '', dueAt: '', place: { floor: '2' } })).toEqual([]);
    expect(driftOf(list, { data: [] })).toEqual([]);
  });

  it('counts a place once for each value there, whichever row it is in', () => {
    expect(found({ ...good, extra: 1 }, good, { ...good, extra: 2 })).toEqual(['data[].extra new-field 2']);
  });

  it.each<[name: string, change: object, told: string]>([
    ['a word that no document names', { status: 'on hold' }, 'data[].status new-value on hold 1'],
    ['a number that no document names', { level: 7 }, 'data[].level new-value 7 1'],
    ['no word where there is always one', { status: null }, 'data[].status null 1'],
    ['no flag where there is always one', { isDone: null }, 'data[].isDone null 1'],
    ['no list where there is always one', { tags: null }, 'data[].tags null 1'],
    ['an id that is missing', { id: null }, 'data[].id null 1'],
    ['a list in place of a text', { name: ['A'] }, 'data[].name other-type 1'],
    ['a text in place of a list', { tags: 'A' }, 'data[].tags other-type 1'],
    ['a text in place of an object', { place: 'A' }, 'data[].place other-type 1'],
    ['a text in place of a row of a list', { tags: ['A'] }, 'data[].tags[] other-type 1'],
    ['a word in place of a flag', { isDone: 'yes' }, 'data[].isDone other-type 1'],
    ['a word in place of a date', { dueAt: 'tomorrow' }, 'data[].dueAt other-type 1'],
    ['a word in place of a number', { place: { floor: 'ground' } }, 'data[].place.floor other-type 1'],
    ['a new field deep inside', { tags: [{ name: 'A', color: 1 }] }, 'data[].tags[].color new-field 1'],
  ])('tells of %s', (_name, change, told) => {
    expect(found({ ...good, ...change })).toEqual([told]);
  });

  it('holds no value but a word of an enumeration, and no name that may be data', () => {
    const [word] = driftOf(list, { data: [{ ...good, status: PRIVATE }] });
    expect(word).toMatchObject({ kind: 'new-value', example: null });
    const names = { [PRIVATE]: 1, 'Jane Doe': 1, 'a1b2c3d4-1': 1, customer_20260101: 1, ['x'.repeat(80)]: 1 };
    expect(found({ ...good, ...names })).toEqual(['data[].* new-field 5']);
    expect(found({ ...good, status: `a sentence, ${'and so on '.repeat(9)}` })).toEqual(['data[].status new-value 1']);
  });

  it('looks at no more than 200 rows of a list, and tells of no more than 50 places', () => {
    expect(found(...Array.from({ length: 1000 }, () => ({ ...good, extra: 1 })))).toEqual([
      'data[].extra new-field 200',
    ]);
    const wide = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`field${index}`, 1]));
    expect(found({ ...good, ...wide })).toHaveLength(50);
  });

  it('reads plain schemas too: optional, nullable, literal, enum, record, union, one that holds itself', () => {
    const plain: z.ZodType = z.object({
      a: z.string().optional(),
      b: z.number().nullable(),
      c: z.literal(['x', 'y']),
      d: z.enum(['p', 'q']).nullish(),
      e: z.record(z.string(), z.boolean()),
      f: z.union([z.object({ g: z.string() }), z.string()]),
      get inner() {
        return plain.optional();
      },
    });
    const fine = { a: '', b: null, c: 'x', d: null, e: { k: true }, f: { g: '' } };
    expect(driftOf(plain, { ...fine, inner: fine })).toEqual([]);
    const odd = { a: 1, b: 'x', c: 'z', d: 'r', e: { k: 1 }, f: { g: '', h: 1 }, inner: { ...fine, i: 1 } };
    expect(driftOf(plain, odd).map(({ path, kind }) => `${path} ${kind}`)).toEqual([
      'a other-type',
      'b other-type',
      'c new-value',
      'd new-value',
      'e.* other-type',
      'f.h new-field',
      'inner.i new-field',
    ]);
  });

  it('goes by the choice that takes the value and names most of it, whatever that has new', () => {
    const rows = wireRows(z.looseObject({ id: wireId }));
    const either = z.union([rows, z.looseObject({ items: rows }), z.looseObject({})]);
    const told = (data: unknown) => driftOf(either, data).map(({ path, kind }) => `${path} ${kind}`);
    expect(told([{ id: 1, a: 1 }])).toEqual(['[].a new-field']);
    expect(told({ items: [{ id: 1, a: 1 }], b: 1 })).toEqual(['items[].a new-field', 'b new-field']);
    expect(told({ tickets: [] })).toEqual([]);
    expect(told('text')).toEqual([' other-type']);
  });

  it('says nothing of an object of which nothing is known', () => {
    expect(driftOf(z.looseObject({}), { id: 1 })).toEqual([]);
    expect(driftOf(z.unknown(), { id: 1 })).toEqual([]);
  });
});

describe('createDriftWatch', () => {
  const { definition } = registeredVendors.find(({ vendor }) => vendor === 'monitorqa') as RegisteredVendor;
  const odd = { id: 'c', name: 'Company', fieldOfTomorrow: 1 };

  it('looks at the first answer of each operation, then at one in a hundred, or after five minutes', () => {
    const clock = handClock('2026-01-01T00:00:00.000Z');
    const watch = createDriftWatch(clock.now);
    const looks = (answers: number): number =>
      Array.from({ length: answers }, () => watch.look(definition, 'getCompany', odd)).flat().length;
    expect(looks(100)).toBe(1);
    expect(looks(1)).toBe(1);
    expect(looks(99)).toBe(0);
    expect(watch.look(definition, 'listUsers', [{ id: 'u', extra: 1 }])).toHaveLength(1);
    clock.advance(5 * 60_000);
    expect(looks(50)).toBe(1);
  });

  it('does not take an empty answer, a file or an operation it does not know for a look', () => {
    const watch = createDriftWatch(() => 0);
    expect(watch.look(definition, 'getCompany', null)).toEqual([]);
    expect(watch.look(definition, 'getFile', odd)).toEqual([]);
    expect(watch.look(definition, 'toString', odd)).toEqual([]);
    expect(watch.look(definition, 'getCompany', odd)).toHaveLength(1);
  });
});

/** The examples of what a vendor's operations answer with, as data, and the row that each is of. */
function examplesOf({ definition, vectors }: RegisteredVendor) {
  return vectors.flatMap(({ operation, answer }) => {
    const row = rowOf(definition, operation);
    if (!answer || answer.status > 299 || answer.body === null || !('schema' in row.answer)) return [];
    return [{ operation, row, schema: row.answer.schema, data: exampleData(definition, answer) }];
  });
}

describe.each(registeredVendors)('drift of $vendor (R19)', (vendor) => {
  const examples = examplesOf(vendor);

  it('is none in anything that the document shows: every field of it has a name here', () => {
    for (const { operation, schema, data } of examples) {
      expect({ operation, drift: driftOf(schema, data) }).toEqual({ operation, drift: [] });
    }
  });

  it('is told at the place where it is, and nowhere else, wherever an example is changed', () => {
    for (const { operation, schema, data } of examples) {
      for (const { kinds, place, data: changed } of driftedData(data)) {
        const told = driftOf(schema, changed);
        expect(told.length, `${operation} ${place.join('.')}`).toBeLessThanOrEqual(1);
        for (const { path, kind, example } of told) {
          expect(isPlace(path, place), `${operation} ${place.join('.')}: ${path}`).toBe(true);
          expect(kinds).toContain(kind);
          expect(example ?? 'value-of-tomorrow').toMatch(/^(value-of-tomorrow|987)$/);
        }
        expect(JSON.stringify(told)).not.toContain(PRIVATE);
      }
    }
  });

  it('is seen in what is read and in what answers a change', () => {
    const seen = new Map<string, Set<DriftKind>>();
    for (const { row, schema, data } of examples) {
      const kinds = seen.get(classOf(row)) ?? new Set();
      seen.set(classOf(row), kinds);
      const told = [...driftedData(data)].flatMap((changed) => driftOf(schema, changed.data));
      for (const { kind } of told) kinds.add(kind);
    }
    const ofReads = new Set([...(seen.get('list') ?? []), ...(seen.get('detail') ?? [])]);
    expect([...ofReads].toSorted()).toEqual([...DRIFT_KINDS].toSorted());
    // Of an answer whose form is documented nowhere nothing can be said.
    for (const kinds of seen.values()) expect(kinds.size === 0 || kinds.has('new-field')).toBe(true);
  });
});
