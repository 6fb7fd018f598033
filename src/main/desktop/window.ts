import { app, BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Box } from './boxes.ts';
import { displaySet, fitToDisplays, type DisplayArea } from './fit-to-displays.ts';
import { keepPageAlive, loadPage } from './page-health.ts';
import { SMALLEST, windowColor, windowOptions } from './window-options.ts';
import { withPlace, type WindowMemory } from './window-state.ts';
import { say } from './words.ts';

/** The app's one window. */
export interface MainWindow {
  /** The window while there is one: a Mac keeps an app without. */
  readonly current: () => BrowserWindow | undefined;
  /** Opens the window, or brings it to the front. */
  readonly show: () => void;
}

interface WindowParts {
  readonly preload: string;
  readonly memory: WindowMemory;
  readonly clock: Clock;
  readonly log: Log;
  /** Asked before the window closes; false keeps it open. */
  readonly mayClose: () => boolean;
}

/** The displays, the first one first. */
function displays(): readonly DisplayArea[] {
  const first = screen.getPrimaryDisplay();
  return [first, ...screen.getAllDisplays().filter(({ id }) => id !== first.id)];
}

/** Shows a box over a window, or on its own. Answers whether its yes was pressed. */
export async function askOver(window: BrowserWindow | undefined, box: Box, signal?: AbortSignal): Promise<boolean> {
  const options = { ...box.options, ...(signal === undefined ? {} : { signal }) };
  const { response } = await (window === undefined || window.isDestroyed()
    ? dialog.showMessageBox(options)
    : dialog.showMessageBox(window, options));
  return response === box.yes;
}

function bringToFront(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The window, opened where it stood on these displays. Nothing is shown before `show`. */
export function createMainWindow({ preload, memory, clock, log, mayClose }: WindowParts): MainWindow {
  let window: BrowserWindow | undefined;

  const remember = (opened: BrowserWindow): void => {
    const place = {
      bounds: opened.getNormalBounds(),
      isMaximized: opened.isMaximized(),
      isFullScreen: opened.isFullScreen(),
    };
    memory.keep(withPlace(memory.state(), displaySet(displays()), place));
  };

  const open = (): BrowserWindow => {
    const place = memory.state().places.get(displaySet(displays()));
    const opened = new BrowserWindow(
      windowOptions({
        preload,
        isPackaged: app.isPackaged,
        isDark: nativeTheme.shouldUseDarkColors,
        bounds: fitToDisplays(place?.bounds, displays(), SMALLEST),
        title: say('app.name'),
      }),
    );
    opened.once('ready-to-show', () => {
      if (place?.isMaximized === true) opened.maximize();
      if (place?.isFullScreen === true) opened.setFullScreen(true);
      opened.show();
    });
    const recolor = (): void => opened.setBackgroundColor(windowColor(nativeTheme.shouldUseDarkColors));
    nativeTheme.on('updated', recolor);
    opened.on('close', (event) => {
      remember(opened);
      if (!mayClose()) event.preventDefault();
    });
    opened.once('closed', () => {
      nativeTheme.off('updated', recolor);
      window = undefined;
    });
    keepPageAlive(opened, {
      now: clock.now,
      log,
      ask: (box, signal) => askOver(opened, box, signal),
      quit: () => {
        // A page that is gone cannot be asked to close.
        opened.destroy();
        app.quit();
      },
    });
    void loadPage(opened, log);
    return opened;
  };

  return {
    current: () => window,
    show: () => {
      if (window === undefined) window = open();
      else bringToFront(window);
    },
  };
}
