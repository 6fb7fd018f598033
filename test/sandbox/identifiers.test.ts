import { assert, constantFrom, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIdentifiers, identifierKinds, systemPersonId } from '../../src/sandbox/data/identifiers.ts';

const { encode, decode } = createIdentifiers(7);

describe('createIdentifiers', () => {
  it('reads back what it wrote, as a version 4 UUID', () => {
    const kind = constantFrom(...identifierKinds);
    assert(
      property(kind, nat(0xffff_ffff), nat(0xffff), (name, record, part) => {
        const id = encode(name, record, part);
        expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
        expect(decode(id)).toEqual({ kind: name, record, part });
      }),
    );
  });

  it('gives different things different ids', () => {
    const ids = identifierKinds.flatMap((kind) =>
      Array.from({ length: 500 }, (_, record) => encode(kind, record, record % 7)),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does not know an id with any one digit changed', () => {
    const id = encode('audit', 2_412);
    const changed = [...id].flatMap((digit, place) =>
      digit === '-' ? [] : [`${id.slice(0, place)}${digit === '0' ? '1' : '0'}${id.slice(place + 1)}`],
    );
    expect(changed.map(decode)).toEqual(changed.map(() => null));
  });

  it.each(['', 'pending', systemPersonId, createIdentifiers(8).encode('audit', 1), encode('audit', 1).toUpperCase()])(
    'does not know %j',
    (id) => {
      expect(decode(id)).toBeNull();
    },
  );
});
