import { act, createEvent, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { useRoute } from '../../src/renderer/app/route-state.ts';
import { sampleAudits } from '../../src/renderer/gallery/sample-audits.ts';
import type { FakeOptions } from '../../src/renderer/gallery/fake-bridge.ts';
import { useAppearance } from '../../src/renderer/lib/appearance-state.ts';
import { giveScreen } from './screen.ts';
import { endApp, startApp } from './start-app.tsx';

beforeEach(() => {
  giveScreen(1440);
  localStorage.clear();
});
afterEach(() => {
  endApp();
  vi.unstubAllGlobals();
});

const desktop = { host: 'desktop' } as const;

/** The app, with the list there to work on. */
async function startWithList(options: FakeOptions = {}) {
  const app = startApp(options);
  await screen.findByRole('grid', { name: 'Audits' });
  return app;
}

/** The report of a completed audit with its PDF beside it. */
async function startWithPdf(options: FakeOptions) {
  const app = await startWithList(options);
  const completed = sampleAudits().find(({ status }) => status === 'complete');
  act(() => useRoute.getState().openReport(completed?.id ?? '', true));
  const pdf = await screen.findByRole('region', { name: 'PDF report' });
  const button = (name: string) => within(pdf).findByRole('button', { name });
  return { ...app, pdf, button };
}

describe('a native menu', () => {
  const command = (app: Awaited<ReturnType<typeof startWithList>>, id: string): void =>
    act(() => app.bridge.emit('system.command', { id }));

  it('runs the command of the page that it names', async () => {
    const app = await startWithList(desktop);
    command(app, 'outbox');
    expect(useRoute.getState().route).toEqual({ screen: 'outbox' });
    command(app, 'sync');
    await waitFor(() => expect(app.inputsOf('sync.run')).toHaveLength(1));
  });

  it('runs what was asked for before it listened', async () => {
    const app = startApp({ ...desktop, commands: ['outbox'] });
    await waitFor(() => expect(useRoute.getState().route).toEqual({ screen: 'outbox' }));
    expect(app.inputsOf('system.takeCommands')).toHaveLength(1);
  });

  it('does nothing for a name that this screen has no command of', async () => {
    const app = await startWithList(desktop);
    const before = app.bridge.calls.length;
    command(app, 'next-failed');
    command(app, 'no-such-command');
    expect(useRoute.getState().route).toEqual({ screen: 'audits' });
    expect(app.bridge.calls).toHaveLength(before);
  });

  it('leaves what lies behind an open dialog alone', async () => {
    const app = await startWithList(desktop);
    command(app, 'shortcuts');
    await screen.findByRole('dialog', { name: 'Keyboard shortcuts' });
    command(app, 'outbox');
    expect(useRoute.getState().route).toEqual({ screen: 'audits' });
  });
});

describe('the theme', () => {
  it('is told to the system at the start and at every change', async () => {
    const app = await startWithList(desktop);
    act(() => useAppearance.getState().set({ theme: 'dark' }));
    await waitFor(() => expect(app.inputsOf('system.setTheme')).toEqual([{ theme: 'system' }, { theme: 'dark' }]));
  });

  it('is nobody’s business in a browser', async () => {
    const app = await startWithList();
    act(() => useAppearance.getState().set({ theme: 'dark' }));
    await waitFor(() => expect(document.documentElement.dataset['theme']).toBe('dark'));
    expect(app.bridge.calls).not.toContain('system.setTheme');
  });
});

describe('the PDF of a report', () => {
  it('is copied to where the system’s dialog says, under its own name', async () => {
    const { button, inputsOf } = await startWithPdf(desktop);
    fireEvent.click(await button('Save a copy…'));
    expect(await screen.findByText('Copy saved: /home/hana/Documents/report.pdf')).toBeDefined();
    expect(inputsOf('system.saveFile')).toEqual([{ id: 'pdf', name: expect.stringMatching(/^Northgate-C .+\.pdf$/) }]);
  });

  it('is shown in its folder', async () => {
    const { button, inputsOf } = await startWithPdf(desktop);
    fireEvent.click(await button('Show in folder'));
    await waitFor(() => expect(inputsOf('system.revealFile')).toEqual([{ id: 'pdf' }]));
  });

  it('says in plain words why it could not be saved', async () => {
    const { button } = await startWithPdf({ ...desktop, fail: { operation: 'system.saveFile', code: 'disk-full' } });
    fireEvent.click(await button('Save a copy…'));
    expect(await screen.findByText('The disk is full.')).toBeDefined();
  });

  it('is downloaded in a browser, which has no folder to show', async () => {
    const { button, pdf, bridge } = await startWithPdf({});
    const clicked: string[] = [];
    const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this.download);
    });
    fireEvent.click(await button('Save a copy'));
    click.mockRestore();
    expect(clicked).toEqual([expect.stringMatching(/^Northgate-C .+\.pdf$/)]);
    expect(within(pdf).queryByRole('button', { name: 'Show in folder' })).toBeNull();
    expect(bridge.calls.filter((name) => name.startsWith('system.'))).toEqual([]);
  });
});

