import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createQueryClient } from '../../src/renderer/api/query-client.ts';
import { App } from '../../src/renderer/app/app.tsx';
import { useRoute } from '../../src/renderer/app/route-state.ts';
import { useShell } from '../../src/renderer/app/shell-state.ts';
import { useAudits } from '../../src/renderer/features/audits/audits-state.ts';
import { createFakeBridge, type FakeOptions } from '../../src/renderer/gallery/fake-bridge.ts';
import { GALLERY_NOW } from '../../src/renderer/gallery/sample-audits.ts';
import { useAppearance } from '../../src/renderer/lib/appearance-state.ts';
import './patience.ts';
import { giveScreen } from './screen.ts';

const start = (options: FakeOptions = {}) => {
  const bridge = createFakeBridge(options);
  render(<App bridge={bridge} cache={createQueryClient()} clock={() => GALLERY_NOW} />);
  return bridge;
};

/** The number in the head of the detail. */
const detailNumber = async (number: string): Promise<string> => {
  const detail = await screen.findByRole('region', { name: 'Audit details' });
  await waitFor(() =>
    expect(within(detail).getByText((_, element) => element?.className === 'record-number').textContent).toBe(number),
  );
  return number;
};

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
});

afterEach(() => {
  cleanup();
  useAudits.setState(useAudits.getInitialState());
  useRoute.setState(useRoute.getInitialState());
  useShell.setState(useShell.getInitialState());
  useAppearance.setState(useAppearance.getInitialState());
  history.replaceState(null, '');
});

describe('App', () => {
  it('begins with a way in for those who have connected nothing', async () => {
    const bridge = start({ mode: 'own' });
    const button = await screen.findByRole('button', { name: 'Look around with sample data' });
    expect(screen.getByRole('form', { name: 'Connect a MonitorQA account' })).toBeDefined();
    fireEvent.click(button);
    await screen.findByRole('grid', { name: 'Audits' });
    expect(bridge.calls).toContain('workspace.open');
  });

  it('reads a new workspace by itself, once', async () => {
    const bridge = start({ rows: [], isNew: true });
    await screen.findByTestId('state-first-run-empty');
    await waitFor(() => expect(bridge.calls.filter((name) => name === 'sync.run')).toHaveLength(1));
  });

  it('selects the first audit and follows the selection with the detail', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    const grid = screen.getByRole('grid', { name: 'Audits' });
    fireEvent.keyDown(grid, { key: 'j' });
    expect(await detailNumber('AUD-2026-0599')).toBeDefined();
  });

  it('moves with J and K from every pane, and not while somebody writes', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    fireEvent.keyDown(document.body, { key: 'j' });
    await detailNumber('AUD-2026-0599');
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Filter by words' }), { key: 'j' });
    expect(await detailNumber('AUD-2026-0599')).toBeDefined();
  });

  it('does nothing on single letters once they are switched off', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    useAppearance.getState().set({ letters: false });
    fireEvent.keyDown(document.body, { key: 'j' });
    fireEvent.keyDown(document.body, { key: '?' });
    await detailNumber('AUD-2026-0600');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('shows the first row of another segment when it is chosen', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    fireEvent.click(screen.getByRole('radio', { name: /Complete/ }));
    await detailNumber('AUD-2026-0470');
    expect(screen.getByRole('columnheader', { name: 'Completed' }).getAttribute('aria-sort')).toBe('descending');
  });

  it('says when nothing matches the filter and how to clear it', async () => {
    start();
    const field = await screen.findByRole('textbox', { name: 'Filter by words' });
    fireEvent.change(field, { target: { value: 'no such audit' } });
    await screen.findByTestId('state-empty-by-filter');
    fireEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(await screen.findByRole('grid', { name: 'Audits' })).toBeDefined();
  });

  it('opens the report of a completed audit on Enter and goes back on Escape', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    fireEvent.click(screen.getByRole('radio', { name: /Complete/ }));
    await detailNumber('AUD-2026-0470');
    fireEvent.keyDown(screen.getByRole('grid'), { key: 'Enter' });
    const tree = await screen.findByRole('treegrid', { name: 'Report items' });
    fireEvent.keyDown(tree, { key: ']' });
    await waitFor(() => expect(within(tree).getAllByRole('row', { selected: true })[0]?.textContent).toContain('2.2'));
    fireEvent.keyDown(tree, { key: 'Escape' });
    const grid = await screen.findByRole('grid', { name: 'Audits' });
    await waitFor(() => expect(document.activeElement).toBe(grid));
  });

  it('says what is wrong, what it means and what to do when the list cannot be read', async () => {
    start({ fail: { operation: 'records.', code: 'disk-failed' } });
    expect(await screen.findByText('disk-failed')).toBeDefined();
    expect(screen.getByText('The disk reported an error.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeDefined();
  });

  it('keeps the list under the banner when the vendor cannot be reached', async () => {
    start({ isOnline: false });
    await screen.findByTestId('state-offline');
    expect(await screen.findByRole('grid', { name: 'Audits' })).toBeDefined();
  });

  it('finds records and commands in the palette and runs them from the keyboard', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    const field = await screen.findByRole('combobox');
    fireEvent.change(field, { target: { value: 'dark' } });
    await screen.findByRole('option', { name: /Dark theme/ });
    fireEvent.keyDown(field, { key: 'Enter' });
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(screen.queryByRole('dialog')).toBeNull();

    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: '0470' } });
    await screen.findByRole('option', { name: /AUD-2026-0470/ });
    fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    await screen.findByRole('treegrid');
  });

  it('puts a command before records that only hold its words somewhere in their text', async () => {
    start({ isLooseSearch: true });
    await detailNumber('AUD-2026-0600');
    fireEvent.keyDown(document.body, { key: 'k', ctrlKey: true });
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'off line' } });
    await screen.findByText('Found in the text');
    expect(screen.getAllByRole('option')[0]?.textContent).toContain('Take the sample vendors off line');
  });

  it('lists every key that works on the shortcut sheet', async () => {
    start();
    await detailNumber('AUD-2026-0600');
    fireEvent.keyDown(document.body, { key: '?' });
    const sheet = await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    for (const words of ['Next row', 'Filter this list', 'Sync everything now', 'Next pane']) {
      expect(within(sheet).getByText(words)).toBeDefined();
    }
  });

  it('puts the detail in place of the list where there is room for one', async () => {
    giveScreen(360);
    start();
    const grid = await screen.findByRole('grid', { name: 'Audits' });
    fireEvent.keyDown(grid, { key: 'Enter' });
    await detailNumber('AUD-2026-0600');
    expect(screen.queryByRole('grid')).toBeNull();
    fireEvent.keyDown(document.body, { key: 'Escape' });
    await screen.findByRole('grid', { name: 'Audits' });
  });

  it('says that a page without access has to be started again', async () => {
    start({ state: 'refused' });
    expect(await screen.findByTestId('refused')).toBeDefined();
  });
});
