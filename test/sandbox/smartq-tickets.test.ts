import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleSmartqMember } from '../../src/sandbox/smartq/access.ts';
import {
  allItems,
  board,
  serveSmartq,
  type Field,
  type Fields,
  type Role,
  type ServedSmartq,
  type Step,
  type Ticket,
  type User,
} from './smartq-support.ts';

let vendor: ServedSmartq;
let steps: readonly Step[];
let fields: readonly Field[];
beforeEach(async () => {
  vendor = await serveSmartq();
  steps = await vendor.items<Step>(`${board}/steps`);
  fields = await vendor.items<Field>(`${board}/custom_fields`);
});
afterEach(() => vendor.server.close());

const stepId = (name: string): number => steps.find((step) => step.name === name)?.id ?? 0;
const valueId = (field: string, title: string): number =>
  fields.find(({ name }) => name === field)?.values?.find((value) => value.title === title)?.id ?? 0;
/** A ticket with all the board demands. */
const wanted = (more: Fields = {}): Fields => ({
  'ticket[name]': 'New Ticket',
  'ticket[step_id]': stepId('Raised'),
  'ticket[f1]': 'Theatre 3',
  'ticket[f2]': valueId('f2', 'Fire'),
  ...more,
});
const create = (more?: Fields): Promise<Ticket & Readonly<Record<string, unknown>>> =>
  vendor.write('POST', `${board}/tickets`, wanted(more));

