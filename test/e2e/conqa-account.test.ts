import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { formsOf } from '../support/canary.ts';
import { testHosts, type OpenApp } from '../support/hosts.ts';

const WRONG_TOKEN = 'canary-wrong-conqa-token-77d0';

let vendor: SandboxServer;
let app: OpenApp;
let page: Page;
let token: string;
let host = '';
/** What the page was told over its socket, where it has one. */
const received: string[] = [];

const conqaCalls = () => vendor.log.entries().filter(({ path }) => path.startsWith('/conqa/'));
const open = (name: string) => page.getByRole('navigation').getByText(name, { exact: true }).click();
const picture = (name: string) => page.screenshot({ path: `test-results/${host}-conqa-${name}.png` });
/** The number of a kind in the list of what was read. */
const countOf = async (kind: string): Promise<number> => {
  const text = await page.locator('dt', { hasText: kind }).locator('+ dd .kind-count').first().textContent();
  return Number(text?.replaceAll(/\D/g, '') ?? Number.NaN);
};

describe.each(testHosts)('one’s own CONQA account, and no other, in $name', ({ name, missing, open: openApp }) => {
  beforeAll(async () => {
    if (missing !== undefined) return;
    host = name;
    vendor = await startSandbox({ seed: 3, now: new Date().toISOString(), audits: 20, clock: Date.now });
    token = vendor.vendors.find((one) => one.vendor === 'conqa')?.secret['token'] ?? '';
    app = await openApp();
    ({ page } = app);
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => received.push(String(payload))));
    await page.getByRole('textbox', { name: /^Name/ }).waitFor();
    await page.reload();
  }, 60_000);
  beforeEach(({ skip }) => skip(missing !== undefined, missing));
  afterAll(async () => {
    if (missing !== undefined) return;
    await app.close();
    await vendor.close();
  });

  it('is chosen at the first run, and warned of a token that was copied with its scheme', async () => {
    await page.getByRole('button', { name: /^CONQA/ }).click();
    await page.getByRole('textbox', { name: /^Name/ }).fill('Kauri');
    await page.getByRole('button', { name: 'Change address' }).click();
    await page.getByRole('textbox', { name: /^Address/ }).fill(`${vendor.url}/conqa/api-v1`);
    await page.getByLabel('API token', { exact: true }).fill(`Bearer ${WRONG_TOKEN}`);
    await page.getByText(/CONQA takes the token alone/).waitFor();
    await picture('bearer');
    await page.getByRole('button', { name: 'Remove “Bearer”' }).click();
    expect(conqaCalls()).toEqual([]);
  });

  it('says what a refused token means, and keeps nothing', async () => {
    await page.getByRole('button', { name: /Test and save/ }).click();
    await page.getByText('CONQA refused the key.').waitFor();
    await picture('refused');
    expect(conqaCalls().map(({ path }) => path)).toEqual(['/conqa/api-v1/projects']);
    expect(await page.getByRole('navigation').count()).toBe(0);
  });

  it('connects with the right one, and says what was read in place of an empty list of audits', async () => {
    await page.getByLabel('API token', { exact: true }).fill(token);
    await page.getByRole('button', { name: /Test and save/ }).click();
    await page.getByText('CONQA has no audits.').waitFor({ timeout: 30_000 });
    await page.getByText('Sync finished.').waitFor({ timeout: 60_000 });
    await expect.poll(() => countOf('Issues'), { timeout: 20_000 }).toBeGreaterThan(100);
    expect(await countOf('Milestones')).toBeGreaterThan(100);
    await page.getByRole('list', { name: 'Issues by status' }).getByText('Ready to inspect').waitFor();
    await picture('read');
    expect(conqaCalls().filter(({ method }) => method !== 'GET')).toEqual([]);
  }, 90_000);

  it('tells in the account’s detail what is there, and what nobody knows of the token', async () => {
    await open('Connections');
    await page.getByText('CONQA does not document what a key may do.', { exact: false }).waitFor();
    expect(await countOf('Projects')).toBeGreaterThan(0);
    expect(await page.getByText('Who am I', { exact: true }).count()).toBe(0);
    await picture('detail');
  });

  it('S-1 S-2 shows, keeps and is told the token nowhere', async () => {
    const seen = await page.evaluate(() => [
      document.documentElement.outerHTML,
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      ...[...document.querySelectorAll('input')].map((input) => input.value),
    ]);
    const files = (await readdir(app.dataDir, { recursive: true, withFileTypes: true })).filter((file) =>
      file.isFile(),
    );
    const contents = await Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
    for (const form of [token, WRONG_TOKEN].flatMap(formsOf)) {
      expect(Buffer.from([...seen, ...received].join('\n')).includes(form)).toBe(false);
      expect(contents.some((bytes) => bytes.includes(form))).toBe(false);
    }
  });

  it('had no error, no broken policy, and asked nothing of anybody else', () => {
    expect(app.faults).toEqual([]);
  });
});
