import { spawn } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
};

/** Long enough for a browser to start and read the file; the ticket in it is used up by then. */
const FILE_LIFE_MS = 60_000;

interface OpenParts {
  /** A folder only this person can read. */
  readonly folder: string;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
  readonly random: Random;
  /** When it is aborted the file is deleted at once. */
  readonly signal: AbortSignal;
}

/**
 * Opens the person's browser at `address`. The address holds a ticket, and the command line of a process can be read by
 * every user of the computer: so the browser is given a private file (0600) that leads there. Where no browser can be
 * started nothing is lost: the address was printed.
 */
export async function openBrowser(address: string, parts: OpenParts): Promise<void> {
  const file = join(parts.folder, `open-${parts.random.id()}.html`);
  const page = `<!doctype html><meta charset="utf-8"><meta http-equiv="refresh" content="0;url=${address}"><title>Plumbline</title>`;
  await writeFile(file, page, { mode: 0o600, flag: 'wx' });
  const [command, ...before] = OPENERS[parts.platform] ?? ['xdg-open'];
  const child = spawn(command, [...before, pathToFileURL(file).href], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
  try {
    await parts.clock.wait(FILE_LIFE_MS, parts.signal);
  } catch {
    // Stopped before the time was over: the file goes all the same.
  }
  await rm(file, { force: true });
}
