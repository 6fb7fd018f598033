import { describe, expect, it } from 'vitest';
import { parsePhpForm, type PhpValue } from '../../src/sandbox/smartq/php-form.ts';

/** A parsed value as plain pairs, in their order. */
type Plain = string | readonly (readonly [string, Plain])[];
const plain = (value: PhpValue): Plain =>
  typeof value === 'string' ? value : [...value].map(([key, inner]) => [key, plain(inner)] as const);
const parsed = (body: string): Plain => plain(parsePhpForm(body));

describe('parsePhpForm', () => {
  it.each<[string, string, Plain]>([
    ['nests by brackets', 'field[options][min]=1.5', [['field', [['options', [['min', '1.5']]]]]]],
    ['reads encoded brackets', 'ticket%5Bname%5D=New+Ticket', [['ticket', [['name', 'New Ticket']]]]],
    [
      'keeps indexes',
      'a[0]=1&a[1]=2',
      [
        [
          'a',
          [
            ['0', '1'],
            ['1', '2'],
          ],
        ],
      ],
    ],
    [
      'counts on at empty brackets',
      'a[]=1&a[7]=2&a[]=3',
      [
        [
          'a',
          [
            ['0', '1'],
            ['7', '2'],
            ['8', '3'],
          ],
        ],
      ],
    ],
    ['has an empty text for key=', 'ticket[assigned_to]=', [['ticket', [['assigned_to', '']]]]],
    ['has an empty text for a bare key', 'a', [['a', '']]],
    ['takes the last of two', 'a=1&a=2', [['a', '2']]],
    ['puts an array in place of a text', 'a=1&a[b]=2', [['a', [['b', '2']]]]],
    ['decodes UTF-8', 'a=%C4%81+%F0%9F%91%8D', [['a', 'ā 👍']]],
    [
      'leaves what is no code',
      'a=100%&b=%zz',
      [
        ['a', '100%'],
        ['b', '%zz'],
      ],
    ],
    ['keeps letters that were sent unencoded', 'a=Māia', [['a', 'Māia']]],
    ['writes points and spaces of a name as underscores', 'a.b c=1', [['a_b_c', '1']]],
    ['drops what stands behind the last bracket', 'a[b]c=1', [['a', [['b', '1']]]]],
    ['takes an open bracket for an underscore', 'a[b=1', [['a_b', '1']]],
    ['passes over pairs without a name', '=1&&a=2', [['a', '2']]],
    ['takes __proto__ for a name like any other', '__proto__[x]=1', [['__proto__', [['x', '1']]]]],
    ['drops what is nested too deep', `a${'[b]'.repeat(64)}=1&c=2`, [['c', '2']]],
  ])('%s', (_, body, expected) => {
    expect(parsed(body)).toEqual(expected);
  });
});
