import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_LEVELS } from '../../src/shared/lib/parse-json.ts';
import type { MappedPage } from '../../src/shared/model/mapped-record.ts';
import { contentHash } from '../../src/main/store/content-hash.ts';
import { readData } from '../../src/main/vendors/core/read-answer.ts';
import { parseJsonAnswer } from '../../src/main/vendors/core/parse-answer.ts';
import { failureOf, originOf, typed } from '../support/hostile-fuzz.ts';
import { hostileBytes, hostileValue, spoiledAnswer } from '../support/hostile-json.ts';
import { listOperations } from '../support/list-operations.ts';
import { registeredVendors } from '../support/registered-vendors.ts';

/** JSON of so many levels. */
const nests: readonly (readonly [string, (levels: number) => string])[] = [
  ['arrays', (levels) => `${'['.repeat(levels)}${']'.repeat(levels)}`],
  ['objects', (levels) => `${'{"a":'.repeat(levels - 1)}{}${'}'.repeat(levels - 1)}`],
  ['rows with others before and after', (levels) => `${'[{},'.repeat(levels - 1)}[]${',{}]'.repeat(levels - 1)}`],
];

/** A page's records have what the store writes into columns, of the type it writes there. */
function checkPage(page: MappedPage): void {
  expect(page.records.length).toBeLessThanOrEqual(page.received);
  expect([null, 'number']).toContain(page.total === null ? null : typeof page.total);
  expect([null, 'string']).toContain(page.cursor === null ? null : typeof page.cursor);
  for (const { vendorId, title, text, score, people, ...fields } of page.records) {
    expect([vendorId, title]).toEqual([expect.stringMatching(/\S/), expect.any(String)]);
    expect([text, people]).toEqual([expect.any(String), expect.any(Array)]);
    expect(score === null || Number.isFinite(score)).toBe(true);
    const { status, priority, number, project, parent, dueAt, dueZone, createdAt, updatedAt } = fields;
    for (const value of [status, priority, number, project, parent, dueZone]) {
      expect(value === null || typeof value === 'string').toBe(true);
    }
    for (const at of [dueAt, createdAt, updatedAt]) expect(at === null || !Number.isNaN(Date.parse(at))).toBe(true);
  }
}

