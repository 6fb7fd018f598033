import { describe, expect, it } from 'vitest';
import { describeOperation } from '../../src/main/vendors/core/describe-operation.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { VENDORS } from '../../src/shared/model/vendor.ts';
import { listedOperations } from '../support/operation-list.ts';
import { rowOf } from '../support/prepare-vector.ts';
import { registeredVendors } from '../support/registered-vendors.ts';
import { undescribedFields } from '../support/undescribed-fields.ts';

const listed = listedOperations();

const byPath = (row: OperationRow): readonly string[] =>
  [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

const takesAnything = ({ pathParams, query, body }: OperationRow): boolean =>
  pathParams !== undefined || query !== undefined || body.kind !== 'none';

describe('the list of operations', () => {
  it('has all that the five documents have, each once', () => {
    const count = (vendor: string) => listed.filter((operation) => operation.vendor === vendor).length;
    expect(Object.fromEntries(VENDORS.map((vendor) => [vendor, count(vendor)]))).toEqual({
      conqa: 13,
      monitorqa: 68,
      smartq: 49,
      aconex: 3,
      connectnow: 23,
    });
    expect(listed).toHaveLength(156);
    expect(new Set(listed.map(({ vendor, operation }) => `${vendor}.${operation}`)).size).toBe(156);
    expect(new Set(listed.map(({ vendor, method, path }) => `${vendor} ${method} ${path}`)).size).toBe(156);
  });

  it('gives a danger to all that changes something and to nothing that reads', () => {
    for (const { effect, method, tier, repeat } of listed) {
      expect([method === 'GET', tier === '-', repeat === 'safe']).toEqual(Array(3).fill(effect === 'read'));
    }
  });
});

describe.each(registeredVendors)('the table of $vendor', ({ vendor, definition, vectors, refused, handled }) => {
  const mine = listed.filter((operation) => operation.vendor === vendor);
  const names = mine.map(({ operation }) => operation);
  const built = names.filter((name) => Object.hasOwn(definition.operations, name));
  const missingFrom = (covered: readonly string[], of: readonly string[] = names) =>
    of.filter((name) => !covered.includes(name));

  it('has exactly the operations of the list', () => {
    expect(Object.keys(definition.operations).toSorted()).toEqual(names.toSorted());
  });

  it.each(built)('%s has the facts of the list', (operation) => {
    const { method, path, effect, tier, repeat, paging } = rowOf(definition, operation);
    const row = { vendor, operation, method, path, effect, tier: tier ?? '-', repeat, paging };
    expect(row).toEqual(mine.find((facts) => facts.operation === operation));
  });

  it.each(built)('%s has a path parameter for each name in its path, and no other', (operation) => {
    const row = rowOf(definition, operation);
    expect(Object.keys(row.pathParams?.shape ?? {}).toSorted()).toEqual(byPath(row).toSorted());
  });

  it.each(built)('%s says what it does and what each of its fields is', (operation) => {
    const row = rowOf(definition, operation);
    expect([row.summary, row.section]).toEqual([expect.stringMatching(/\S/), expect.stringMatching(/\S/)]);
    const { params } = describeOperation(definition.vendor, operation, row);
    const { properties } = params as { readonly properties: Readonly<Record<string, Record<string, unknown>>> };
    const undescribed = Object.entries(properties).flatMap(([place, fields]) => undescribedFields(fields, place));
    expect(undescribed).toEqual([]);
  });

  it('has an example of its document for every operation', () => {
    expect(missingFrom(vectors.map(({ operation }) => operation))).toEqual([]);
  });

  it('has an example answer for every operation that answers with data', () => {
    const answers = built.filter((name) => rowOf(definition, name).answer.kind === 'json');
    const shown = vectors.filter(({ answer }) => answer !== undefined && answer.status < 300);
    expect(
      missingFrom(
        shown.map(({ operation }) => operation),
        answers,
      ),
    ).toEqual([]);
  });

  it('has bad input that is refused for every operation that takes anything', () => {
    const taking = built.filter((name) => takesAnything(rowOf(definition, name)));
    expect(
      missingFrom(
        refused.map(({ operation }) => operation),
        taking,
      ),
    ).toEqual([]);
  });

  it('has no example of an operation that is not in the list', () => {
    const used = [...vectors, ...refused].map(({ operation }) => operation);
    expect(used.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('is answered by the sample vendor, operation for operation', () => {
    const facts = ({ method, path }: { readonly method: string; readonly path: string }, name: string) =>
      `${name}: ${method} ${path}`;
    expect(handled.map((one) => facts(one, one.name)).toSorted()).toEqual(
      mine.map((one) => facts(one, one.operation)).toSorted(),
    );
  });
});
