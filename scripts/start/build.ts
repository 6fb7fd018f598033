import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot, toolScript } from '../lib/repository.ts';
import { runScript } from '../lib/run-command.ts';
import type { CommandResult } from '../lib/run-command.ts';

/** What the build is made from. */
const sources = ['src', 'electron.vite.config.ts', 'package-lock.json'] as const;

/** What a finished build always holds. */
const products = ['out/main/cli.js', 'out/renderer/index.html'] as const;

/** Builds the app into `out/`. Never rejects: look at the code. */
export function build(): Promise<CommandResult> {
  return runScript(toolScript('electron-vite'), ['build', '--logLevel', 'warn']);
}

/** Returns whether `out/` is absent or older than something it was made from. */
export function needsBuild(): boolean {
  return isStale(
    sources.flatMap((name) => changeTimes(join(repositoryRoot, name))),
    products.map((name) => changeTime(join(repositoryRoot, name))),
  );
}

/**
 * Returns whether a product is missing (undefined) or not newer than every source. Times are milliseconds since 1970.
 */
export function isStale(sourceTimes: readonly number[], productTimes: readonly (number | undefined)[]): boolean {
  const newest = Math.max(...sourceTimes);
  return productTimes.some((time) => time === undefined || time <= newest);
}

function changeTimes(path: string): readonly number[] {
  const stats = statSync(path);
  if (!stats.isDirectory()) return [stats.mtimeMs];
  // The folders count too: a file that was deleted changes its folder's time.
  return [
    stats.mtimeMs,
    ...readdirSync(path, { recursive: true }).map((name) => statSync(join(path, String(name))).mtimeMs),
  ];
}

function changeTime(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}