describe('parseJsonAnswer (R8)', () => {
  it('reads or refuses whatever a vendor may send, and leaves every object as it was', () => {
    expect(
      failureOf(
        fc.property(hostileBytes(hostileValue), (bytes) => {
          typed(() => parseJsonAnswer(originOf(), bytes));
        }),
      ),
    ).toBeNull();
  });

  it('reads or refuses bytes that are no text at all', () => {
    expect(
      failureOf(
        fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (bytes, contentType) => {
          typed(() => parseJsonAnswer({ ...originOf(), contentType }, bytes));
        }),
      ),
    ).toBeNull();
  });

  it('reads a text of 10 MB to the letter', () => {
    const long = 'ü'.repeat(5 * 1024 * 1024);
    expect(parseJsonAnswer(originOf(), Buffer.from(JSON.stringify({ long })))).toEqual({ long });
  });

  it.each(nests)('takes %s as deep as all else can follow, and refuses what is deeper', (_what, nest) => {
    const bytes = (levels: number) => Buffer.from(nest(levels));
    const deepest = parseJsonAnswer(originOf(), bytes(MOST_LEVELS));
    expect(structuredClone(deepest)).toEqual(deepest);
    expect(contentHash(deepest)).toBe(contentHash(JSON.parse(JSON.stringify(deepest))));
    for (const levels of [MOST_LEVELS + 1, 5000, 100_000]) {
      expect(() => parseJsonAnswer(originOf(), bytes(levels))).toThrow(
        expect.objectContaining({ code: 'unexpected-answer', sent: 'yes' }),
      );
    }
  });

  it('takes any number of brackets that are not within each other, or are text', () => {
    const many = { rows: Array.from({ length: 5000 }, () => [{}]), text: '[{'.repeat(5000) };
    expect(parseJsonAnswer(originOf(), Buffer.from(JSON.stringify(many)))).toEqual(many);
  });

  it('takes the last of a name that comes twice, and a prototype as a field like any other', () => {
    const json = parseJsonAnswer(originOf(), Buffer.from('{"id":1,"id":2,"__proto__":{"polluted":true}}'));
    expect(json).toHaveProperty('id', 2);
    expect(Object.hasOwn(Object(json) as object, '__proto__')).toBe(true);
    expect((json as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe.each(registeredVendors)('what is read from answers of $vendor (R8)', ({ definition, vectors }) => {
  const { collections, classify, audits, actions, company } = definition;
  const answersOf = (is: (operation: string) => boolean): readonly unknown[] =>
    vectors.flatMap(({ operation, answer }) => (is(operation) && answer?.body ? [answer.body] : []));

  const json = Object.entries(definition.operations).filter(([, { answer }]) => answer.kind === 'json');
  const every = answersOf(() => true);

  /** Bytes that are hostile through and through, or nearly what the document shows. */
  const bytesLike = (answers: readonly unknown[]) =>
    hostileBytes(
      fc.oneof(hostileValue, ...(answers.length === 0 ? [] : [spoiledAnswer(answers), spoiledAnswer(answers)])),
    );

  it('is data or a typed error for every operation', () => {
    expect(
      failureOf(
        fc.property(fc.constantFrom(...json), bytesLike(every), ([operation], bytes) => {
          typed(() => readData(definition, originOf(operation), bytes));
        }),
      ),
    ).toBeNull();
  });

  it.each(json)('is data or a typed error for %s, whose answer is nearly its example', (operation) => {
    const own = answersOf((name) => name === operation);
    expect(
      failureOf(
        fc.property(hostileBytes(spoiledAnswer(own)), (bytes) => {
          typed(() => readData(definition, originOf(operation), bytes));
        }),
        60,
      ),
    ).toBeNull();
  });

  it.each(collections.map((collection) => [collection.kind, collection] as const))(
    'is a page of the kind %s or a typed error',
    (_kind, collection) => {
      const { mapPage } = collection;
      const operations = listOperations(collection);
      expect(
        failureOf(
          fc.property(
            fc.constantFrom(...operations),
            bytesLike(answersOf((name) => operations.includes(name))),
            (operation, bytes) => {
              const page = typed(() => mapPage(operation, parseJsonAnswer(originOf(operation), bytes)));
              if (page !== null) checkPage(page);
            },
          ),
        ),
      ).toBeNull();
    },
  );

  const documents: Readonly<Record<string, ((part: unknown, list?: unknown) => unknown) | undefined>> = {
    'audit detail': audits?.head,
    'audit report': audits?.report,
    'corrective-action detail': actions?.read,
  };
  const parts = collections.flatMap(({ kind, mapPart, parts: callsOf, confirm }) => {
    const calls = ['complete', 'pending', null].flatMap((status) => callsOf({ vendorId: 'id', status }));
    return [...calls, ...(confirm === null ? [] : [confirm('id')])].map(({ part, operation }) => {
      const show = documents[`${kind} ${part}`];
      return [`${kind} ${part} of ${operation}`, { mapPart, part, operation, show }] as const;
    });
  });

  it.each([...new Map(parts)])(
    'is the part %s or a typed error, and what was taken can be shown',
    (_name, { mapPart, part, operation, show }) => {
      const own = bytesLike(answersOf((name) => name === operation));
      expect(
        failureOf(
          fc.property(own, own, (bytes, other) => {
            const [said, list] = [bytes, other].map((some) => typed(() => parseJsonAnswer(originOf(operation), some)));
            if (typed(() => mapPart(part, said)) !== null) show?.(said, list);
          }),
        ),
      ).toBeNull();
    },
  );

  it('names the company, or says that it is none', () => {
    expect(
      failureOf(
        fc.property(bytesLike(every), (bytes) => {
          const found = company?.(typed(() => parseJsonAnswer(originOf(), bytes)));
          expect([undefined, null, expect.any(String)]).toContainEqual(found?.name);
        }),
      ),
    ).toBeNull();
  });

  it('is always an error with a code when it is a refusal', () => {
    expect(
      failureOf(
        fc.property(
          bytesLike(every),
          fc.integer({ min: 300, max: 599 }),
          fc.constantFrom('application/json', 'text/html', ''),
          (bytes, status, contentType) => {
            const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
            const error = classify({ operation: 'fuzz', status, contentType, text, retryAfterMs: null });
            // Where an envelope tells another status than HTTP, the vendor means that one.
            expect(error).toMatchObject({ status: expect.any(Number), sent: 'yes', code: expect.any(String) });
          },
        ),
      ),
    ).toBeNull();
  });
});
