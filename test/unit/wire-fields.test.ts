import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { compileLater, wireId, wireMoment, wireObject, wireText } from '../../src/main/vendors/core/wire-fields.ts';

/** What the calendar says of a text that names no zone, or UTC. */
function byCalendar(text: string): string | null {
  const moment = Date.parse(/z$/i.test(text) ? text : `${text}Z`);
  return Number.isNaN(moment) || moment < Date.UTC(1900, 0) ? null : new Date(moment).toISOString();
}

const digits = (count: number, most: number): fc.Arbitrary<string> =>
  fc.nat(most).map((number) => String(number).padStart(count, '0'));

const spelled = fc
  .tuple(
    fc.oneof(digits(4, 9999), fc.constantFrom('1899', '1900', '2000', '2024', '2100')),
    digits(2, 13),
    digits(2, 32),
    digits(2, 25),
    digits(2, 61),
    digits(2, 61),
    fc.oneof(
      fc.constantFrom('', '.', '.0', '.9999999'),
      digits(3, 999).map((text) => `.${text}`),
    ),
    fc.constantFrom('', 'Z', 'z'),
  )
  .map(([year, month, day, hour, minute, second, fraction, zone]) =>
    [year, '-', month, '-', day, 'T', hour, ':', minute, ':', second, fraction, zone].join(''),
  );

describe('wireMoment', () => {
  it('is what the calendar says, in every spelling and for days that there are not', () => {
    const differs = fc.check(
      fc.property(spelled, (text) => wireMoment.parse(text) === byCalendar(text)),
      { seed: 8, numRuns: 20_000 },
    );
    expect(differs.counterexample).toBeNull();
  });

  it.each([
    ['2026-03-29T01:30:00.1234567', '2026-03-29T01:30:00.123Z'],
    ['2026-03-29T01:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-03-29T01:30:00.5Z', '2026-03-29T01:30:00.500Z'],
    ['2026-03-29T01:30:00+02:00', '2026-03-28T23:30:00.000Z'],
    ['2024-02-29T00:00:00Z', '2024-02-29T00:00:00.000Z'],
    ['2026-03-29', '2026-03-29T00:00:00.000Z'],
    ['0001-01-01T00:00:00', null],
    ['29.03.2026', null],
    [1_700_000_000, null],
  ])('reads %j as %j', (given, read) => {
    expect(wireMoment.parse(given)).toBe(read);
  });
});

describe('compileLater', () => {
  const schema = z.object({ id: wireId, name: wireText, place: wireObject(z.object({ id: wireId, name: wireText })) });
  const compiled = compileLater(schema);

  it('reads and refuses as the schema itself does', () => {
    const place = fc.record({ id: fc.anything(), name: fc.anything() }, { requiredKeys: [] });
    const given = fc.record({ id: fc.anything(), name: fc.anything(), place }, { requiredKeys: [] });
    const differs = fc.check(
      fc.property(fc.oneof(given, fc.anything()), (value) => {
        const [one, other] = [schema.safeParse(value), compiled().safeParse(value)];
        expect(other.data).toEqual(one.data);
        expect(other.error?.issues).toEqual(one.error?.issues);
      }),
      { seed: 8, numRuns: 1000, includeErrorInReport: true },
    );
    expect(differs.counterexample).toBeNull();
  });

  it('is made once', () => {
    expect(compiled()).toBe(compiled());
  });
});
