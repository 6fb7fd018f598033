import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { firstLine } from './run-cli.ts';
import { watchPage, type WatchedPage } from './watched-page.ts';

/** The built command line: end-to-end tests drive what a person gets. */
const BUILT = fileURLToPath(new URL('../../out/main/cli.js', import.meta.url));

/** `plumbline serve`, running as a process of its own on a data folder of its own. */
export interface ServedApp {
  readonly dataDir: string;
  readonly origin: string;
  /** The address with its ticket that the command printed: good for one tab. */
  readonly address: string;
  /** Ends the process and starts it again on the same folder; answers its new address. */
  readonly restart: () => Promise<string>;
  readonly close: () => Promise<void>;
}

async function start(dataDir: string, args: readonly string[]): Promise<{ child: ChildProcess; address: string }> {
  const child = spawn(process.execPath, [BUILT, 'serve', '--json', '--data', dataDir, ...args], {
    // A test leaves nothing in the keychain of the computer it runs on.
    env: { ...process.env, PLUMBLINE_KEYCHAIN: 'none' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const { url } = JSON.parse(await firstLine(child)) as { url: string };
  return { child, address: url };
}

const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });

/** Serves the app; `args` are further arguments (`--sample`). */
export async function serveApp(...args: readonly string[]): Promise<ServedApp> {
  const dataDir = await mkdtemp(join(tmpdir(), 'plumbline-e2e-'));
  let running = await start(dataDir, args);
  return {
    dataDir,
    get origin() {
      return new URL(running.address).origin;
    },
    get address() {
      return running.address;
    },
    restart: async () => {
      await stop(running.child);
      running = await start(dataDir, args);
      return running.address;
    },
    close: async () => {
      await stop(running.child);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Opens `address` in a fresh profile and watches it. */
export async function openPage(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  const watched = watchPage(page, new URL(address).origin);
  await page.goto(address);
  return watched;
}
