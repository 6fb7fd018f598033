import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shownValue } from '../../src/renderer/api/field-change-words.ts';
import { fullMoment } from '../../src/renderer/lib/dates.ts';
import { outboxSums } from '../../src/renderer/api/use-outbox.ts';
import { readBack } from '../../src/renderer/features/outbox/compare-readback.ts';
import { operationWords, outboxGroups, sendable } from '../../src/renderer/features/outbox/outbox-groups.ts';
import { requestParts } from '../../src/renderer/features/outbox/request-parts.ts';
import { sampleActionDocument, sampleActions } from '../../src/renderer/gallery/sample-actions.ts';
import { sampleOutbox } from '../../src/renderer/gallery/sample-outbox.ts';
import type { ActionView } from '../../src/shared/contract/outbox.ts';
import type { OutboxRow } from '../../src/shared/model/outbox.ts';
import { giveScreen } from './screen.ts';
import { endApp, goTo, startApp } from './start-app.tsx';

const rows = sampleOutbox().map((one) => one.row);

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
});
afterEach(endApp);

async function open(options: Parameters<typeof startApp>[0] = {}) {
  const app = startApp({ outbox: sampleOutbox(), ...options });
  await goTo(/Outbox/);
  await screen.findByRole('listbox', { name: 'Changes' });
  return app;
}

async function choose(name: RegExp): Promise<HTMLElement> {
  fireEvent.click(screen.getByRole('option', { name }));
  const pane = screen.getByRole('region', { name: 'Change details' });
  await within(pane).findByText('Log of this change');
  return pane;
}

