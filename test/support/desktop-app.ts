import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { desktopExecutable } from '../../scripts/test-run/desktop-executable.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

/** The desktop app with its window, on a data folder of its own. */
export interface DesktopApp extends WatchedPage {
  readonly electron: ElectronApplication;
  readonly dataDir: string;
  /** Where everything is that this app writes: its data folder and the profile of its window. */
  readonly folder: string;
  /** Everything the app printed. */
  readonly printed: () => string;
  readonly executable: string;
  readonly stop: () => Promise<void>;
  /** Starts it again on the same folders. */
  readonly start: () => Promise<void>;
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts the built app and waits for its first screen. Throws where there is no executable; tests ask
 * `desktopExecutable` first and skip with its reason.
 */
export async function openDesktop(): Promise<DesktopApp> {
  const found = desktopExecutable();
  if ('missing' in found) throw new Error(found.missing);
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-desktop-'));
  const dataDir = join(folder, 'data');
  let printed = '';

  const start = async (): Promise<{ electron: ElectronApplication; watched: WatchedPage }> => {
    const electron = await _electron.launch({
      executablePath: found.executable,
      args: ['.', `--user-data-dir=${join(folder, 'profile')}`],
      cwd: repositoryRoot,
      // Playwright would say "light" for every system otherwise.
      colorScheme: null,
      // A test leaves nothing in the keychain of the computer it runs on.
      env: { ...definedEnvironment(), PLUMBLINE_DATA_DIR: dataDir, PLUMBLINE_KEYCHAIN: 'none' },
    });
    electron.process().stdout?.on('data', (chunk) => (printed += String(chunk)));
    electron.process().stderr?.on('data', (chunk) => (printed += String(chunk)));
    const page = await electron.firstWindow();
    const watched = watchPage(page);
    await page.getByRole('main').waitFor();
    // The page's own address as this executable shows it.
    watched.watch(new URL(page.url()).origin);
    return { electron, watched };
  };

  let running = await start();
  const again = async (): Promise<void> => {
    running = await start();
  };
  return {
    get electron() {
      return running.electron;
    },
    get page(): Page {
      return running.watched.page;
    },
    get faults() {
      return running.watched.faults;
    },
    watch: (origin) => running.watched.watch(origin),
    dataDir,
    folder,
    printed: () => printed,
    executable: found.executable,
    stop: () => running.electron.close(),
    start: again,
    restart: async () => {
      await running.electron.close();
      await again();
    },
    close: async () => {
      await running.electron.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The environment without what is undefined, as Playwright wants it. */
function definedEnvironment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

const found = desktopExecutable();

/** Why desktop tests are skipped on this machine; undefined where they run. */
export const noDesktop: string | undefined = 'missing' in found ? `no desktop to drive: ${found.missing}` : undefined;
