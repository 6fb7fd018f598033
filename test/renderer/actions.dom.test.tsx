import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { draftsOf, draftTag, lastUndoable, valueOf } from '../../src/renderer/features/actions/drafts.ts';
import { useTried } from '../../src/renderer/features/actions/use-change-lock.ts';
import { segmentCounts } from '../../src/renderer/features/actions/action-filter.ts';
import { sampleOutbox } from '../../src/renderer/gallery/sample-outbox.ts';
import type { FieldChange, OutboxId, OutboxRow } from '../../src/shared/model/outbox.ts';
import { giveScreen } from './screen.ts';
import { endApp, goTo, startApp } from './start-app.tsx';

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
});
afterEach(() => {
  endApp();
  useTried.setState(useTried.getInitialState());
});

const detail = () => screen.findByRole('region', { name: 'Corrective action details' });

/** Opens the list and waits for the first action's values. */
async function open(options: Parameters<typeof startApp>[0] = {}) {
  const app = startApp(options);
  await goTo(/Corrective actions/);
  await screen.findByRole('button', { name: /^Assignees/ });
  return app;
}

const press = (key: string): void => {
  fireEvent.keyDown(document.body, { key });
};

describe('the screen of corrective actions', () => {
  it('lists what is open and shows the first with its audit, its item and its people', async () => {
    await open();
    const pane = await detail();
    for (const text of ['CA-2026-0118', 'Dan Whitlock', 'AUD-2026-0470', 'Flow switch signals panel within 60 s']) {
      expect(within(pane).getAllByText((_, element) => element?.textContent === text).length).toBeGreaterThan(0);
    }
    expect(screen.getByRole('radio', { name: /Open/ }).textContent).toBe('Open19');
  });

  it('changes the status with S and a choice, and says that nothing is sent yet', async () => {
    const { inputsOf } = await open();
    press('s');
    fireEvent.click(await screen.findByRole('option', { name: 'Submitted' }));
    await screen.findByText('In the outbox. Nothing is sent yet');
    expect(inputsOf('actions.change')).toEqual([
      { id: expect.stringContaining('CA-2026-0118'), changes: { status: 'submitted' } },
    ]);
    expect(inputsOf('outbox.send')).toEqual([]);
  });

  it('lays the unsent value over the vendor’s, which is struck', async () => {
    await open();
    press('s');
    fireEvent.click(await screen.findByRole('option', { name: 'Submitted' }));
    const status = await screen.findByRole('button', { name: /^Status/ });
    await waitFor(() => expect(within(status).getByText('Draft')).toBeDefined());
    expect(status.querySelector('del')?.textContent).toBe('Open');
    expect(status.querySelector('ins')?.textContent).toBe('Submitted');
  });

  it('takes the newest unsent change back with Z', async () => {
    const { inputsOf } = await open({ outbox: sampleOutbox() });
    await screen.findByTestId('pending');
    press('z');
    await screen.findByText('Taken back. Nothing was sent.');
    await waitFor(() => expect(screen.queryByTestId('pending')).toBeNull());
    expect(inputsOf('outbox.discard')).toHaveLength(1);
  });

  it('assigns to the one person that was typed, and to nobody by a hasty Enter', async () => {
    const { inputsOf } = await open();
    press('a');
    const field = await screen.findByRole('combobox');
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.change(field, { target: { value: 'tom' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    fireEvent.keyDown(field, { key: 'Enter' });
    await screen.findByText('In the outbox. Nothing is sent yet');
    expect(inputsOf('actions.change')).toEqual([
      { id: expect.stringContaining('CA-2026-0118'), changes: { assignees: ['user-0'] } },
    ]);
  });

  it('adds a person to those who are assigned with Shift Enter', async () => {
    const { inputsOf } = await open();
    press('a');
    const field = await screen.findByRole('combobox');
    fireEvent.change(field, { target: { value: 'aroha' } });
    await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
    fireEvent.keyDown(field, { key: 'Enter', shiftKey: true });
    fireEvent.click(screen.getByRole('button', { name: 'Assign to 2 people' }));
    await screen.findByText('In the outbox. Nothing is sent yet');
    expect(inputsOf('actions.change')).toEqual([
      { id: expect.anything(), changes: { assignees: ['user-1', 'user-2'] } },
    ]);
  });

  it('sets the due date by the clocks of the audit', async () => {
    const { inputsOf } = await open();
    press('u');
    const field = await screen.findByLabelText('Due', { selector: 'input' });
    expect((field as HTMLInputElement).value).toBe('2026-11-13T06:52');
    fireEvent.change(field, { target: { value: '2026-11-29T17:00' } });
    fireEvent.click(screen.getByRole('button', { name: 'Set due date' }));
    await screen.findByText('In the outbox. Nothing is sent yet');
    expect(inputsOf('actions.change')).toEqual([
      { id: expect.anything(), changes: { dueAt: '2026-11-29T04:00:00.000Z' } },
    ]);
  });

  it('offers Approve and Reject where an action is submitted, and no more once it is decided', async () => {
    const { inputsOf } = await open();
    expect(screen.queryByRole('button', { name: 'Approve' })).toBeNull();
    fireEvent.click(screen.getByRole('radio', { name: /Submitted/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Approve' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Reject' })).toBeNull());
    expect(inputsOf('actions.change')).toEqual([{ id: expect.anything(), changes: { status: 'approved' } }]);
  });

  it('leads to its audit and back', async () => {
    await open();
    fireEvent.click(within(await detail()).getByRole('button', { name: 'AUD-2026-0470' }));
    const tree = await screen.findByRole('treegrid', { name: 'Report items' });
    fireEvent.keyDown(tree, { key: 'Escape' });
    expect(await screen.findByRole('grid', { name: 'Corrective actions' })).toBeDefined();
  });

  it('locks an action that the vendor has no more, and says why', async () => {
    await open();
    fireEvent.click(screen.getByRole('radio', { name: /All/ }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Filter by words' }), { target: { value: '0106' } });
    await screen.findByText(/MonitorQA has this action no more/);
    expect(within(await detail()).queryByRole('button', { name: /^Status/ })).toBeNull();
  });

  it('says what went wrong when a change cannot be kept', async () => {
    await open({ fail: { operation: 'actions.change', code: 'disk-full' } });
    press('s');
    fireEvent.click(await screen.findByRole('option', { name: 'Submitted' }));
    expect(await screen.findByText('The disk is full.')).toBeDefined();
  });
});

const row = (id: string, state: OutboxRow['state']): OutboxRow => ({
  ...(sampleOutbox()[3]?.row as OutboxRow),
  id: id as OutboxId,
  state,
});
const change = (field: string, after: unknown): FieldChange => ({ field, before: null, after });

describe('a corrective action that the key may not change', () => {
  const REASON =
    'The role Client observer may not change corrective actions: it lacks correctiveActions.manage. Your MonitorQA administrator can grant it.';

  /** Opens the screen and waits until the reason stands there. */
  async function openLocked(role: 'observer' | 'refused', words: RegExp | string) {
    const app = startApp({ role });
    await goTo(/Corrective actions/);
    await screen.findByText(words);
    return app;
  }

  it('says why, at every button and once for all to read', async () => {
    await openLocked('observer', REASON);
    const pane = await detail();
    for (const name of [/^Status/, /^Assignees/, /^Due/, /^Priority/, 'Change name', 'Change description']) {
      const button = within(pane).getByRole('button', { name });
      expect(button.getAttribute('aria-disabled')).toBe('true');
      expect(button.title).toBe(REASON);
      const described = document.getElementById(button.getAttribute('aria-describedby') ?? '');
      expect(described?.textContent).toBe(REASON);
    }
  });

  it('opens no editor by mouse, and answers the key with the reason', async () => {
    const { inputsOf } = await openLocked('observer', REASON);
    fireEvent.click(within(await detail()).getByRole('button', { name: /^Status/ }));
    press('s');
    await waitFor(() => expect(screen.getAllByText(REASON)).toHaveLength(2));
    expect(screen.queryByRole('option', { name: 'Submitted' })).toBeNull();
    expect(inputsOf('actions.change')).toEqual([]);
  });

  it('neither approves nor rejects', async () => {
    const { inputsOf } = await openLocked('observer', REASON);
    fireEvent.click(screen.getByRole('radio', { name: /Submitted/ }));
    const button = await screen.findByRole('button', { name: 'Approve' });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    fireEvent.click(button);
    expect(inputsOf('actions.change')).toEqual([]);
  });

  it('can be tried all the same where only an earlier refusal speaks against it', async () => {
    const { inputsOf } = await openLocked('refused', /did not permit this key to change a corrective action/);
    fireEvent.click(screen.getByRole('button', { name: 'Try anyway' }));
    press('s');
    fireEvent.click(await screen.findByRole('option', { name: 'Submitted' }));
    await waitFor(() => expect(inputsOf('actions.change')).toHaveLength(1));
    expect(screen.queryByRole('note')).toBeNull();
  });

  it('is not locked while nobody knows', async () => {
    const { inputsOf } = await open();
    await waitFor(() => expect(inputsOf('connections.permissions')).toHaveLength(1));
    expect(screen.queryByRole('note')).toBeNull();
    press('s');
    expect(await screen.findByRole('option', { name: 'Submitted' })).toBeDefined();
  });

  it('is not locked for a role that has the permission', async () => {
    await open({ role: 'manager' });
    expect(screen.queryByRole('note')).toBeNull();
    expect(
      within(await detail())
        .getByRole('button', { name: /^Status/ })
        .getAttribute('aria-disabled'),
    ).toBeNull();
  });
});

describe('draftsOf', () => {
  it('takes the latest of several changes of one field', () => {
    const drafts = draftsOf({
      pending: [
        { row: row('1', 'ready'), changes: [change('status', 'submitted'), change('priority', 'low')] },
        { row: row('2', 'ready'), changes: [change('status', 'approved')] },
      ],
    });
    expect(valueOf(drafts, 'status', 'open')).toBe('approved');
    expect(valueOf(drafts, 'priority', 'high')).toBe('low');
    expect(valueOf(drafts, 'name', 'Vendor’s')).toBe('Vendor’s');
  });

  it('lays null over a text: an emptied value is a value', () => {
    const drafts = draftsOf({ pending: [{ row: row('1', 'ready'), changes: [change('description', null)] }] });
    expect(valueOf(drafts, 'description', 'text')).toBeNull();
  });

  it.each([
    ['ready', 'Draft'],
    ['draft', 'Draft'],
    ['sending', 'Sending'],
    ['failed', 'Failed'],
    ['needs-checking', 'Needs checking'],
  ] as const)('tags a value of a change that is %s as %s', (state, tag) => {
    const drafts = draftsOf({ pending: [{ row: row('1', state), changes: [change('status', 'open')] }] });
    const draft = drafts.get('status');
    expect(draft && draftTag(draft)).toBe(tag);
  });
});

describe('lastUndoable', () => {
  it('is never a change that may have left this computer', () => {
    const pending = [row('1', 'ready'), row('2', 'needs-checking'), row('3', 'sending')];
    expect(lastUndoable({ pending: pending.map((one) => ({ row: one, changes: [] })) })?.id).toBe('1');
  });
});

describe('segmentCounts', () => {
  it('counts rejected actions as open and expired ones as done', () => {
    const byStatus = [
      { status: 'open', count: 3 },
      { status: 'rejected', count: 2 },
      { status: 'submitted', count: 4 },
      { status: 'approved', count: 1 },
      { status: 'expired', count: 1 },
      { status: '9', count: 1 },
    ];
    expect(segmentCounts({ total: 12, byStatus })).toEqual({ open: 5, submitted: 4, done: 2, all: 12 });
  });
});
