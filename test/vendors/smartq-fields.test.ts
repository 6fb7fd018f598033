import { describe, expect, it } from 'vitest';
import { boardFields, choiceId, titleOf } from '../../src/main/vendors/smartq/choices.ts';
import { readCustomFields, writeCustomFields } from '../../src/main/vendors/smartq/custom-fields.ts';

const rows = [
  { name: 'f1', type: 'string', label: 'Room', required: '1' },
  { name: 'f2', type: 'text', label: 'Remarks' },
  { name: 'f3', type: 'float', label: 'Level', options: { min: '-2', max: 10.5 } },
  {
    name: 'f4',
    type: 'choice',
    label: 'Trade',
    options: { choiceType: 'select' },
    values: [
      { id: 12, title: 'Plumbing', pos: 2 },
      { id: '11', title: 'Electrical', pos: 1 },
    ],
  },
  {
    name: 'f5',
    type: 'choice',
    label: 'Checks',
    options: { choiceType: 'checkbox' },
    values: { 21: 'Fire', 22: 'Noise' },
  },
];
const fields = boardFields({ items: rows });
const fieldOf = (key: string) => {
  const found = fields.find((field) => field.key === key);
  if (found === undefined) throw new Error(key);
  return found;
};

const refusal = (field: string) =>
  expect.objectContaining({ code: 'bad-input', data: { field: `body.ticket.${field}` } });

describe('boardFields', () => {
  it('reads labels, limits and choices in their order, in every form of a list', () => {
    expect(boardFields(rows)).toEqual(fields);
    expect(boardFields({ fields: rows, count: 5 })).toEqual(fields);
    expect(fieldOf('f1')).toMatchObject({ label: 'Room', type: 'string', isRequired: true, choices: [] });
    expect(fieldOf('f3')).toMatchObject({ min: -2, max: 10.5, isMultiple: false });
    expect(fieldOf('f4').choices).toEqual([
      { id: '11', title: 'Electrical' },
      { id: '12', title: 'Plumbing' },
    ]);
    expect(fieldOf('f5')).toMatchObject({
      isMultiple: true,
      choices: [
        { id: '21', title: 'Fire' },
        { id: '22', title: 'Noise' },
      ],
    });
  });

  it('takes values by id as objects, and a list of them within an object', () => {
    const of = (values: unknown) => boardFields([{ name: 'f9', type: 'choice', values }])[0]?.choices;
    expect(of({ 7: { title: 'Seven' } })).toEqual([{ id: '7', title: 'Seven' }]);
    expect(of({ items: [{ id: 7, title: 'Seven' }] })).toEqual([{ id: '7', title: 'Seven' }]);
    expect(of([{ id: 7 }, 'odd', null])).toEqual([{ id: '7', title: '7' }]);
  });

  it.each([null, undefined, 'x', {}, { items: {} }, [null, 1, { label: 'no name' }, { name: 'step_id' }]])(
    'reads no field out of %j',
    (data) => {
      expect(boardFields(data)).toEqual([]);
    },
  );
});

describe('titleOf and choiceId', () => {
  it('find titles by id and ids by title', () => {
    expect(titleOf(fieldOf('f4'), '12')).toBe('Plumbing');
    expect(choiceId(fieldOf('f4'), 'Plumbing')).toBe('12');
    expect(choiceId(fieldOf('f4'), ' plumbing ')).toBe('12');
    expect(choiceId(fieldOf('f4'), '12')).toBe('12');
  });

  it('know nothing of a value that is gone', () => {
    expect(titleOf(fieldOf('f4'), '99')).toBeNull();
    expect(() => choiceId(fieldOf('f4'), 'Roofing')).toThrow(refusal('f4'));
  });

  it('refuse a title that two values have, unless the id is given', () => {
    const values = [
      { id: 1, title: 'Same' },
      { id: 2, title: 'Same' },
    ];
    const [field] = boardFields([{ name: 'f6', type: 'choice', values }]);
    if (field === undefined) throw new Error('no field');
    expect(() => choiceId(field, 'Same')).toThrow(refusal('f6'));
    expect(choiceId(field, '2')).toBe('2');
  });
});

describe('readCustomFields', () => {
  const contents = { f4: '12', f1: 'Level 2', f5: [22, 21, 99], f3: 0 };

  it('reads them nested as tickets are read, and flat as a creation answers, with titles of choices', () => {
    const expected = [
      { key: 'f1', label: 'Room', raw: 'Level 2', texts: ['Level 2'] },
      { key: 'f3', label: 'Level', raw: 0, texts: ['0'] },
      { key: 'f4', label: 'Trade', raw: '12', texts: ['Plumbing'] },
      { key: 'f5', label: 'Checks', raw: [22, 21, 99], texts: ['Noise', 'Fire', '99'] },
    ];
    expect(readCustomFields({ id: 1, custom_fields: contents }, fields)).toEqual(expected);
    expect(readCustomFields({ id: 1, ...contents }, fields)).toEqual(expected);
  });

  it('leaves out what is empty, and keeps what the board does not have', () => {
    const ticket = { custom_fields: { f1: '', f2: null, f5: [], f77: 'kept', other: 'no field' } };
    expect(readCustomFields(ticket, fields)).toEqual([{ key: 'f77', label: 'f77', raw: 'kept', texts: ['kept'] }]);
  });

  it.each([null, 'x', [], { custom_fields: [] }, { custom_fields: 'x' }])('reads none out of %j', (ticket) => {
    expect(readCustomFields(ticket, fields)).toEqual([]);
  });
});

describe('writeCustomFields', () => {
  it('writes choices by id, one or several, and numbers as numbers', () => {
    expect(writeCustomFields({ f1: 'Level 2', f3: '2.5', f4: 'Plumbing', f5: ['Fire', '22', 'fire'] }, fields)).toEqual(
      {
        f1: 'Level 2',
        f3: 2.5,
        f4: '12',
        f5: ['21', '22'],
      },
    );
  });

  it('takes away with null, whatever says none', () => {
    expect(writeCustomFields({ f2: '', f3: null, f5: [] }, fields)).toEqual({ f2: null, f3: null, f5: null });
  });

  it.each([
    [{ f9: 'x' }, 'f9'],
    [{ f1: null }, 'f1'],
    [{ f3: 11 }, 'f3'],
    [{ f3: -3 }, 'f3'],
    [{ f3: 'two' }, 'f3'],
    [{ f4: ['Plumbing', 'Electrical'] }, 'f4'],
    [{ f5: ['Fire', 'Heat'] }, 'f5'],
    [{ f2: ['a', 'b'] }, 'f2'],
  ])('refuses %j', (contents, field) => {
    expect(() => writeCustomFields(contents, fields)).toThrow(refusal(field));
  });

  it('reads back as it was written', () => {
    const written = writeCustomFields({ f1: 'L2', f4: 'Electrical', f5: ['Noise'] }, fields);
    expect(readCustomFields({ custom_fields: written }, fields).map(({ texts }) => texts)).toEqual([
      ['L2'],
      ['Electrical'],
      ['Noise'],
    ]);
  });
});
