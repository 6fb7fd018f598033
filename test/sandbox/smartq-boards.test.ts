import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleSmartqMember } from '../../src/sandbox/smartq/access.ts';
import {
  allItems,
  board,
  serveSmartq,
  type Field,
  type Project,
  type ServedSmartq,
  type Step,
  type Ticket,
  type Value,
} from './smartq-support.ts';

let vendor: ServedSmartq;
beforeEach(async () => {
  vendor = await serveSmartq();
});
afterEach(() => vendor.server.close());

describe('boards of the sample smartQ', () => {
  it('are six of the company’s sites, with 500 tickets together and no step above its limit', async () => {
    const projects = await vendor.items<Project>('/projects');
    expect(projects.map(({ name }) => name)).toContain('Te Ara Whānui School, stage 2');
    let count = 0;
    for (const { id } of projects) {
      const tickets = await allItems<Ticket>(vendor, `/projects/${id}/tickets`, 100);
      count += tickets.length;
      for (const step of await vendor.items<Step>(`/projects/${id}/steps`)) {
        const held = tickets.filter(({ step_id }) => step_id === step.id).length;
        expect(held).toBeGreaterThan(0);
        expect(held).toBeLessThanOrEqual(step.limit ?? held);
      }
    }
    expect(projects).toHaveLength(6);
    expect(count).toBe(500);
  });

  it('are listed by count and offset, without a total', async () => {
    const all = await vendor.read<{ items: readonly Ticket[] }>(`${board}/tickets`);
    expect(Object.keys(all)).toEqual(['items', 'count', 'offset']);
    expect(all).toMatchObject({ count: 25, offset: 0 });
    const pages = await allItems<Ticket>(vendor, `${board}/tickets`, 33);
    expect(new Set(pages.map(({ id }) => id)).size).toBe(140);
    expect(await vendor.items(`${board}/tickets?count=10&offset=20`)).toEqual(pages.slice(20, 30));
    expect(await vendor.read(`${board}/tickets?offset=5000`)).toEqual({ items: [], count: 25, offset: 5000 });
    for (const wrong of ['count=0', 'count=1001', 'offset=-1', 'count=ten', 'page=2', 'count=1&count=2']) {
      expect(await vendor.refused('GET', `${board}/tickets?${wrong}`)).toEqual([200, 400]);
    }
  });

  it('are added with a default role that lets nobody in, changed, and deleted with what is in them', async () => {
    const made = await vendor.write<Project>('POST', '/projects', { 'project[name]': 'New Project' });
    expect(made).toMatchObject({ name: 'New Project', description: '' });
    expect(await vendor.as(sampleSmartqMember).refused('GET', `/projects/${made.id}`)).toEqual([200, 403]);
    expect(await vendor.read(`/projects/${made.id}/roles/default`)).toMatchObject({ access_level: 0 });
    const step = await vendor.write<Step>('POST', `/projects/${made.id}/steps`, { 'step[name]': 'Only' });
    await vendor.write('POST', `/projects/${made.id}/tickets`, { 'ticket[name]': 'x', 'ticket[step_id]': step.id });
    // A board without custom fields: PHP writes an array without entries as a list.
    const [ticket] = await vendor.items<Ticket>(`/projects/${made.id}/tickets?custom_fields=1`);
    expect(ticket?.custom_fields).toEqual([]);
    const changed = await vendor.write('PUT', `/projects/${made.id}`, { 'project[description]': 'd' });
    expect(changed).toMatchObject({ name: 'New Project', description: 'd' });
    expect(await vendor.write('DELETE', `/projects/${made.id}`)).toBe(true);
    expect(await vendor.refused('GET', `/projects/${made.id}/tickets`)).toEqual([200, 404]);
  });

  it('take no JSON: to PHP nothing was sent', async () => {
    const response = await vendor.send('POST', '/projects', {
      body: JSON.stringify({ project: { name: 'x' } }),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(await response.json()).toEqual({
      error: { type: null, code: 400, message: 'project is required' },
      data: null,
    });
  });
});

describe('steps of the sample smartQ', () => {
  const names = async (): Promise<readonly (readonly [string, number])[]> =>
    (await vendor.items<Step>(`${board}/steps`)).map(({ name, pos }) => [name, pos] as const);

  it('are put in place, and the others move', async () => {
    const made = await vendor.write<Step>('POST', `${board}/steps`, { 'step[name]': 'Triage', 'step[pos]': 2 });
    expect(made).toMatchObject({ name: 'Triage', description: '', limit: null, pos: 2 });
    expect((await names()).slice(0, 3)).toEqual([
      ['Raised', 1],
      ['Triage', 2],
      ['With designer', 3],
    ]);
    expect(await vendor.write('PUT', `${board}/steps/${made.id}`, { 'step[pos]': 99 })).toMatchObject({ pos: 7 });
    expect((await names()).map(([, pos]) => pos)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    await vendor.write('PUT', `${board}/steps/${made.id}`, { 'step[limit]': 5 });
    expect(await vendor.write('PUT', `${board}/steps/${made.id}`, { 'step[limit]': '' })).toMatchObject({
      limit: null,
    });
    expect(await vendor.write('DELETE', `${board}/steps/${made.id}`)).toBe(true);
    expect(await vendor.refused('GET', `${board}/steps/${made.id}`)).toEqual([200, 404]);
  });

  it('are not deleted while tickets are in them', async () => {
    const [first] = await vendor.items<Step>(`${board}/steps`);
    expect(await vendor.refusal('DELETE', `${board}/steps/${first?.id}`)).toEqual([200, 400, 'The step has tickets']);
  });
});

describe('custom fields of the sample smartQ', () => {
  it('are of every type, choices with their values', async () => {
    const fields = await vendor.items<Field>(`${board}/custom_fields`);
    const kindOf = ({ type, options }: Field): string =>
      'choiceType' in options ? `${type} ${String(options['choiceType'])}` : type;
    expect(fields.map(kindOf)).toEqual(['string', 'choice select', 'text', 'float', 'choice checkbox', 'choice radio']);
    expect(fields.map(({ values }) => values?.length)).toEqual([undefined, 10, undefined, undefined, 6, 5]);
    expect(fields[0]).toMatchObject({ name: 'f1', label: 'Location', required: 1, options: [] });
    expect(fields[3]).toMatchObject({ options: { min: -50_000, max: 250_000 } });
    expect(await vendor.read(`${board}/custom_fields/f2`)).toEqual(fields[1]);
    const others = await vendor.items<Field>('/projects/4103/custom_fields');
    expect(others.map(({ name }) => name)).toEqual(['f2', 'f3', 'f4', 'f7', 'f8', 'f11']);
    expect(others.find(({ name }) => name === 'f2')?.label).toBe('Affects');
  });

  it('are added with nested options, changed in part, and deleted', async () => {
    const made = await vendor.write<Field>('POST', `${board}/custom_fields`, {
      'field[type]': 'float',
      'field[label]': 'Depth',
      'field[required]': 0,
      'field[options][min]': '-1.5',
      'field[options][max]': 10,
    });
    expect(made).toMatchObject({ name: 'f7', required: 0, pos_type: 'single', options: { min: -1.5, max: 10 } });
    const path = `${board}/custom_fields/f7`;
    const changed = await vendor.write<Field>('PUT', path, { 'field[options][max]': '', 'field[hint]': 'm' });
    expect(changed).toMatchObject({ label: 'Depth', hint: 'm', options: { min: -1.5, max: null } });
    expect(await vendor.refused('PUT', path, { 'field[type]': 'text' })).toEqual([200, 400]);
    expect(await vendor.refused('PUT', path, { 'field[options][choiceType]': 'radio' })).toEqual([200, 400]);
    expect(await vendor.refused('PUT', path, { 'field[options][max]': -2 })).toEqual([200, 400]);
    expect(await vendor.refused('GET', `${path}/values`)).toEqual([200, 400]);
    expect(await vendor.write('DELETE', path)).toBe(true);
    expect(await vendor.refusal('GET', path)).toEqual([200, 404, 'custom field "f7" not found']);
  });

  it('refuse a type the document does not name', async () => {
    const fields = { 'field[type]': 'date', 'field[label]': 'x' };
    expect(await vendor.refusal('POST', `${board}/custom_fields`, fields)).toEqual([
      200,
      400,
      'field[type] must be one of float, string, text, choice',
    ]);
  });

  it('have values in an order, with one default where one is chosen', async () => {
    const path = `${board}/custom_fields/f6/values`;
    const before = await vendor.items<Value>(path);
    expect(before.filter(({ is_default }) => is_default === 1).map(({ title }) => title)).toEqual(['Not known yet']);
    const fields = { 'value[title]': 'Weather', 'value[is_default]': 1, 'value[pos]': 1 };
    const made = await vendor.write<Value>('POST', path, fields);
    const after = await vendor.items<Value>(path);
    expect(after.map(({ pos }) => pos)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(after[0]).toEqual(made);
    expect(after.filter(({ is_default }) => is_default === 1)).toEqual([made]);
    expect(await vendor.read(`${path}/${made.id}`)).toEqual(made);
    expect(await vendor.write('PUT', `${path}/${made.id}`, { 'value[title]': 'Rain' })).toMatchObject({
      title: 'Rain',
    });
    expect(await vendor.write('DELETE', `${path}/${made.id}`)).toBe(true);
    expect(await vendor.refused('GET', `${path}/${made.id}`)).toEqual([200, 404]);
    const [elsewhere] = await vendor.items<Value>(`${board}/custom_fields/f2/values`);
    expect(await vendor.refused('GET', `${path}/${elsewhere?.id}`)).toEqual([200, 404]);
  });
});
