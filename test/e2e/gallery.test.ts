import { mkdirSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PAGE_HEADERS } from '../../src/main/page/page-headers.ts';
import { readPageFile } from '../../src/main/page/page-files.ts';
import { HOSTILE } from '../renderer/hostile-html.ts';
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

/** Goes to a screen by its name in the sidebar. */
async function goTo(screen: Page, name: string): Promise<void> {
  await screen.getByRole('navigation').getByRole('button', { name }).click();
}

/** Goes to a screen where the sidebar is behind a button. */
async function openPlace(screen: Page, name: string): Promise<void> {
  await screen.getByRole('button', { name: 'Open menu' }).click();
  await goTo(screen, name);
}

/** Opens the first record of a list in its place. */
async function openFirst(screen: Page, name: string, role: 'row' | 'option'): Promise<void> {
  await openPlace(screen, name);
  await screen.getByRole(role).nth(1).click();
  await screen.getByRole('button', { name: 'Back to the list' }).waitFor();
}

/** Opens the change in the outbox that its words name. */
async function openChange(screen: Page, name: RegExp): Promise<void> {
  await goTo(screen, 'Outbox');
  await screen.getByRole('option', { name }).first().click();
  await screen.getByText('Log of this change').waitFor();
}

/** Chooses a system for the first account. */
const chooseSystem = (screen: Page, name: RegExp): Promise<void> =>
  screen.getByRole('list', { name: 'Your systems' }).getByRole('button', { name }).click();

/** Begins a sign-in for a first Aconex account. */
async function beginSignIn(screen: Page): Promise<void> {
  await chooseSystem(screen, /Aconex/);
  await screen.getByRole('textbox', { name: 'Name' }).fill('Kauri on Aconex');
  await screen.getByRole('textbox', { name: 'Client ID' }).fill('7c1e4b02');
  await screen.getByRole('button', { name: /^Sign in/ }).click();
}

/** Opens the account of that name. */
async function openAccount(screen: Page, name: RegExp): Promise<void> {
  await goTo(screen, 'Connections');
  await screen.getByRole('option', { name }).click();
}

