import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Fault } from '../../src/sandbox/faults.ts';
import {
  allItems,
  board,
  serveSmartq,
  type Note,
  type Role,
  type ServedSmartq,
  type Ticket,
} from './smartq-support.ts';

let vendor: ServedSmartq;
beforeAll(async () => {
  vendor = await serveSmartq();
});
afterEach(() => vendor.server.faults.clear());
afterAll(() => vendor.server.close());

const inject = (fault: Fault): void => vendor.server.faults.set([{ path: '/smartq/**', fault }]);

describe('faults at the sample smartQ', () => {
  it('emptyList: no rows in any list', async () => {
    inject({ kind: 'emptyList' });
    expect(await vendor.items('/projects')).toEqual([]);
    expect(await vendor.items(`${board}/tickets`)).toEqual([]);
  });

  it('shrinkingList: later pages miss what has gone from the front', async () => {
    const whole = await allItems<Ticket>(vendor, `${board}/tickets`, 100);
    inject({ kind: 'shrinkingList', rows: 3 });
    const seen = await allItems<Ticket>(vendor, `${board}/tickets`, 50);
    expect(seen).toHaveLength(137);
    expect(seen[50]).toEqual(whole[53]);
  });

  it('unknownValues: levels nobody has heard of, and new fields', async () => {
    inject({ kind: 'unknownValues' });
    const [role] = await vendor.items<Role>(`${board}/roles`);
    expect(role).toMatchObject({ access_level: 99, fieldOfTomorrow: { isNew: true } });
    const [, field] = await vendor.items<object>(`${board}/custom_fields`);
    expect(field).toMatchObject({ options: { choiceType: 'value-of-tomorrow' } });
  });

  it('replace: what is sent can be bent in the envelope, as one error at status 200', async () => {
    inject({ kind: 'replace', at: ['error'], value: { type: 'locked', code: 423, message: 'Account is locked' } });
    const response = await vendor.send('GET', '/projects');
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ error: { type: 'locked', code: 423 } });
  });

  it('status and applied: the write stands, only its answer is lost', async () => {
    const path = `${board}/tickets/70002/notes`;
    const before = await vendor.items<Note>(path);
    inject({ kind: 'status', status: 502, applied: true });
    expect((await vendor.send('POST', path, { body: new URLSearchParams({ 'note[text]': 'lost' }) })).status).toBe(502);
    vendor.server.faults.clear();
    expect((await vendor.items<Note>(path)).slice(before.length).map(({ text }) => text)).toEqual(['lost']);
  });

  it('loginPage and cutOff reach it like any vendor', async () => {
    inject({ kind: 'wrongType', as: 'loginPage' });
    expect((await vendor.send('GET', '/projects')).headers.get('content-type')).toContain('text/html');
    inject({ kind: 'cutOff', after: 40 });
    await expect((await vendor.send('GET', '/projects')).text()).rejects.toThrow('terminated');
  });
});
