import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { desktopExecutable } from '../../scripts/test-run/desktop-executable.ts';
import { benchFolder, dataFolder } from './caches.ts';
import { startFigures } from './cold-list.ts';
import { EMPTY_GOAL, WINDOW_GOAL } from './desktop-start.ts';
import type { Table } from './figure.ts';
import { PAINTED } from './painted-page.ts';
import { benchEnvironment, besides } from './processes.ts';
import { interleave, median } from './statistics.ts';

const TITLE = 'Electron’s own program: start of the process to the first painted list';

/** Milliseconds from the start of Electron on `main` to the frame that shows `selector`. */
async function startOnce(executablePath: string, main: string, selector: string, dataDir: string): Promise<number> {
  const profile = await mkdtemp(join(benchFolder, 'profile-'));
  const env = Object.entries({ ...benchEnvironment, PLUMBLINE_DATA_DIR: dataDir }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const began = performance.now();
  const electron = await _electron.launch({
    executablePath,
    args: [main, `--user-data-dir=${profile}`],
    cwd: repositoryRoot,
    colorScheme: null,
    env: Object.fromEntries(env),
  });
  try {
    const page = await electron.firstWindow();
    await page.locator(selector).first().waitFor();
    // As text: two frames, as in `painted-in-page.js`.
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    return performance.now() - began;
  } finally {
    await electron.close();
    await rm(profile, { recursive: true, force: true });
  }
}

const skipped = (reason: string): Table => ({ title: TITLE, lines: [], notes: [`Skipped: ${reason}.`] });

/** The desktop app's own start on the Electron that is installed here. Without one, a table that says why not. */
export async function measureElectron(rows: number, times: number): Promise<Table> {
  if (process.env['ELECTRON_PATH'] !== undefined) return skipped('what ELECTRON_PATH names may be no Electron');
  const found = desktopExecutable();
  if ('missing' in found) return skipped(found.missing);
  const { executable } = found;
  const [full, empty] = [await dataFolder(rows), await dataFolder(0)];
  const samples = await interleave(times, {
    bare: () => startOnce(executable, besides('bare-window.cjs'), PAINTED.bare, empty),
    empty: () => startOnce(executable, '.', PAINTED.empty, empty),
    full: () => startOnce(executable, '.', PAINTED.full, full),
  });
  const against = (peer: 'bare' | 'empty'): number => median(samples.full) / median(samples[peer]);
  return {
    title: `${TITLE}, ${times} rounds`,
    lines: [
      { what: 'an empty window of the same Electron', figures: startFigures(samples.bare) },
      { what: 'plumbline, empty database', figures: startFigures(samples.empty) },
      {
        what: `plumbline, ${rows} audits`,
        figures: startFigures(samples.full),
        ratio: { value: against('bare'), peer: 'empty window', goal: WINDOW_GOAL },
      },
      {
        what: '  the same, against the empty database',
        figures: {},
        ratio: { value: against('empty'), peer: 'empty database', goal: EMPTY_GOAL },
      },
    ],
    notes: ['The driver’s own connection to Electron is in all three.'],
  };
}
