import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boardSteps } from '../../src/main/vendors/smartq/board-steps.ts';
import { boardFields } from '../../src/main/vendors/smartq/choices.ts';
import { readCustomFields } from '../../src/main/vendors/smartq/custom-fields.ts';
import { ticketPath } from '../../src/main/vendors/smartq/record-ids.ts';
import { toRows } from '../../src/shared/lib/columns.ts';
import { parseRecordId, type ConnectionId, type RecordId } from '../../src/shared/model/ids.ts';
import type { RecordRow } from '../../src/shared/model/record.ts';
import { openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
let id: ConnectionId;
const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);

beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 5, host: 'serve' });
  const account = workspace.vendor.vendors.find(({ vendor }) => vendor === 'smartq');
  if (account === undefined) throw new Error('The sandbox has no smartQ.');
  const url = `${workspace.vendor.url}${account.path}`;
  ({ id } = await call('connections.add', { vendor: 'smartq', name: 'Boards', url, secret: account.secret }));
  const { ok } = await call('sync.run', { connections: [id] });
  if (!ok) throw new Error('smartQ was not read whole.');
}, 60_000);
afterEach(() => workspace.close());

const listed = async (kind: 'ticket' | 'project', search?: string) =>
  toRows<RecordRow>(
    (await call('records.list', { kind, connectionId: id, limit: 1000, ...(search === undefined ? {} : { search }) }))
      .rows,
  );

const rawOf = async (record: RecordId, part: string): Promise<unknown> =>
  (await call('records.show', { id: record })).parts[part]?.raw;

async function aBoard() {
  const [board] = await listed('project');
  if (board === undefined) throw new Error('no board');
  return {
    board,
    steps: boardSteps(await rawOf(board.id, 'steps')),
    fields: boardFields(await rawOf(board.id, 'fields')),
  };
}

describe('a sync of smartQ’s boards', () => {
  it('reads every ticket, with its board’s name and the status that its step means', async () => {
    const [boards, tickets] = [await listed('project'), await listed('ticket')];
    expect([boards.length, tickets.length]).toEqual([6, 500]);
    expect(new Set(tickets.map(({ status }) => status))).toEqual(new Set(['open', 'in-progress', 'closed']));
    expect(tickets.every(({ project }) => boards.some(({ title }) => title === project))).toBe(true);
    expect(await call('sync.run', { connections: [id] })).toMatchObject({
      connections: [{ collections: [{ changed: 0 }, { changed: 0 }, { kind: 'ticket', seen: 500, changed: 0 }] }],
    });
  }, 60_000);

  it('finds tickets by what was chosen in them, though they hold its id alone', async () => {
    const { board, fields } = await aBoard();
    const choice = fields.find(({ choices }) => choices.length > 0)?.choices[0]?.title ?? '';
    const found = (await listed('ticket', choice)).filter(({ project }) => project === board.title);
    const chosen = await Promise.all(
      found.map(async (ticket) =>
        readCustomFields(await rawOf(ticket.id, 'list'), fields).flatMap(({ texts }) => texts),
      ),
    );
    expect(chosen.filter((texts) => texts.includes(choice)).length).toBeGreaterThan(0);
  }, 60_000);

  it('moves a ticket with all that it has, and shows the status of its new step', async () => {
    const { board, steps } = await aBoard();
    const ticket = (await listed('ticket')).find(
      ({ project, status }) => project === board.title && status !== 'closed',
    );
    const last = steps.at(-1)?.id;
    if (ticket === undefined || last === undefined) throw new Error('no ticket to move');
    const before = (await rawOf(ticket.id, 'list')) as Readonly<Record<string, unknown>>;
    const path = ticketPath(parseRecordId(ticket.id)?.vendorId ?? '');
    const params = { path, body: { ticket: { step_id: last } } };
    await call('outbox.draft', { operation: 'smartq.updateTicket', connectionId: id, params, fill: true });
    expect(await call('outbox.send', {})).toMatchObject([{ state: 'sent' }]);
    await call('sync.run', { connections: [id] });
    expect((await call('records.show', { id: ticket.id })).record.status).toBe('closed');
    const { step_id: _step, update_time: _time, ...after } = (await rawOf(ticket.id, 'list')) as typeof before;
    expect(before).toMatchObject(after);
  }, 60_000);
});
