import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { besides } from './processes.ts';

/** What must be on the page: the line of the empty page, the first row of a list, what an empty list says. */
export const PAINTED = {
  bare: '#painted',
  full: '[role="grid"] [role="gridcell"]:not(.grid-skeleton)',
  empty: '[data-testid="state-first-run-empty"]',
} as const;

/** Longer than any start takes; what is not there by then never comes. */
const PATIENCE_MS = 60_000;

const inPage = readFileSync(besides('painted-in-page.js'), 'utf8');

/** Goes to an address and answers when the wanted element was drawn, by this process's clock. Throws when it never is. */
export type GoUntilPainted = (address: string) => Promise<number>;

/** Prepares a new page to tell when the first element that `selector` finds was drawn. */
export async function watchPaint(page: Page, selector: string): Promise<GoUntilPainted> {
  const painted = Promise.withResolvers<number>();
  await page.exposeBinding('benchPainted', () => painted.resolve(performance.now()));
  await page.addInitScript(inPage.replace("'WANTED'", JSON.stringify(selector)));
  return async (address) => {
    const giveUp = setTimeout(() => painted.reject(new Error(`${selector} did not come.`)), PATIENCE_MS);
    try {
      // "commit", and not "load": what the page loads after its first list is not waited for.
      await page.goto(address, { waitUntil: 'commit' });
      return await painted.promise;
    } finally {
      clearTimeout(giveUp);
    }
  };
}