/** A PNG of 300 x 100, drawn by the page's own browser. */
async function pngOf(screen: Page): Promise<Buffer> {
  const numbers = await screen.evaluate(async () => {
    const canvas = new OffscreenCanvas(300, 100);
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.fillStyle = '#1d5cb0';
      context.fillRect(20, 20, 260, 60);
    }
    const blob = await canvas.convertToBlob({ type: 'image/png' });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(numbers);
}

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
  [
    'key-refused',
    'mode=own&key=key-rejected&keychain=missing',
    async (screen) => {
      await screen.getByRole('textbox', { name: 'Name' }).fill('Northgate');
      await screen.getByRole('button', { name: 'Change address' }).click();
      await screen.getByLabel('API key').fill('not-the-key');
      await screen.getByRole('button', { name: 'Test and save' }).click();
      await screen.getByText('MonitorQA refused the key.').waitFor();
    },
  ],
  [
    'actions',
    'outbox=full',
    async (screen) => {
      await goTo(screen, 'Corrective actions');
      await screen.getByText('Has a change').first().waitFor({ state: 'attached' });
      await screen.getByRole('grid').press('Home');
      await screen
        .getByRole('region', { name: 'Corrective action details' })
        .getByText('CA-2026-0118')
        .first()
        .waitFor();
    },
  ],
  [
    'action-submitted',
    '',
    async (screen) => {
      await goTo(screen, 'Corrective actions');
      await screen.getByRole('radio', { name: /Submitted/ }).click();
      await screen.getByRole('button', { name: 'Approve' }).waitFor();
    },
  ],
  [
    'action-assign',
    '',
    async (screen) => {
      await goTo(screen, 'Corrective actions');
      await screen.getByRole('button', { name: /Assignees/ }).waitFor();
      await screen.keyboard.press('a');
      await screen.getByRole('combobox').fill('o');
      await screen.getByRole('option', { name: /Tom Ashworth/ }).waitFor();
    },
  ],
  [
    'action-due',
    '',
    async (screen) => {
      await goTo(screen, 'Corrective actions');
      await screen.getByRole('button', { name: /Assignees/ }).waitFor();
      await screen.keyboard.press('u');
      await screen.getByRole('button', { name: 'Set due date' }).waitFor();
    },
  ],
  [
    'action-status',
    '',
    async (screen) => {
      await goTo(screen, 'Corrective actions');
      await screen.getByRole('button', { name: /Assignees/ }).waitFor();
      await screen.keyboard.press('s');
      await screen.getByRole('option', { name: 'Approved' }).waitFor();
    },
  ],
  ['outbox', 'outbox=full', (screen) => openChange(screen, /CA-2026-0116/)],
  ['outbox-ready', 'outbox=full', (screen) => openChange(screen, /Delete company icon/)],
  ['outbox-failed', 'outbox=full', (screen) => openChange(screen, /CA-2026-0115/)],
  [
    'outbox-again',
    'outbox=full',
    async (screen) => {
      await openChange(screen, /Harbour Build/);
      await screen.getByRole('button', { name: 'Send again…' }).click();
      await screen.getByRole('alertdialog').waitFor();
    },
  ],
  [
    'outbox-empty',
    '',
    async (screen) => {
      await goTo(screen, 'Outbox');
      await screen.getByTestId('outbox-empty').waitFor();
    },
  ],
  [
    'connections',
    'accounts=several&keychain=locked',
    async (screen) => {
      await goTo(screen, 'Connections');
      await screen.getByRole('option', { name: /Northgate Hospital/ }).click();
      await screen.getByRole('button', { name: 'Name and label' }).click();
      await screen.getByTestId('keychain-locked').waitFor();
    },
  ],
  [
    'connections-http',
    'accounts=several',
    async (screen) => {
      await goTo(screen, 'Connections');
      await screen.getByRole('option', { name: /Wharf 7/ }).click();
      await screen.getByText('http, not protected').waitFor();
    },
  ],
  [
    'connections-test',
    '',
    async (screen) => {
      await goTo(screen, 'Connections');
      await screen.getByRole('button', { name: 'Test' }).click();
      await screen.getByText('The account works.').waitFor();
    },
  ],
  [
    'connections-remove',
    'outbox=full',
    async (screen) => {
      await goTo(screen, 'Connections');
      await screen.getByRole('button', { name: 'Remove account' }).click();
      await screen.getByRole('alertdialog').waitFor();
    },
  ],
  ['first-smartq', 'mode=own', (screen) => chooseSystem(screen, /smartQ/)],
  ['first-connectnow', 'mode=own', (screen) => chooseSystem(screen, /ConnectNow/)],
  [
    'aconex',
    'mode=own',
    async (screen) => {
      await chooseSystem(screen, /Aconex/);
      await screen.getByRole('button', { name: 'More' }).click();
      await screen.getByRole('textbox', { name: 'Return port' }).waitFor();
    },
  ],
  [
    'aconex-waiting',
    'mode=own&signin=waits',
    async (screen) => {
      await beginSignIn(screen);
      await screen.getByRole('link', { name: 'Open the sign-in page' }).waitFor();
    },
  ],
  [
    'aconex-waiting-desktop',
    'mode=own&signin=waits&host=desktop',
    async (screen) => {
      await beginSignIn(screen);
      await screen.getByRole('button', { name: 'Copy its address' }).waitFor();
    },
  ],
  [
    'aconex-refused',
    'mode=own&signin=key-rejected:invalid_client',
    async (screen) => {
      await beginSignIn(screen);
      await screen.getByText('The sign-in page does not know this client ID.').waitFor();
    },
  ],
  [
    'sign-in-ended',
    'accounts=signed-in&host=desktop',
    async (screen) => {
      await openAccount(screen, /Harbour Build/);
      await screen.getByRole('button', { name: 'Sign in again' }).first().click();
      await screen.getByRole('form', { name: 'Sign in again' }).waitFor();
    },
  ],
  [
    'network-sign-in',
    'accounts=several&host=desktop&network=proxied&syncerror=proxy-needs-sign-in',
    async (screen) => {
      await openAccount(screen, /Kauri/);
      const notice = screen.getByRole('group', { name: /wants a name and a password/ });
      await notice.getByRole('button', { name: 'Proxy sign-in' }).click();
      await screen.getByRole('textbox', { name: 'User name' }).fill('hana:pw');
    },
  ],
  [
    'network-proxy',
    'accounts=several&host=desktop&network=proxied',
    async (screen) => {
      await goTo(screen, 'Connections');
      await screen.getByRole('button', { name: 'Change', exact: true }).click();
      await screen.getByRole('radio', { name: /^This one/ }).click();
      await screen.getByRole('textbox', { name: 'Address of the proxy' }).fill('proxy.example');
      await screen.getByRole('button', { name: 'Save' }).click();
      await screen.getByText('It begins with').waitFor();
    },
  ],
  [
    'network-certificate',
    'accounts=several&host=desktop',
    async (screen) => {
      await goTo(screen, 'Connections');
      await screen.getByLabel('Certificate file').setInputFiles({
        name: 'northgate-root.crt',
        mimeType: 'application/x-x509-ca-cert',
        buffer: Buffer.from('-----BEGIN CERTIFICATE-----\nMII=\n-----END CERTIFICATE-----\n'),
      });
      await screen.getByRole('button', { name: 'Trust this authority' }).scrollIntoViewIfNeeded();
    },
  ],
  [
    'company',
    '',
    async (screen) => {
      await goTo(screen, 'Company');
      await screen.getByText('No icon').waitFor();
      await screen.getByLabel('Choose a logo').setInputFiles({
        name: 'kauri-logo.png',
        mimeType: 'image/png',
        buffer: await pngOf(screen),
      });
      await screen.getByText(/kauri-logo.png, 300/).waitFor();
    },
  ],
  [
    'tickets',
    'accounts=all',
    async (screen) => {
      await goTo(screen, 'Tickets');
      await screen.getByText('Two people are enough').waitFor();
    },
  ],
  [
    'vendor-data',
    'accounts=all',
    async (screen) => {
      await goTo(screen, 'Tickets');
      await screen.getByRole('tab', { name: 'Vendor data' }).click();
      await screen.getByRole('region', { name: 'As the list gave it' }).waitFor();
    },
  ],
  [
    'issues',
    'accounts=all',
    async (screen) => {
      await goTo(screen, 'Issues');
      await screen.getByText('riskScore').waitFor();
      await screen.getByRole('button', { name: /^System/ }).click();
      await screen.getByRole('option', { name: 'ConnectNow' }).click();
      await screen.getByText('Part on order.').waitFor();
    },
  ],
  [
    'issues-none',
    'accounts=all',
    async (screen) => {
      await goTo(screen, 'Issues');
      await screen.getByText('riskScore').waitFor();
      await screen.keyboard.press('/');
      await screen.keyboard.type('nothing like it');
      await screen.getByTestId('state-empty-by-filter').waitFor();
    },
  ],
  [
    'milestones',
    'accounts=all',
    async (screen) => {
      await goTo(screen, 'Milestones');
      await screen.getByText('timeToApproved').waitFor();
    },
  ],
  [
    'projects',
    'accounts=all',
    async (screen) => {
      await goTo(screen, 'Projects');
      await screen.getByText('Ridgeline Engineers').waitFor();
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

/** Everything to press or fill that the window cuts off at its right. */
const cutOff = (screen: Page): Promise<readonly string[]> =>
  screen.evaluate(() =>
    [...document.querySelectorAll('button, input, [role="grid"], [role="listbox"], table')]
      .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
      .map((element) => element.outerHTML.slice(0, 160)),
  );

describe('the list of audits in a narrow window', () => {
  it.each([
    [320, 'locale=pseudo'],
    [360, ''],
    [900, ''],
  ])('of %i pixels shows everything in its width', async (width, query) => {
    const { screen, trouble } = await visit(`screen=app&${query}`, { width, height: 700 });
    const row = screen.getByRole('row').nth(3);
    await row.waitFor();
    await screen.screenshot({ path: join(shots, `audits-${width}.png`) });
    expect(await cutOff(screen)).toEqual([]);
    expect(await violations(screen)).toEqual([]);
    expect(trouble).toEqual([]);
    await screen.context().close();
  });
});

describe('a narrow window', () => {
  const screens: readonly (readonly [string, string, (screen: Page) => Promise<unknown>])[] = [
    ['set-up', 'mode=own', (screen) => screen.getByTestId('first-run').waitFor()],
    [
      'set-up of Aconex',
      'mode=own&locale=pseudo&network=proxied&host=desktop',
      async (screen) => {
        await screen.getByRole('button', { name: /Aconex/ }).click();
        await screen.getByRole('radio').first().scrollIntoViewIfNeeded();
      },
    ],
    [
      'waiting for a sign-in',
      'mode=own&signin=waits',
      async (screen) => {
        await beginSignIn(screen);
        await screen.getByRole('link', { name: 'Open the sign-in page' }).waitFor();
      },
    ],
    ['corrective action', 'outbox=full', (screen) => openFirst(screen, 'Corrective actions', 'row')],
    [
      'change',
      'outbox=full',
      async (screen) => {
        await openFirst(screen, 'Outbox', 'option');
        await screen.getByText('Log of this change').waitFor();
      },
    ],
    ['ticket', 'accounts=all', (screen) => openFirst(screen, 'Tickets', 'row')],
    ['account', 'accounts=several', (screen) => openFirst(screen, 'Connections', 'option')],
    [
      'company',
      '',
      async (screen) => {
        await openPlace(screen, 'Company');
        await screen.getByRole('heading', { level: 1 }).waitFor();
      },
    ],
  ];
  it.each(screens)('of 360 pixels shows all of the %s', async (name, query, arrive) => {
    const { screen, trouble } = await visit(`screen=app&${query}`, { width: 360, height: 700 });
    await arrive(screen);
    await screen.screenshot({ path: join(shots, `narrow-${name.replaceAll(' ', '-')}.png`) });
    expect(await cutOff(screen)).toEqual([]);
    expect(await violations(screen)).toEqual([]);
    expect(trouble).toEqual([]);
    await screen.context().close();
  });
});

describe('a vendor’s HTML', () => {
  it('would do nothing even if no sanitiser had read it: the page’s own policy stands behind', async () => {
    const { screen } = await visit('screen=app');
    await screen.getByText('AUD-2026-0600').first().waitFor();
    const addressed: string[] = [];
    await screen.context().route('https://**', (route) => {
      addressed.push(route.request().url());
      return route.abort();
    });
    const left = await screen.evaluate((texts) => {
      interface Policies {
        readonly createPolicy: (name: string, rules: object) => { readonly createHTML: (html: string) => string };
      }
      const { trustedTypes } = globalThis as unknown as { readonly trustedTypes: Policies };
      // The page's one policy; no screen that reads HTML was shown, so its name is still to be had.
      const policy = trustedTypes.createPolicy('plumbline', { createHTML: (html: string) => html });
      const box = document.createElement('div');
      document.body.append(box);
      for (const text of texts) {
        box.innerHTML = policy.createHTML(text);
        // What leads elsewhere is the window's to refuse, and has tests of its own.
        for (const element of box.querySelectorAll('*')) {
          const address = element.getAttribute('href') ?? element.getAttribute('action') ?? '';
          const isElsewhere = /^(https?:|\/\/|file:|plumbline:|x$)/.test(address);
          if (!isElsewhere && element.closest('form, [href^="http"]') === null) {
            element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
          }
          element.dispatchEvent(new Event('mouseover'));
          element.dispatchEvent(new Event('focus'));
        }
      }
      return { texts: texts.length, hostile: (globalThis as { hostile?: unknown }).hostile };
    }, HOSTILE);
    await screen.evaluate(() => document.fonts.ready);
    expect(left).toEqual({ texts: HOSTILE.length });
    expect(await screen.evaluate(() => (globalThis as { hostile?: unknown }).hostile)).toBeUndefined();
    expect(addressed).toEqual([]);
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
