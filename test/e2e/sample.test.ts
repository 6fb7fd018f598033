import { mkdir } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testHosts, type OpenApp } from '../support/hosts.ts';
import { settledGrid } from '../support/settled-grid.ts';

let app: OpenApp;
let page: Page;
let host = '';

const grid = () => page.getByRole('grid');
const rows = () => grid().getByRole('row');
const picture = (name: string) => page.screenshot({ path: `test-results/${host}-${name}.png` });

async function runCommand(name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(name);
  await page.getByRole('option', { name }).first().click();
}

/** No violation of axe's rules in either theme; asked in the browser, because axe opens a second page. */
async function expectAccessible(): Promise<void> {
  if (host !== 'serve') return;
  for (const theme of ['light', 'dark']) {
    await page.evaluate((name) => document.documentElement.setAttribute('data-theme', name), theme);
    // Colours that are still on their way are judged by nobody.
    await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${theme}: ${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  }
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
}

/** How many different values the first page of the PDF has: one where nothing is drawn. */
async function drawnValues(): Promise<number> {
  const canvas = page.locator('canvas').first();
  await canvas.waitFor();
  return canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    return new Set(element.getContext('2d')?.getImageData(0, 0, width, height).data ?? []).size;
  });
}

async function openRow(index: number): Promise<void> {
  await settledGrid(page).getByRole('row').nth(index).click();
  await page.keyboard.press('Enter');
  await page.getByRole('treegrid').waitFor();
}

/** Escape leads from the report to its list. */
async function backToList(): Promise<void> {
  await page.getByRole('treegrid').click();
  await page.keyboard.press('Escape');
  await expect.poll(() => rows().count()).toBeGreaterThan(10);
}

describe.each(testHosts)('the sample workspace in $name', ({ name, missing, open }) => {
  beforeAll(async () => {
    if (missing !== undefined) return;
    await mkdir('test-results', { recursive: true });
    host = name;
    app = await open();
    ({ page } = app);
  }, 60_000);
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  afterAll(async () => {
    if (missing === undefined) await app.close();
  });

  it('offers the sample on its first screen', async () => {
    await page.getByRole('heading', { name: 'Set up Plumbline' }).waitFor();
    expect(await page.getByRole('button', { name: 'Look around with sample data' }).isEnabled()).toBe(true);
    await picture('first-run');
    await expectAccessible();
  });

  it('shows its audits, which come by themselves', async () => {
    await page.getByRole('button', { name: 'Look around with sample data' }).click();
    await page.getByText('Sync finished.').waitFor({ timeout: 60_000 });
    await expect.poll(() => rows().count()).toBeGreaterThan(10);
    await picture('audits');
    await expectAccessible();
  }, 90_000);

  it('opens the next audit beside the list with one key', async () => {
    await rows().nth(1).click();
    const number = () => page.getByRole('region', { name: 'Details' }).getByText(/^AUD-/).first().textContent();
    const first = await number();
    await page.keyboard.press('j');
    await expect.poll(number).not.toBe(first);
  });

  it('reads a completed audit as a tree', async () => {
    await page
      .getByRole('radio', { name: /Complete/ })
      .or(page.getByRole('tab', { name: /Complete/ }))
      .first()
      .click();
    await openRow(1);
    await expect.poll(() => page.getByRole('treegrid').getByRole('row').count()).toBeGreaterThan(5);
    await picture('report');
    await expectAccessible();
  });

  it('shows the report as PDF beside it', async () => {
    await expect.poll(drawnValues, { timeout: 20_000 }).toBeGreaterThan(10);
    await picture('report-pdf');
    await expectAccessible();
  });

  it('P6 goes on reading when the vendor is gone, and opens the kept PDF', async () => {
    await runCommand('Take the sample vendors off line');
    await backToList();
    await picture('offline');
    await openRow(1);
    await expect.poll(drawnValues, { timeout: 20_000 }).toBeGreaterThan(10);
    expect(await page.getByRole('treegrid').getByRole('row').count()).toBeGreaterThan(5);
  });

  it('says what to do about a PDF that is not kept, and shows the tree all the same', async () => {
    await backToList();
    await openRow(4);
    await page.getByText('MonitorQA could not be reached.').first().waitFor({ timeout: 20_000 });
    expect(await page.getByRole('treegrid').getByRole('row').count()).toBeGreaterThan(5);
    await picture('pdf-not-kept');
    await expectAccessible();
    await runCommand('Bring the sample vendors back on line');
    await expect.poll(() => page.getByText('Offline', { exact: true }).count(), { timeout: 20_000 }).toBe(0);
  }, 40_000);

  it('finds an audit by its number in the palette', async () => {
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').getByRole('combobox').fill('AUD-2026-02');
    await expect.poll(() => page.getByRole('option', { name: /AUD-2026-02/ }).count()).toBeGreaterThan(0);
    await picture('palette');
    await expectAccessible();
    await page.keyboard.press('Escape');
  });

  it('comes back after a reload, with nothing of a ticket in its address', async () => {
    await page.reload();
    await page.getByRole('grid').or(page.getByRole('treegrid')).first().waitFor();
    expect(new URL(page.url()).hash).toBe('');
  });

  it('had no error, no broken policy, and asked nothing of anybody else', () => {
    expect(app.faults).toEqual([]);
  });
});