describe('tickets of the sample smartQ', () => {
  it('are listed bare, and with custom fields and people when asked', async () => {
    const [bare] = await vendor.items<Ticket>(`${board}/tickets?count=1`);
    expect(bare).not.toHaveProperty('custom_fields');
    expect(bare).not.toHaveProperty('assigned_to');
    const [full] = await vendor.items<Ticket>(`${board}/tickets?count=1&custom_fields=1&assigned_to=1`);
    expect(full).toMatchObject({ ...bare });
    expect(Object.keys(full?.custom_fields ?? {})).toEqual(['f1', 'f2', 'f3', 'f4', 'f5', 'f6']);
    expect(await vendor.read(`${board}/tickets/${bare?.id}`)).toEqual(full);
    const [off] = await vendor.items<Ticket>(`${board}/tickets?count=1&custom_fields=0`);
    expect(off).toEqual(bare);
  });

  it('say something of every type in their custom fields', async () => {
    const tickets = await allItems<Ticket>(vendor, `${board}/tickets?custom_fields=1`, 100);
    const contents = tickets.map(({ custom_fields }) => custom_fields ?? {});
    const ids = fields[1]?.values?.map(({ id }) => id);
    expect(contents.every((content) => typeof content['f1'] === 'string' && content['f1'] !== '')).toBe(true);
    expect(contents.every((content) => ids?.includes(Number(content['f2'])))).toBe(true);
    expect(contents.some((content) => typeof content['f4'] === 'number')).toBe(true);
    expect(contents.some((content) => Array.isArray(content['f5']) && content['f5'].length > 1)).toBe(true);
  });

  it('have custom fields among their own when written, and in custom_fields when read', async () => {
    const made = await create({
      'ticket[assigned_to][0]': 201,
      'ticket[assigned_to][1]': 203,
      'ticket[required_by]': '2026-12-24',
      'ticket[tags]': 'fire, urgent',
      'ticket[f4]': '12.5',
      'ticket[f5][0]': valueId('f5', 'Cost'),
      'ticket[f5][1]': valueId('f5', 'Warranty'),
    });
    const own = { name: 'New Ticket', description: '', tags: 'fire, urgent', required_by: '2026-12-24' };
    const contents = {
      f1: 'Theatre 3',
      f2: valueId('f2', 'Fire'),
      f3: '',
      f4: 12.5,
      f5: [valueId('f5', 'Cost'), valueId('f5', 'Warranty')],
      f6: valueId('f6', 'Not known yet'),
    };
    expect(made).toMatchObject({ ...own, ...contents });
    expect(made).not.toHaveProperty('custom_fields');
    const read = await vendor.read<Ticket>(`${board}/tickets/${made.id}`);
    expect(read).toMatchObject({ ...own, custom_fields: contents });
    expect(read).not.toHaveProperty('f1');
    expect(read.assigned_to?.map(({ id }) => id)).toEqual([201, 203]);
  });

  it('keep what a PUT leaves out, and lose what key= empties', async () => {
    const { id } = await create({
      'ticket[assigned_to][0]': 201,
      'ticket[f4]': 7,
      'ticket[required_by]': '2026-12-24',
    });
    const path = `${board}/tickets/${id}`;
    expect(await vendor.write('PUT', path, { 'ticket[description]': 'd' })).toMatchObject({ f4: 7, description: 'd' });
    const emptied = await vendor.write<Ticket>('PUT', path, {
      'ticket[assigned_to]': '',
      'ticket[f4]': '',
      'ticket[f5]': '',
      'ticket[required_by]': '',
      'ticket[description]': '',
    });
    expect(emptied).toMatchObject({ assigned_to: [], f4: null, f5: [], required_by: null, description: '' });
    expect(await vendor.refusal('PUT', path, { 'ticket[name]': '' })).toEqual([200, 400, 'ticket[name] is required']);
    expect(await vendor.refusal('PUT', path, { 'ticket[f1]': '' })).toEqual([200, 400, 'ticket[f1] is required']);
  });

  it.each<[string, Fields, string]>([
    ['a step of another board', { 'ticket[step_id]': 88_011 }, 'ticket[step_id] is not a step of this project'],
    ['nobody', { 'ticket[assigned_to][0]': 9 }, 'ticket[assigned_to] has no user "9"'],
    ['a number above the maximum', { 'ticket[f4]': 250_001 }, 'ticket[f4] must not be greater than 250000'],
    ['a word for a number', { 'ticket[f4]': 'much' }, 'ticket[f4] must be a number'],
    ['a value of another field', { 'ticket[f2]': 41_011 }, 'ticket[f2] has no value "41011"'],
    ['the title of a value', { 'ticket[f2]': 'Fire' }, 'ticket[f2][0] must be an integer from 1 to 999999999'],
    ['a field of no board', { 'ticket[f9]': 'x' }, 'ticket[f9] is not known'],
    ['a property nobody knows', { 'ticket[colour]': 'red' }, 'ticket[colour] is not known'],
    [
      'a date of another form',
      { 'ticket[required_by]': '24.12.2026' },
      'ticket[required_by] must be a date (YYYY-MM-DD)',
    ],
    ['a day that is none', { 'ticket[required_by]': '2026-02-30' }, 'ticket[required_by] must be a date (YYYY-MM-DD)'],
  ])('refuse %s', async (_, more, message) => {
    expect(await vendor.refusal('POST', `${board}/tickets`, wanted(more))).toEqual([200, 400, message]);
  });

  it('refuse several values where one is chosen, and none where the field is mandatory', async () => {
    const two = wanted({ 'ticket[f6][0]': valueId('f6', 'Design'), 'ticket[f6][1]': valueId('f6', 'Material') });
    expect(await vendor.refusal('POST', `${board}/tickets`, two)).toEqual([200, 400, 'ticket[f6] takes one value']);
    const { 'ticket[f2]': _, ...without } = wanted();
    expect(await vendor.refusal('POST', `${board}/tickets`, without)).toEqual([200, 400, 'ticket[f2] is required']);
  });

  it('do not fit into a step that is full, until one leaves it', async () => {
    const full = stepId('Ready to inspect');
    const message = 'Step "Ready to inspect" has reached its limit of 9 tickets';
    const { id } = await create();
    const move = { 'ticket[step_id]': full };
    expect(await vendor.refusal('PUT', `${board}/tickets/${id}`, move)).toEqual([200, 400, message]);
    const tickets = await allItems<Ticket>(vendor, `${board}/tickets`, 100);
    const inside = tickets.find(({ step_id }) => step_id === full);
    // What is in it already may be changed.
    expect(await vendor.write('PUT', `${board}/tickets/${inside?.id}`, { ...move, 'ticket[tags]': 'x' })).toMatchObject(
      {
        tags: 'x',
      },
    );
    await vendor.write('DELETE', `${board}/tickets/${inside?.id}`);
    expect(await vendor.write('PUT', `${board}/tickets/${id}`, move)).toMatchObject({ step_id: full });
  });

  it('are not moved beyond the last step of a role', async () => {
    const member = vendor.as(sampleSmartqMember);
    const roles = await vendor.items<Role>(`${board}/roles`);
    const engineer = roles.find(({ name }) => name === 'Site engineer');
    const limit = { 'role[max_step]': stepId('On site') };
    await vendor.write('PUT', `${board}/roles/${engineer?.id}`, limit);
    const { id } = await member.write<Ticket>('POST', `${board}/tickets`, wanted());
    expect(await member.write('PUT', `${board}/tickets/${id}`, { 'ticket[step_id]': stepId('On site') })).toBeTruthy();
    expect(await member.refusal('PUT', `${board}/tickets/${id}`, { 'ticket[step_id]': stepId('Closed') })).toEqual([
      200,
      403,
      'Your role cannot move tickets beyond step "On site"',
    ]);
  });

  it('drop values and people that were deleted since', async () => {
    const fire = valueId('f2', 'Fire');
    const { id: userId } = await vendor.write<User>('POST', '/users', {
      'user[name]': 'x',
      'user[email]': 'x@y.example',
      'user[password]': 'x',
    });
    const { id } = await create({ 'ticket[assigned_to][0]': userId });
    await vendor.write('DELETE', `${board}/custom_fields/f2/values/${fire}`);
    await vendor.write('DELETE', `${board}/custom_fields/f1`);
    await vendor.write('DELETE', `/users/${userId}`);
    const ticket = await vendor.read<Ticket>(`${board}/tickets/${id}`);
    expect(ticket).toMatchObject({ custom_fields: { f2: null }, assigned_to: [] });
    expect(ticket.custom_fields).not.toHaveProperty('f1');
  });

  it('are deleted once, and never found at another board', async () => {
    expect(await vendor.refused('GET', '/projects/4102/tickets/70001')).toEqual([200, 404]);
    expect(await vendor.write('DELETE', `${board}/tickets/70001`)).toBe(true);
    expect(await vendor.refusal('DELETE', `${board}/tickets/70001`)).toEqual([200, 404, 'ticket "70001" not found']);
    expect(await vendor.refused('GET', `${board}/tickets/one`)).toEqual([200, 404]);
  });
});
