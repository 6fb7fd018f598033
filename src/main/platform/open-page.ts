import { spawn } from 'node:child_process';

type Opener = readonly [command: string, ...before: string[]];

const OPENERS: Readonly<Partial<Record<NodeJS.Platform, Opener>>> = {
  darwin: ['open'],
  // No command interpreter in between: to one, an address with `&` in it is several commands.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * Tries to open a page in the person's browser. The address stands in the command line of a process, which every user of
 * the computer can read: none with a secret may be given. Never throws; where no browser can be started nothing happens.
 */
export function openPage(address: string, platform: NodeJS.Platform): void {
  const [command, ...before] = OPENERS[platform] ?? ['xdg-open'];
  const child = spawn(command, [...before, new URL(address).href], { stdio: 'ignore', detached: true });
  child.once('error', () => undefined);
  child.unref();
}
