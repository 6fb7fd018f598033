import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { formsOf } from '../support/canary.ts';
import { testHosts, type OpenApp } from '../support/hosts.ts';
import { settledGrid } from '../support/settled-grid.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const WRONG_KEY = 'canary-wrong-in-the-browser-51c2';

let vendor: SandboxServer;
let app: OpenApp;
let page: Page;
let folder: string;
let key: string;
let host = '';
/** What the page was told over its socket, where it has one. */
const received: string[] = [];

const writes = () => vendor.log.entries().filter(({ method }) => method !== 'GET');
const open = (name: string) => page.getByRole('navigation').getByText(name, { exact: true }).click();
const picture = (name: string) => page.screenshot({ path: `test-results/${host}-account-${name}.png` });

describe.each(testHosts)('one’s own MonitorQA account in $name', ({ name, missing, open: openApp }) => {
  beforeAll(async () => {
    if (missing !== undefined) return;
    host = name;
    folder = await mkdtemp(join(tmpdir(), 'plumbline-e2e-files-'));
    vendor = await startSandbox({ seed: 3, now: new Date().toISOString(), audits: 120, clock: Date.now });
    key = vendor.vendors[0]?.secret['apiKey'] ?? '';
    app = await openApp();
    ({ page } = app);
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))));
    // The socket of a page that is there already has been opened: one more load, to hear it from its beginning. A ticket
    // is good for one load: the page must have exchanged it before.
    await page.getByRole('textbox', { name: /^Name/ }).waitFor();
    await page.reload();
  }, 60_000);
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  afterAll(async () => {
    if (missing !== undefined) return;
    await app.close();
    await vendor.close();
    await rm(folder, { recursive: true });
  });

  it('says what a refused key means, and keeps nothing', async () => {
    await page.getByRole('textbox', { name: /^Name/ }).fill('Northgate');
    await page.getByRole('button', { name: 'Change address' }).click();
    await page.getByRole('textbox', { name: /^Address/ }).fill(`${vendor.url}/monitorqa`);
    await page.getByLabel('API key', { exact: true }).fill(WRONG_KEY);
    await page.getByRole('button', { name: /Test and save/ }).click();
    await page.getByText('MonitorQA refused the key.').waitFor();
    await picture('refused');
    expect(await page.getByRole('grid').count()).toBe(0);
  });

  it('connects with the right one and reads what is there', async () => {
    await page.getByLabel('API key', { exact: true }).fill(key);
    await page.getByRole('button', { name: /Test and save/ }).click();
    await page.getByRole('grid').waitFor({ timeout: 30_000 });
    await expect.poll(() => page.getByRole('grid').getByRole('row').count(), { timeout: 30_000 }).toBeGreaterThan(5);
    await page.getByText('Sync finished.').waitFor({ timeout: 30_000 });
  }, 60_000);

  it('approves a corrective action: seen first, sent when told', async () => {
    await open('Corrective actions');
    await page
      .getByRole('radio', { name: /Submitted/ })
      .or(page.getByRole('tab', { name: /Submitted/ }))
      .first()
      .click();
    await settledGrid(page).getByRole('row').nth(1).click();
    await page.getByRole('button', { name: /^Approve/ }).click();
    await page
      .getByText(/In the outbox/)
      .first()
      .waitFor();
    expect(writes()).toEqual([]);
    await picture('draft');
    await open('Outbox');
    await page.getByRole('button', { name: /^Send 1/ }).click();
    await expect.poll(() => writes().map(({ method }) => method), { timeout: 20_000 }).toEqual(['PUT']);
    await expect.poll(() => page.getByRole('button', { name: /^Send/ }).count()).toBe(0);
    await picture('sent');
  }, 40_000);

  it('puts a logo in place by choosing a file', async () => {
    await open('Company');
    const path = join(folder, 'logo.png');
    await writeFile(path, PNG);
    await page.getByLabel(/^Choose a logo for/).setInputFiles(path);
    await picture('logo');
    await page.getByRole('button', { name: 'Put in the outbox' }).click();
    await page.getByText('logo.png is in the outbox and not sent yet.').first().waitFor();
    await open('Outbox');
    await page.getByRole('button', { name: /^Send 1/ }).click();
    await expect.poll(() => writes().at(-1)?.path, { timeout: 20_000 }).toBe('/monitorqa/company/logo');
  }, 40_000);

  it('S-1 S-2 shows, keeps and is told the key nowhere', async () => {
    const seen = await page.evaluate(() => [
      document.documentElement.outerHTML,
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      ...[...document.querySelectorAll('input')].map((input) => input.value),
    ]);
    const files = (await readdir(app.dataDir, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
    for (const form of [key, WRONG_KEY].flatMap(formsOf)) {
      expect(Buffer.from([...seen, ...received].join('\n')).includes(form)).toBe(false);
      expect(contents.some((bytes) => bytes.includes(form))).toBe(false);
    }
  });

  it('had no error, no broken policy, and asked nothing of anybody else', () => {
    expect(app.faults).toEqual([]);
  });
});