describe('Ctrl+P', () => {
  // Everything that is drawn for paper takes a busy machine its time.
  const patience = { timeout: 20_000 };
  const press = (): boolean => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'p', ctrlKey: true });

  it('opens the system’s dialog on the desktop, with every row of the list in the page', async () => {
    const seen: number[] = [];
    const app = await startWithList({ ...desktop, rows: sampleAudits().slice(0, 50) });
    const { call } = app.bridge;
    const rows = (): number => within(screen.getByRole('grid', { name: 'Audits' })).getAllByRole('row').length;
    const before = rows();
    vi.spyOn(app.bridge, 'call').mockImplementation((operation, input, options) => {
      if (operation === 'system.print') seen.push(rows());
      return call(operation, input, options);
    });
    expect(press()).toBe(false);
    await waitFor(() => expect(seen).toHaveLength(1), patience);
    expect(seen[0]).toBeGreaterThan(before);
    await waitFor(() => expect(rows()).toBe(before), patience);
  });

  it('opens the browser’s own dialog in a browser', async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    const app = await startWithList({ rows: sampleAudits().slice(0, 5) });
    press();
    await waitFor(() => expect(print).toHaveBeenCalledTimes(1), patience);
    expect(app.bridge.calls).not.toContain('system.print');
  });

  it('prints what the browser’s own menu asks for as well, with nothing of the report folded', async () => {
    await startWithPdf({});
    const tree = await screen.findByRole('treegrid', { name: 'Report items' });
    const folded = (): number => tree.querySelectorAll('[aria-expanded="false"]').length;
    expect(folded()).toBeGreaterThan(0);
    act(() => void globalThis.dispatchEvent(new Event('beforeprint')));
    expect(folded()).toBe(0);
    expect(screen.getByRole('region', { name: 'PDF report' }).className).toContain('is-left-out');
    act(() => void globalThis.dispatchEvent(new Event('afterprint')));
    expect(folded()).toBeGreaterThan(0);
  });
});

describe('something dropped beside every target', () => {
  /** Whether the window is kept from leaving the app for what was dropped. */
  const isKept = (target: Element, type: 'dragOver' | 'drop', types: readonly string[]): boolean => {
    const event = createEvent[type](target, { dataTransfer: { types, items: [], files: [], dropEffect: 'copy' } });
    fireEvent(target, event);
    return event.defaultPrevented;
  };

  it.each([['Files'], ['text/uri-list'], ['text/html']])('does nothing when it is %s', async (type) => {
    await startWithList();
    const grid = screen.getByRole('grid', { name: 'Audits' });
    expect([isKept(grid, 'dragOver', [type]), isKept(grid, 'drop', [type])]).toEqual([true, true]);
  });

  it('may still be words for a field, but never a file', async () => {
    await startWithList();
    const field = screen.getByRole('textbox', { name: 'Filter by words' });
    expect([isKept(field, 'dragOver', ['text/plain']), isKept(field, 'drop', ['text/plain'])]).toEqual([false, false]);
    expect(isKept(field, 'drop', ['Files', 'text/plain'])).toBe(true);
  });

  it('does nothing before the workspace is open, either', () => {
    startApp({ state: 'refused' });
    expect(isKept(screen.getByTestId('refused'), 'drop', ['text/uri-list'])).toBe(true);
  });
});
