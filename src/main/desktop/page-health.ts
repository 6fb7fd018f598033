import type { BrowserWindow, RenderProcessGoneDetails } from 'electron';
import type { Log } from '../platform/log.ts';
import { crashBox, hangBox, type Box } from './boxes.ts';
import { PAGE_ADDRESS } from './page-address.ts';

/** Loads the page into its window. Never rejects: a page that could not be loaded is logged, one that is gone is not. */
export async function loadPage(window: BrowserWindow, log: Log): Promise<void> {
  if (window.isDestroyed()) return;
  try {
    await window.webContents.loadURL(PAGE_ADDRESS);
  } catch (thrown) {
    if (!window.isDestroyed()) log.error('desktop.page-not-loaded', thrown);
  }
}

/** How often in how long the page is brought back without asking. */
const MOST_RETURNS = 3;
const RETURNS_WITHIN_MS = 60_000;

/** Whether the page comes back by itself after a crash at `now`, given when it did so before. Moments in milliseconds. */
export function comesBack(returns: readonly number[], now: number): boolean {
  return returns.filter((at) => now - at < RETURNS_WITHIN_MS).length < MOST_RETURNS;
}

/** Shows a box over a window; answers whether its yes was pressed. Aborting takes it away: then the answer is no. */
type AskPerson = (box: Box, signal?: AbortSignal) => Promise<boolean>;

interface HealthParts {
  readonly now: () => number;
  readonly log: Log;
  readonly ask: AskPerson;
  readonly quit: () => void;
}

/**
 * Brings the page back when its process is gone, at most three times a minute and then when a person says so, and offers
 * to load it again while it does not answer. The workspace is another process's and goes on meanwhile.
 */
export function keepPageAlive(window: BrowserWindow, { now, log, ask, quit }: HealthParts): void {
  const { webContents: contents } = window;
  const returns: number[] = [];
  let answers: AbortController | undefined;

  const load = (): Promise<void> => {
    returns.push(now());
    return loadPage(window, log);
  };

  const comeBack = async ({ reason }: RenderProcessGoneDetails): Promise<void> => {
    answers?.abort();
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    log.warn('desktop.page-gone', { code: reason });
    if (comesBack(returns, now())) return load();
    if (await ask(crashBox())) return load();
    quit();
  };

  const offer = async (): Promise<void> => {
    if (answers !== undefined) return;
    log.warn('desktop.page-hangs');
    answers = new AbortController();
    const isToEnd = await ask(hangBox(), answers.signal);
    const isAnswering = answers.signal.aborted;
    answers = undefined;
    // A process that hangs cannot load anything: its end brings the page back.
    if (isToEnd && !isAnswering && !window.isDestroyed()) contents.forcefullyCrashRenderer();
  };

  contents.on('render-process-gone', (_event, details) => void comeBack(details));
  window.on('unresponsive', () => void offer());
  window.on('responsive', () => answers?.abort());
}