describe('the outbox screen', () => {
  it('opens with G B from anywhere', async () => {
    startApp({ outbox: sampleOutbox() });
    await screen.findByRole('grid', { name: 'Audits' });
    fireEvent.keyDown(document.body, { key: 'g' });
    fireEvent.keyDown(document.body, { key: 'b' });
    expect(await screen.findByRole('listbox', { name: 'Changes' })).toBeDefined();
  });

  it('does not take a B for the second key once another key came between', async () => {
    startApp({ outbox: sampleOutbox() });
    await screen.findByRole('grid', { name: 'Audits' });
    for (const key of ['g', 'x', 'b']) fireEvent.keyDown(document.body, { key });
    expect(screen.queryByRole('listbox', { name: 'Changes' })).toBeNull();
  });

  it('puts what waits for a person first, and says what each group is', async () => {
    await open();
    const groups = screen.getAllByRole('group').map((group) => group.firstElementChild?.textContent);
    expect(groups).toEqual([
      'Needs checking2sent, but no answer came',
      'Sending1',
      'Ready4in this order',
      'Draft1',
      'Failed1nothing was changed',
      'Sent2',
    ]);
  });

  it('sends exactly what is ready, oldest first, with Ctrl Enter', async () => {
    const { inputsOf } = await open();
    fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true });
    await screen.findByText('4 changes sent');
    expect(inputsOf('outbox.send')).toEqual([{ ids: ['change-6', 'change-5', 'change-4', 'change-3'] }]);
  });

  it('shows before, what was set and the request of a change', async () => {
    await open();
    const pane = await choose(/CA-2026-0118/);
    const [, cells] = within(pane).getAllByRole('row');
    expect(cells?.textContent).toBe('AssigneesDan WhitlockTom AshworthDan Whitlock');
    expect(pane.textContent).toContain('PUT /corrective-actions/CA-2026-0118');
    expect(pane.textContent).toContain('Your key is added when it is sent.');
  });

  it('asks before it sends again, names the consequence, and sends nothing on Cancel', async () => {
    const { inputsOf } = await open();
    await choose(/Harbour Build/);
    fireEvent.click(screen.getByRole('button', { name: 'Send again…' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(dialog.textContent).toContain('it is made a second time');
    expect(document.activeElement?.textContent).toBe('Cancel');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(inputsOf('outbox.retry')).toEqual([]);
  });

  it('sends again once the consequence was confirmed', async () => {
    const { inputsOf } = await open();
    await choose(/Harbour Build/);
    fireEvent.click(screen.getByRole('button', { name: 'Send again…' }));
    const dialog = await screen.findByRole('alertdialog');
    fireEvent.click(within(dialog).getByRole('button', { name: 'Send again' }));
    await screen.findByText('1 change sent');
    expect(inputsOf('outbox.retry')).toEqual([{ id: 'change-1', confirmed: true }]);
    expect(inputsOf('outbox.send')).toEqual([{ ids: ['change-1'] }]);
  });

  it('makes a refused change ready again without sending it', async () => {
    const { inputsOf } = await open();
    await choose(/CA-2026-0115/);
    fireEvent.click(screen.getByRole('button', { name: 'Make ready again' }));
    await screen.findByText('Ready. It goes when you press Send.');
    expect(inputsOf('outbox.retry')).toEqual([{ id: 'change-8' }]);
    expect(inputsOf('outbox.send')).toEqual([]);
  });

  it('discards only after asking, and offers no discard for what may have been sent', async () => {
    const { inputsOf } = await open();
    await choose(/CA-2026-0116/);
    expect(screen.queryByRole('button', { name: 'Discard' })).toBeNull();
    await choose(/CA-2026-0112/);
    fireEvent.click(screen.getByRole('button', { name: 'Discard' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(inputsOf('outbox.discard')).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: 'Discard' }));
    await screen.findByText('Discarded. Nothing was sent.');
    await waitFor(() => expect(screen.queryByRole('option', { name: /CA-2026-0112/ })).toBeNull());
  });

  it('keeps a change whose account was removed, and offers no sending of it', async () => {
    await open();
    const pane = await choose(/CA-2026-0110/);
    expect(pane.textContent).toContain('was removed from Plumbline. It is kept, and cannot be sent.');
    expect(within(pane).queryByRole('button', { name: 'Make ready' })).toBeNull();
  });

  it('says in the status bar and the sidebar how much is waiting', async () => {
    await open();
    expect(screen.getByRole('button', { name: '2 need checking' })).toBeDefined();
    expect(screen.getByRole('button', { name: '9 in outbox' })).toBeDefined();
  });

  it('says so when nothing is waiting', async () => {
    startApp();
    await goTo(/Outbox/);
    await screen.findByTestId('outbox-empty');
    expect(screen.getByRole('button', { name: /Nothing to send/ }).hasAttribute('disabled')).toBe(true);
  });
});

const [first] = rows;
const made = (rest: Partial<OutboxRow>): OutboxRow => ({ ...(first as OutboxRow), ...rest });

describe('sendable', () => {
  it('leaves out what asks for more than a press', () => {
    const ready = (['T1', 'T2', 'T3', 'T4'] as const).map((tier) => made({ state: 'ready', tier }));
    expect(sendable(ready).map(({ tier }) => tier)).toEqual(['T2', 'T1']);
  });
});

describe('outboxGroups', () => {
  it('lists the newest 50 of what was sent until all are asked for', () => {
    const sent = Array.from({ length: 60 }, (_, index) => made({ state: 'sent', subject: String(index) }));
    expect(outboxGroups(sent, false)).toMatchObject([{ state: 'sent', total: 60, rows: { length: 50 } }]);
    expect(outboxGroups(sent, true)[0]?.rows).toHaveLength(60);
  });
});

describe('outboxSums', () => {
  it('counts everything that a vendor does not surely have', () => {
    expect(outboxSums(rows)).toEqual({ unsent: 9, checking: 2 });
  });
});

describe('operationWords', () => {
  it('names an operation it has no words for as it is', () => {
    expect(operationWords('monitorqa.updateCorrectiveAction')).toBe('Change corrective action');
    expect(operationWords('smartq.moveTicket')).toBe('smartq.moveTicket');
  });
});

describe('shownValue', () => {
  const facts = { zone: 'Pacific/Auckland', now: new Date('2026-11-21T17:52:00.000Z') };

  it('has three words for what is not sent, null and empty', () => {
    const words = [undefined, null, '', []].map((value) => shownValue('description', value, facts));
    expect(words.map((value) => ('text' in value ? value.text : ''))).toEqual(['Not sent', 'None', 'Empty', 'Nobody']);
  });

  it('shows a moment in the zone, a status in words, and an unknown value as it came', () => {
    expect(shownValue('dueAt', '2026-11-29T04:00:00.000Z', facts)).toMatchObject({
      text: fullMoment('2026-11-29T04:00:00.000Z', facts.zone, facts.now),
    });
    expect(shownValue('status', 'approved', facts)).toMatchObject({ text: 'Approved' });
    expect(shownValue('status', '9', facts)).toMatchObject({ text: '“9”' });
    expect(shownValue('flags', { a: 1 }, facts)).toMatchObject({ text: '{"a":1}' });
  });
});

describe('requestParts', () => {
  it('puts the values into the path and shows a lone body without its name', () => {
    const params = { path: { id: 'a/b' }, body: { status: 1 } };
    expect(requestParts({ method: 'PUT', path: '/corrective-actions/{id}', params })).toEqual({
      path: '/corrective-actions/a%2Fb',
      rest: JSON.stringify({ status: 1 }, null, 2),
    });
  });

  it('keeps what it cannot fill in, and shows nothing where nothing goes along', () => {
    expect(requestParts({ method: 'DELETE', path: '/company/{what}', params: {} })).toEqual({
      path: '/company/{what}',
      rest: '',
    });
  });
});

describe('readBack', () => {
  const [record] = sampleActions();
  if (record === undefined) throw new Error('The sample has no action.');
  const view: ActionView = {
    record,
    action: sampleActionDocument(record),
    pending: [],
    readAt: '2026-11-21T17:48:00.000Z',
  };
  const changes = [
    { field: 'status', before: 'submitted', after: 'open' },
    { field: 'assignees', before: ['Dan Whitlock'], after: ['Tom Ashworth'] },
    { field: 'priority', before: 'low', after: 'medium' },
  ];

  it('tells what arrived from what did not and from what somebody else set', () => {
    const found = readBack(view, changes, '2026-11-21T17:00:00.000Z');
    expect([...(found ?? [])].map(([field, { verdict }]) => [field, verdict])).toEqual([
      ['status', 'as-set'],
      ['assignees', 'still-old'],
      ['priority', 'other'],
    ]);
  });

  it('says nothing of a record that was last read before the sending', () => {
    expect(readBack(view, changes, '2026-11-21T17:50:00.000Z')).toBeUndefined();
    expect(readBack(undefined, changes, '2026-11-21T17:00:00.000Z')).toBeUndefined();
  });
});
