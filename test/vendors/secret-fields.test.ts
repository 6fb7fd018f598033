import { describe, expect, it } from 'vitest';
import { checkSecret, isSecretOptional } from '../../src/main/vendors/core/secret-fields.ts';
import { refusedFieldOf } from '../support/prepare-vector.ts';
import { registeredVendors } from '../support/registered-vendors.ts';

const FIELDS = { username: 'needed', password: 'needed', applicationKey: 'optional' } as const;

function refusal(secret: Record<string, string>): { readonly field: string | null; readonly text: string } {
  try {
    checkSecret(FIELDS, secret);
    return { field: null, text: '' };
  } catch (error) {
    return { field: refusedFieldOf(error), text: `${String(error)} ${JSON.stringify(error)}` };
  }
}

describe('checkSecret', () => {
  it.each([
    [{ username: 'ana', password: 'x' }, null],
    [{ username: 'ana', password: 'x', applicationKey: 'k' }, null],
    [{ username: 'ana' }, 'secret.password'],
    [{ username: '', password: 'x' }, 'secret.username'],
    [{}, 'secret.username'],
    [{ username: 'ana', password: 'x', apiKey: 'k' }, 'secret.apiKey'],
  ])('judges %j', (secret, field) => {
    expect(refusal(secret as Record<string, string>).field).toBe(field);
  });

  it('never repeats what is in a field', () => {
    expect(refusal({ username: 'canary-name', apiKey: 'canary-key' }).text).not.toContain('canary');
  });
});

describe.each(registeredVendors)('the secret of $vendor', ({ definition, secret }) => {
  it('has the fields its client reads', () => {
    expect(() => checkSecret(definition.secretFields, secret)).not.toThrow();
    expect(Object.keys(definition.secretFields).toSorted()).toEqual(Object.keys(secret).toSorted());
  });
});

describe('isSecretOptional', () => {
  it('holds for ConnectNow alone, whose reads are public', () => {
    const optional = registeredVendors.filter(({ definition }) => isSecretOptional(definition.secretFields));
    expect(optional.map(({ vendor }) => vendor)).toEqual(['connectnow']);
  });
});
