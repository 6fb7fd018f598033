import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { isAppError } from '../../src/shared/errors/app-error.ts';
import { safeName } from '../../src/main/files/file-names.ts';
import { sniffType } from '../../src/main/files/sniff.ts';
import { parseContentDisposition } from '../../src/main/vendors/core/content-disposition.ts';
import { driftOf } from '../../src/main/vendors/core/drift.ts';
import type { OperationRow } from '../../src/main/vendors/core/operation.ts';
import { parseJsonAnswer } from '../../src/main/vendors/core/parse-answer.ts';
import { parseXmlAnswer } from '../../src/main/vendors/core/parse-xml.ts';
import { prepareRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { readData } from '../../src/main/vendors/core/read-answer.ts';
import { failureOf, originOf, typed } from '../support/hostile-fuzz.ts';
import { hostileBytes, hostileValue } from '../support/hostile-json.ts';
import { hostileDisposition, hostileXml } from '../support/hostile-text.ts';
import { registeredVendors } from '../support/registered-vendors.ts';

/** Every value in it is a text, an array or an object of these: nothing was guessed. */
function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return true;
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every(isPlain);
}

describe('parseXmlAnswer (R8)', () => {
  it('reads or refuses whatever a vendor may send, and guesses nothing of it', () => {
    expect(
      failureOf(
        fc.property(hostileBytes(hostileXml), fc.constantFrom('application/xml', 'text/xml', ''), (bytes, type) => {
          const data = typed(() => parseXmlAnswer(originOf('fuzz', type), bytes, ['Project']));
          expect(data === null || isPlain(data)).toBe(true);
        }),
      ),
    ).toBeNull();
  });

  it('reads or refuses bytes that are no text at all, and JSON', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 200 }), hostileBytes(hostileValue));
    expect(
      failureOf(
        fc.property(bytes, fc.string(), (given, type) => {
          typed(() => parseXmlAnswer(originOf('fuzz', type), given, []));
        }),
      ),
    ).toBeNull();
  });
});

describe('parseContentDisposition (R8)', () => {
  it('gives one name without a folder in it, which can be made one for a disk, or none', () => {
    expect(
      failureOf(
        fc.property(fc.oneof(hostileDisposition, fc.string({ unit: 'binary' })), (header) => {
          const name = parseContentDisposition(header);
          if (name === null) return;
          expect(name).toMatch(/\S/);
          expect(name).not.toMatch(/[/\\]/);
          expect(safeName(name)).toMatch(/^[^/\\:\p{Cc}]+$/u);
        }),
      ),
    ).toBeNull();
  });
});

/** A form of fields that nobody knows beforehand. */
const FORM = {
  summary: 'A form',
  section: 'A form',
  method: 'POST',
  path: '/form',
  body: { kind: 'form', schema: z.record(z.string(), z.unknown()) },
  answer: { kind: 'json', schema: z.looseObject({ id: z.string() }) },
  paging: 'none',
  effect: 'write',
  tier: 'T1',
  repeat: 'never',
} as const satisfies OperationRow;

/** What a form can say, and what it cannot. */
const fields = fc.dictionary(
  fc.oneof(fc.constantFrom('ticket', '__proto__', 'a[b]', 'a&b=c', ''), fc.string({ unit: 'binary', maxLength: 6 })),
  fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(
        null,
        true,
        false,
        0,
        1e21,
        Number.NaN,
        Number.POSITIVE_INFINITY,
        2n ** 80n,
        '',
        '&=+% ',
        '\ud800',
      ),
      fc.constant(undefined),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.string({ maxLength: 4 }), tie('value'), { maxKeys: 3 }),
    ),
  })).value,
);

describe('a form (R8)', () => {
  it('is sent whole in letters that no server reads as anything else, or refused before it is sent', () => {
    expect(
      failureOf(
        fc.property(fields, (body) => {
          let sent: unknown;
          try {
            sent = prepareRequest({ row: FORM, baseUrl: 'https://vendor.example', params: { body } }).body;
          } catch (error) {
            if (!isAppError(error) || error.code !== 'bad-input') throw error;
            return;
          }
          expect(sent).toMatch(/^[\w.%+&=-]*$/);
          const pairs = String(sent).split('&').filter(Boolean);
          for (const pair of pairs) expect(pair.split('=')).toHaveLength(2);
          const named = [...new URLSearchParams(String(sent)).keys()].map((key) => key.replace(/\[.*$/s, ''));
          const given = Object.keys(body).map((key) => key.replace(/\[.*$/s, ''));
          expect(named.filter((name) => !given.includes(name))).toEqual([]);
        }),
      ),
    ).toBeNull();
  });

  it('in place of data is a typed error, for every operation', () => {
    const texts = fc
      .array(fc.tuple(fc.string(), fc.string({ unit: 'binary' })), { minLength: 1, maxLength: 5 })
      .map(
        (pairs) =>
          `a=1&${new URLSearchParams(pairs.map(([key, value]): [string, string] => [key, value.toWellFormed()])).toString()}`,
      );
    for (const { definition } of registeredVendors) {
      const named = Object.entries(definition.operations).filter(([, { answer }]) => 'schema' in answer);
      expect(
        failureOf(
          fc.property(fc.constantFrom(...named), texts, ([operation], text) => {
            const origin = originOf(operation, 'application/x-www-form-urlencoded');
            expect(typed(() => readData(definition, origin, Buffer.from(text)))).toBeNull();
          }),
          100,
        ),
      ).toBeNull();
    }
  });
});

/** What stands in the first bytes of a file of each type. */
const SIGNATURES: Readonly<Partial<Record<string, string>>> = {
  'application/pdf': '%PDF-',
  'image/png': '\u0089PNG',
  'image/jpeg': '\u00ff\u00d8\u00ff',
  'image/gif': 'GIF8',
};

describe('sniffType (R8)', () => {
  it('takes nothing for a PDF or a picture but what begins like one', () => {
    const heads = [
      '%PDF-1.7',
      '%PDF',
      ' %PDF-1.4',
      '<html>%PDF-',
      '\u0089PNG\r\n\u001a\n',
      '\u00ff\u00d8\u00ff',
      'GIF89a',
      'MZ',
      'PK',
    ];
    expect(
      failureOf(
        fc.property(fc.constantFrom(...heads, ''), fc.uint8Array({ maxLength: 600 }), (head, rest) => {
          const bytes = Buffer.concat([Buffer.from(head, 'latin1'), rest]);
          const type = sniffType(bytes);
          const signature = SIGNATURES[type] ?? '';
          expect(bytes.toString('latin1')).toContain(signature);
        }),
      ),
    ).toBeNull();
  });
});

describe('driftOf (R8)', () => {
  it('tells of whatever a vendor may send, and never fails', () => {
    for (const { definition } of registeredVendors) {
      const schemas = Object.values(definition.operations).flatMap(({ answer }) =>
        'schema' in answer ? [answer.schema] : [],
      );
      expect(
        failureOf(
          fc.property(fc.constantFrom(...schemas), hostileBytes(hostileValue), (schema, bytes) => {
            const data = typed(() => parseJsonAnswer(originOf(), bytes));
            const told = driftOf(schema, data);
            expect(told.length).toBeLessThanOrEqual(50);
            for (const { kind, example } of told) expect(kind === 'new-value' || example === null).toBe(true);
          }),
        ),
      ).toBeNull();
    }
  });
});
