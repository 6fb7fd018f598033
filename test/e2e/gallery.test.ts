import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_HEADERS } from '../../src/main/serve/page-headers.ts';
import { readPageFile } from '../../src/main/serve/page-files.ts';
import { launchChromium } from '../support/chromium.ts';

const root = join(import.meta.dirname, '../..');
const page = join(root, 'out/renderer');
const shots = join(root, 'test-results');
const themes = ['light', 'dark'] as const;

let browser: Browser;
let server: Server;
let origin = '';

/** The built page as the loopback host serves it: the same headers, the same files. */
function serveBuild(): Server {
  return createServer((request, response) => {
    void readPageFile(page, (request.url ?? '/').split('?')[0] ?? '/').then((file) => {
      response.writeHead(file === undefined ? 404 : 200, {
        ...PAGE_HEADERS,
        'content-type': file?.contentType ?? 'text/plain',
      });
      response.end(file?.body);
    });
  });
}

beforeAll(async () => {
  mkdirSync(shots, { recursive: true });
  server = serveBuild();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await launchChromium();
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

interface Visit {
  readonly screen: Page;
  /** Everything that should not have happened: errors, blocked content, requests elsewhere, dialogs. */
  readonly trouble: readonly string[];
}

async function visit(query: string, size = { width: 1440, height: 900 }): Promise<Visit> {
  const context = await browser.newContext({ viewport: size, locale: 'en-GB', reducedMotion: 'reduce' });
  const screen = await context.newPage();
  const trouble: string[] = [];
  screen.on('console', (message) => {
    if (message.type() === 'error') trouble.push(message.text());
  });
  screen.on('pageerror', (error) => trouble.push(String(error)));
  screen.on('dialog', (dialog) => {
    trouble.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  screen.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(blob|data):/.test(request.url())) trouble.push(request.url());
  });
  await screen.goto(`${origin}/gallery.html?${query}`);
  await screen.evaluate(() => document.fonts.ready);
  return { screen, trouble };
}

/** What axe finds, as lines to read. */
async function violations(screen: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page: screen }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary ?? ''}`),
  );
}

async function openReport(screen: Page): Promise<void> {
  await screen.getByRole('radio', { name: /Complete/ }).click();
  await screen.getByText('AUD-2026-0470').first().waitFor();
  await screen.getByRole('button', { name: 'Open report' }).click();
  await screen.getByRole('treegrid').waitFor();
}

describe.each(themes)('the gallery in the %s theme', (theme) => {
  it('shows every part, without a violation of accessibility or of the page’s own policy', async () => {
    const { screen, trouble } = await visit(`theme=${theme}`);
    await screen.getByRole('group', { name: 'Page 1 of 3' }).waitFor();
    await screen.getByText('Flow switch signals panel').first().waitFor();
    const height = await screen.locator('.gallery').evaluate((element) => element.scrollHeight);
    await screen.setViewportSize({ width: 1200, height: height + 8 });
    await screen.screenshot({ path: join(shots, `gallery-${theme}.png`) });
    expect(await violations(screen)).toEqual([]);
    expect(trouble).toEqual([]);
    await screen.context().close();
  });
});

/** Screens and states of the app over a made-up workspace: how to come there. */
const scenes: readonly (readonly [string, string, (screen: Page) => Promise<unknown>])[] = [
  ['first-run', 'mode=own', (screen) => screen.getByTestId('first-run').waitFor()],
  ['audits', '', (screen) => screen.getByText('AUD-2026-0600').first().waitFor()],
  [
    'report',
    '',
    async (screen) => {
      await openReport(screen);
      await screen.keyboard.press(']');
      await screen.keyboard.press(']');
      await screen.keyboard.press(']');
      await screen.getByRole('img', { name: /^Photo 1 of 3/ }).waitFor();
      await screen.getByRole('group', { name: 'Page 2 of 3' }).waitFor();
    },
  ],
  [
    'offline',
    'online=no',
    async (screen) => {
      await openReport(screen);
      await screen.getByRole('button', { name: 'Copy for support' }).waitFor();
    },
  ],
  [
    'palette',
    '',
    async (screen) => {
      await screen.getByText('AUD-2026-0600').first().waitFor();
      await screen.keyboard.press('Control+k');
      await screen.keyboard.type('fire');
      await screen
        .getByRole('option', { name: /Fire services/ })
        .first()
        .waitFor();
    },
  ],
  [
    'shortcuts',
    '',
    async (screen) => {
      await screen.getByText('AUD-2026-0600').first().waitFor();
      await screen.keyboard.press('?');
      await screen.getByRole('dialog').waitFor();
    },
  ],
  ['error', 'fail=records:disk-failed', (screen) => screen.getByText('disk-failed').waitFor()],
  ['refused', 'bridge=refused', (screen) => screen.getByTestId('refused').waitFor()],
];

describe.each(themes)('the app in the %s theme', (theme) => {
  it.each(scenes)('has no violation on %s', async (name, query, arrive) => {
    const { screen, trouble } = await visit(`screen=app&theme=${theme}&${query}`);
    await arrive(screen);
    await screen.screenshot({ path: join(shots, `${name}-${theme}.png`) });
    expect(await violations(screen)).toEqual([]);
    expect(trouble).toEqual([]);
    await screen.context().close();
  });
});

describe('a narrow window', () => {
  it.each([
    [320, 'locale=pseudo'],
    [360, ''],
    [900, ''],
  ])('of %i pixels shows everything in its width', async (width, query) => {
    const { screen, trouble } = await visit(`screen=app&${query}`, { width, height: 700 });
    const row = screen.getByRole('row').nth(3);
    await row.waitFor();
    await screen.screenshot({ path: join(shots, `audits-${width}.png`) });
    const cutOff = await screen.evaluate(() =>
      [...document.querySelectorAll('button, input, [role="grid"]')]
        .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect(cutOff).toEqual([]);
    expect(await violations(screen)).toEqual([]);
    expect(trouble).toEqual([]);
    await screen.context().close();
  });
});

describe('a PDF that carries a script and links', () => {
  it('is read as a document and does nothing', async () => {
    const { screen, trouble } = await visit('screen=app');
    await openReport(screen);
    const sheet = screen.getByRole('group', { name: 'Page 1 of 3' });
    await sheet.getByText('Fire services, monthly').waitFor();
    await sheet.click({ position: { x: 200, y: 200 } });
    expect(await screen.locator('.pdf-pages a, .pdf-pages iframe, .pdf-pages object').count()).toBe(0);
    expect(screen.context().pages()).toHaveLength(1);
    expect(trouble).toEqual([]);
    await screen.context().close();
  });
});

describe('the built page', () => {
  it('holds no schema library and no words of another host', async () => {
    const scripts = (await readdir(join(page, 'assets'))).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(1);
    const texts = await Promise.all(scripts.map((name) => readFile(join(page, 'assets', name), 'utf8')));
    expect(scripts.filter((_, index) => /ZodError|app:\/\//.test(texts[index] ?? ''))).toEqual([]);
  });

  it('keeps the made-up workspace out of the app', async () => {
    const index = await readFile(join(page, 'index.html'), 'utf8');
    const loaded = [...index.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map(([, path = '']) => path);
    expect(loaded.length).toBeGreaterThan(0);
    for (const path of loaded) expect(await readFile(join(page, path), 'utf8')).not.toContain('Kauri Street');
  });
});
