import { describe, expect, it } from 'vitest';
import { wrongFields } from '../../src/renderer/features/outbox/wrong-fields.ts';

const change = (field: string) => ({ field, before: 'a', after: 'b' });

describe('wrongFields', () => {
  it('puts the vendor’s words beside the fields they are about, those of a list’s entries beside the list', () => {
    const fields = { 'body.name': 'Too long.', 'body.category_ids.0': 'Gone.', 'body.category_ids.1': 'Foreign.' };
    const error = { code: 'invalid-for-vendor', message: '', fields } as const;
    const { byField, others } = wrongFields(error, [change('name'), change('category_ids')]);
    expect([...byField]).toEqual([
      ['name', 'Too long.'],
      ['category_ids', 'Gone. Foreign.'],
    ]);
    expect(others).toEqual([]);
  });

  it('keeps what is about no field on screen, by its name', () => {
    const error = { code: 'invalid-for-vendor', message: '', fields: { 'body.severity': 'Unknown.' } } as const;
    expect(wrongFields(error, [change('name')]).others).toEqual([['severity', 'Unknown.']]);
  });

  it('finds nothing where the vendor said nothing of fields', () => {
    expect(wrongFields(null, [change('name')])).toEqual({ byField: new Map(), others: [] });
  });
});
