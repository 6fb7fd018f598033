import { describe, expect, it } from 'vitest';
import { fillFromRead } from '../../src/main/vendors/core/fill-from-read.ts';
import { checkRequest } from '../../src/main/vendors/core/prepare-request.ts';
import { smartq } from '../../src/main/vendors/smartq/client.ts';
import { fill } from '../../src/main/vendors/smartq/fill-from-read.ts';
import { openExample } from '../support/answer-data.ts';
import { vectors } from './vectors/smartq.ts';

const ruleOf = (operation: string) => {
  const rule = fill[operation];
  if (rule === undefined) throw new Error(operation);
  return rule;
};

const exampleOf = (operation: string) => {
  const found = vectors.find((vector) => vector.operation === operation && vector.answer?.status === 200);
  if (!found?.answer) throw new Error(operation);
  return openExample(smartq, operation, found.answer);
};

const path = { projectId: 99999, ticketId: 77777 };

describe('fill (smartQ)', () => {
  it('has a rule for every change of what can be read', () => {
    const updates = Object.keys(smartq.operations).filter((name) => name.startsWith('update'));
    expect(Object.keys(fill).toSorted()).toEqual(updates.toSorted());
  });

  it('moves a ticket with everything it has, custom fields too', () => {
    const given = { path, body: { ticket: { step_id: 88889 } } };
    const change = fillFromRead(ruleOf('updateTicket'), given, exampleOf('getTicket'));
    expect(change.params).toEqual({
      path,
      body: {
        ticket: {
          name: 'New Ticket',
          description: 'New Ticket Description',
          step_id: 88889,
          tags: 'roof, level 2',
          required_by: '2013-11-30',
          assigned_to: ['1'],
          f3: 'some important info',
          f4: 2013,
          f5: ['1234', '4321'],
        },
      },
    });
    expect(change.changes).toEqual([{ field: 'step_id', before: '88888', after: 88889 }]);
  });

  it('sends what is taken away as null, and a password only when one is given', () => {
    const rule = ruleOf('updateTicket');
    const taken = fillFromRead(
      rule,
      { path, body: { ticket: { required_by: null, f4: null } } },
      exampleOf('getTicket'),
    );
    expect(taken.params.body).toMatchObject({ ticket: { required_by: null, f4: null } });
    const me = fillFromRead(ruleOf('updateMe'), { body: { user: { title: 'Director' } } }, exampleOf('getMe'));
    expect(me.params.body).toMatchObject({ user: { name: 'Aroha Ngata', is_account_administrator: true } });
    expect(me.params.body).not.toHaveProperty('user.password');
  });

  it.each(Object.keys(fill))('completes %s to what its row takes', (operation) => {
    const rule = ruleOf(operation);
    const example = vectors.find((vector) => vector.operation === operation);
    const row = smartq.operations[operation];
    const { wrapper = '' } = rule;
    const [name] = Object.keys(rule.carried);
    if (example === undefined || row === undefined || name === undefined) throw new Error(operation);
    const params = { ...example.params, body: { [wrapper]: { [name]: name === 'type' ? 'text' : 'Renamed' } } };
    const fresh = exampleOf(rule.readCall(params).operation);
    const filled = fillFromRead(rule, params, fresh);
    expect(() => checkRequest({ row, baseUrl: 'https://vendor.example', params: filled.params })).not.toThrow();
  });

  it.each([
    ['of another ticket', { id: 1 }],
    ['with people nobody can name', { id: 77777, assigned_to: [{ name: 'Ana' }] }],
    ['with a date of another form', { id: 77777, required_by: '30/11/2026' }],
    ['that is none', null],
  ])('refuses a read %s', (_what, answer) => {
    expect(() => fillFromRead(ruleOf('updateTicket'), { path, body: { ticket: { name: 'A' } } }, answer)).toThrow(
      expect.objectContaining({ code: 'unexpected-answer' }),
    );
  });
});
