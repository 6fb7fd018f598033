import { describe, expect, it } from 'vitest';
import type { PreparedRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { bytesOf, exampleData, openExample, readExample } from '../support/answer-data.ts';
import { listOperations } from '../support/list-operations.ts';
import { lostPlaces } from '../support/lost-places.ts';
import { baseUrlOf, prepareVector, refusedField, rowOf } from '../support/prepare-vector.ts';
import { registeredVendors } from '../support/registered-vendors.ts';
import type { Vector } from './vectors/vector.ts';

const named = <Case extends { readonly operation: string }>(cases: readonly Case[]) =>
  cases.map((example, index) => [`${example.operation} (${index})`, example] as const);

async function contentOf({ body, headers }: PreparedRequest): Promise<unknown> {
  if (body === null) return undefined;
  if (typeof body === 'string') return headers['content-type'] === 'application/json' ? JSON.parse(body) : body;
  const chunks: Uint8Array[] = [];
  for await (const chunk of body.chunks()) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

type Answered = Vector & { readonly answer: NonNullable<Vector['answer']> };
const isAnswered = (vector: Vector): vector is Answered => vector.answer !== undefined;
const isSuccess = ({ answer }: Answered): boolean => answer.status >= 200 && answer.status < 300;

/** The texts that a refusal says to a person or a program. */
function messagesIn(body: unknown): readonly string[] {
  if (typeof body !== 'object' || body === null) return [];
  return Object.entries(body).flatMap(([key, value]) =>
    key === 'message' && typeof value === 'string' ? [value] : messagesIn(value),
  );
}

describe.each(registeredVendors)('the document of $vendor', ({ definition, vectors, refused }) => {
  const { collections, classify, vendor } = definition;
  const answered = vectors.filter(isAnswered);
  const succeeded = answered.filter(isSuccess);
  // An operation without a row fails where its request is made.
  const ofKind = (...kinds: readonly string[]) =>
    succeeded.filter(({ operation }) => kinds.includes(definition.operations[operation]?.answer.kind ?? ''));

  it.each(named(vectors))('%s goes over the wire as in its example', async (_name, vector) => {
    const request = prepareVector(definition, vector);
    expect(request.method).toBe(vector.request.method);
    expect(request.url.href).toBe(baseUrlOf(definition) + vector.request.target);
    expect(await contentOf(request)).toEqual(vector.request.body);
  });

  it.each(named(vectors))('%s stands in the section that its row names', (_name, { operation, section }) => {
    expect(rowOf(definition, operation).section).toBe(section);
  });

  it.each(named(ofKind('json', 'xml')))(
    '%s is taken as in its example, and kept whole',
    (_name, { operation, answer }) => {
      expect(readExample(definition, operation, answer)).toEqual(exampleData(definition, answer));
    },
  );

  it.each(named(ofKind('json', 'xml')))('%s has no value in its example that reads as nothing', (_name, vector) => {
    const { answer } = rowOf(definition, vector.operation);
    if (!('schema' in answer)) throw new Error(`${vector.operation} does not answer with data`);
    const data = exampleData(definition, vector.answer);
    expect(lostPlaces(data, answer.schema.parse(data))).toEqual([]);
  });

  it.each(named(ofKind('empty')))('%s is taken empty, as in its example', (_name, vector) => {
    expect(vector.answer.body).toBeNull();
    expect(readExample(definition, vector.operation, vector.answer)).toBeNull();
  });

  it.each(named(ofKind('pdf', 'binary')))('%s answers with a file, as in its example', (_name, vector) => {
    const { operation, answer } = vector;
    const { kind } = rowOf(definition, operation).answer;
    expect(answer.contentType).toMatch(kind === 'pdf' ? /^application\/pdf$/ : /^\w+\/[\w.+-]+$/);
    expect(() => readExample(definition, operation, vector.answer)).toThrow(
      expect.objectContaining({ code: 'bad-input', data: { field: 'out' } }),
    );
  });

  it.each(named(answered.filter((vector) => !isSuccess(vector))))(
    '%s is refused as in its example, in the vendor’s own words',
    (_name, { operation, answer }) => {
      const { status, body, contentType = 'application/json' } = answer;
      const text = Buffer.from(bytesOf(answer)).toString();
      const error = classify({ operation, status, contentType, text, retryAfterMs: null });
      expect(error).toMatchObject({ vendor, operation, status, sent: 'yes' });
      expect(error.code).not.toBe('unexpected-answer');
      for (const message of messagesIn(body)) expect(error.vendorText).toContain(message);
    },
  );

  it.each(named(refused))('%s is refused before it is sent when it is not as documented', (_name, vector) => {
    expect(refusedField(definition, vector)).toBe(vector.field);
  });

  it('makes a record of every row that its examples of synced lists show', () => {
    for (const collection of collections) {
      const { mapPage } = collection;
      const operations = listOperations(collection);
      const examples = succeeded.filter(({ operation }) => operations.includes(operation));
      expect([...new Set(examples.map(({ operation }) => operation))].toSorted()).toEqual(operations.toSorted());
      for (const { operation, answer } of examples) {
        const page = mapPage(operation, openExample(definition, operation, answer));
        expect(page.received).toBeGreaterThan(0);
        expect(page.records).toHaveLength(page.received);
      }
    }
  });

  it('reads every example of what completes a record', () => {
    for (const { parts, confirm, mapPart } of collections) {
      const calls = ['complete', 'pending', null].flatMap((status) => parts({ vendorId: 'id', status }));
      for (const { part, operation } of [...calls, ...(confirm === null ? [] : [confirm('id')])]) {
        for (const { answer } of succeeded.filter((vector) => vector.operation === operation)) {
          expect(() => mapPart(part, openExample(definition, operation, answer))).not.toThrow();
        }
      }
    }
  });
});
