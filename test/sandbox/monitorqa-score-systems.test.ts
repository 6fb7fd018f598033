import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { answerOf, serve, type Served } from './served.ts';
import type { List, Named } from './support.ts';

let vendor: Served;
beforeEach(async () => {
  vendor = await serve({ audits: 20 });
});
afterEach(() => vendor.server.close());

type Label = { readonly min: number; readonly max: number; readonly label: string; readonly color: string };
type ScoreSystem = Named & {
  readonly description: string | null;
  readonly passedThreshold: number;
  readonly scoreSystemType: number;
  readonly isSample: boolean;
  readonly labels: readonly (Label & { readonly id: string })[];
};
type Systems = { readonly data: readonly ScoreSystem[]; readonly meta: List['meta'] };

const unknown = '00000000-0000-4000-8000-000000000000';
const label = (min: number, max: number): Label => ({ min, max, label: `${min} to ${max}`, color: '#00FF00' });
const body = {
  name: 'Standard',
  description: 'For audits',
  passedThreshold: 70,
  scoreSystemType: 0,
  labels: [label(0, 50), label(50, 80), label(80, 100)],
};
const systems = async (query = ''): Promise<Systems> => vendor.read<Systems>(`/score-systems${query}`);
const send = async (method: string, path: string, given: object) => answerOf(await vendor.json(method, path, given));
const create = async (given: object = body): Promise<string> => {
  const [status, answer] = await send('POST', '/score-systems', given);
  expect(status).toBe(200);
  return (answer as Named).id;
};

describe('score systems', () => {
  it('are listed by ten, found by part of a name, and read as they are listed', async () => {
    const { data, meta } = await systems();
    expect(meta).toMatchObject({ pageNumber: 1, pageSize: 10, totalCount: data.length });
    expect((await systems('?search=PASS')).data.map((system) => system.name)).toEqual(['Pass or fail']);
    for (const system of data) expect(await vendor.read(`/score-systems/${system.id}`)).toEqual(system);
    expect((await systems('?pageNumber=2&pageSize=2')).data).toEqual(data.slice(2, 4));
  });

  it('are created and read back with ids on their labels', async () => {
    const id = await create();
    const system = await vendor.read<ScoreSystem>(`/score-systems/${id}`);
    expect(system).toMatchObject({ id, isSample: false, ...body });
    expect(new Set(system.labels.map((one) => one.id)).size).toBe(3);
    expect((await systems()).data.at(-1)).toEqual(system);
  });

  it('keep their type when they are changed', async () => {
    const id = await create({ ...body, scoreSystemType: 1 });
    const { scoreSystemType: _, description: __, ...rest } = body;
    const change = { ...rest, name: 'Other', passedThreshold: 75, labels: [label(0, 60), label(60, 100)] };
    expect(await send('PUT', `/score-systems/${id}`, change)).toEqual([200, '']);
    expect(await vendor.read(`/score-systems/${id}`)).toMatchObject({
      ...change,
      description: null,
      scoreSystemType: 1,
    });
    expect((await send('PUT', `/score-systems/${id}`, { ...change, scoreSystemType: 0 }))[0]).toBe(400);
    expect((await send('PUT', `/score-systems/${unknown}`, change))[0]).toBe(404);
  });

  it.each([
    ['do not begin at 0', [label(10, 50), label(50, 100)]],
    ['do not end at 100', [label(0, 50), label(50, 90)]],
    ['overlap', [label(0, 50), label(40, 100)]],
    ['leave a gap', [label(0, 50), label(60, 100)]],
    ['leave a gap of one, as they are read', [label(0, 50), label(51, 100)]],
    ['end before they begin', [label(0, 50), label(50, 40), label(40, 100)]],
    ['are not there', []],
    ['are blank', [{ ...label(0, 100), label: ' ' }]],
  ])('refuse labels that %s', async (_, labels) => {
    const id = await create();
    const { scoreSystemType: __, ...change } = body;
    for (const answer of [
      await send('POST', '/score-systems', { ...body, labels }),
      await send('PUT', `/score-systems/${id}`, { ...change, labels }),
    ]) {
      expect(answer).toMatchObject([422, { error: { details: { labels: expect.any(String) as string } } }]);
    }
    expect((await systems()).meta.totalCount).toBe(4);
  });

  it.each([
    ['an id on a label', { labels: [{ ...label(0, 100), id: unknown }] }, 400],
    ['a border that is a text', { labels: [{ ...label(0, 100), max: '100' }] }, 400],
    ['no threshold', { passedThreshold: undefined }, 400],
    ['a threshold of 101', { passedThreshold: 101 }, 422],
    ['type 2', { scoreSystemType: 2 }, 400],
    ['a blank name', { name: ' ' }, 422],
  ])('refuse %s', async (_, change, status) => {
    expect((await send('POST', '/score-systems', { ...body, ...change }))[0]).toBe(status);
  });

  it('cannot be written back as the sample has them: its labels leave the gaps of the document', async () => {
    const [first] = (await systems()).data;
    const { id: _, scoreSystemType: __, isSample: ___, ...rest } = first as ScoreSystem;
    const labels = rest.labels.map(({ id: ____, ...one }) => one);
    expect((await send('PUT', `/score-systems/${first?.id}`, { ...rest, labels }))[0]).toBe(422);
    const closed = labels.map((one, index) => ({ ...one, min: labels[index - 1]?.max ?? one.min }));
    expect((await send('PUT', `/score-systems/${first?.id}`, { ...rest, labels: closed }))[0]).toBe(200);
  });

  it('are not deleted while templates use one of them, which the answer names', async () => {
    const id = await create();
    const [used] = (await systems()).data;
    const answer = await send('DELETE', '/score-systems', { ids: [id, used?.id] });
    expect(answer).toEqual([409, { message: `score-system/has-templates:${used?.id}` }]);
    expect(await send('DELETE', '/score-systems', { ids: [id] })).toEqual([200, '']);
    expect((await vendor.send('GET', `/score-systems/${id}`)).status).toBe(404);
    expect(await send('DELETE', '/score-systems', { ids: [id] })).toEqual([409, { message: 'score-system/not-found' }]);
  });
});
