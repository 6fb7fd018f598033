import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { DesktopBridge } from '../../src/shared/contract/desktop-bridge.ts';
import { OPERATION_NAMES } from '../../src/shared/contract/names.ts';
import { PAGE_HEADERS } from '../../src/main/page/page-headers.ts';
import { noDesktop, openDesktop, type DesktopApp } from '../support/desktop-app.ts';

// The numbers are those of Electron's own list of twenty points; 16 (its age) is the workflow's, 19 (fuses) the packing's.

let app: DesktopApp;
let page: Page;

/** What Electron has and its types leave out. */
interface Held {
  readonly getLastWebPreferences: () => Electron.WebPreferences | null;
}

declare global {
  interface Window {
    readonly plumbline: DesktopBridge;
    executed?: boolean;
  }
}

beforeAll(async () => {
  if (noDesktop !== undefined) return;
  app = await openDesktop();
  ({ page } = app);
  await page.getByRole('button', { name: 'Look around with sample data' }).click();
  await page.getByText('Sync finished.').waitFor();
}, 60_000);
beforeEach(({ skip }) => skip(noDesktop !== undefined, noDesktop));
afterAll(async () => {
  if (noDesktop === undefined) await app.close();
});

const windowCount = () => app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);

/** The page is where it was, and still answers. */
async function expectStayed(before: string): Promise<void> {
  expect(page.url()).toBe(before);
  expect(await windowCount()).toBe(1);
  expect(await page.evaluate(() => window.plumbline.operations['workspace.status'](900_001, '{}'))).toMatchObject({
    ok: true,
  });
}

describe('the desktop’s page', () => {
  it('2 has nothing of Node', async () => {
    expect(
      await page.evaluate(() => ['require', 'process', 'module', 'Buffer', 'global'].map((name) => name in globalThis)),
    ).toEqual([false, false, false, false, false]);
  });

  it('3 4 6 8 9 11 is held by the strictest preferences, in every window', async () => {
    const preferences = await app.electron.evaluate(({ webContents }) =>
      webContents.getAllWebContents().map((contents) => (contents as unknown as Held).getLastWebPreferences()),
    );
    expect(preferences.length).toBeGreaterThan(0);
    for (const held of preferences) {
      expect(held).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
      expect(held?.webviewTag ?? false).toBe(false);
      expect(held?.nodeIntegrationInSubFrames ?? false).toBe(false);
      expect(held?.nodeIntegrationInWorker ?? false).toBe(false);
      expect(held?.allowRunningInsecureContent ?? false).toBe(false);
      expect(held?.experimentalFeatures ?? false).toBe(false);
      expect(held?.enableBlinkFeatures ?? '').toBe('');
      expect(held?.navigateOnDragDrop ?? false).toBe(false);
    }
  });

  it('3 cannot reach the preload by changing what every object inherits', async () => {
    const answer = await page.evaluate(async () => {
      const [map, stringify] = [
        Object.getOwnPropertyDescriptor(Array.prototype, 'map') ?? {},
        Object.getOwnPropertyDescriptor(JSON, 'stringify') ?? {},
      ];
      const seen: unknown[] = [];
      const poison = function poison(this: unknown): never {
        seen.push(this);
        throw new Error('poisoned');
      };
      // Polluting what every object inherits is the point of this test.
      // oxlint-disable no-extend-native
      Object.defineProperty(Object.prototype, 'polluted', { value: 'yes', configurable: true });
      Array.prototype.map = poison;
      JSON.stringify = poison;
      const result = await window.plumbline.operations['workspace.status'](900_002, '{}');
      Object.defineProperty(Array.prototype, 'map', map);
      Object.defineProperty(JSON, 'stringify', stringify);
      // oxlint-enable no-extend-native
      delete (Object.prototype as { polluted?: string }).polluted;
      return { ok: result.ok, seen: seen.length };
    });
    expect(answer).toEqual({ ok: true, seen: 0 });
  });

  it('5 is granted nothing it asks of the system', async () => {
    const outcomes = await page.evaluate(async () => {
      const outcome = async (ask: () => Promise<unknown>): Promise<string> => {
        try {
          return String(await ask());
        } catch (thrown) {
          return `refused: ${(thrown as Error).name}`;
        }
      };
      return {
        notifications: await outcome(() => Notification.requestPermission()),
        place: await outcome(
          () =>
            new Promise((resolve, reject) =>
              navigator.geolocation.getCurrentPosition(resolve, ({ code }) =>
                reject(new DOMException(String(code), 'NotAllowedError')),
              ),
            ),
        ),
        camera: await outcome(() => navigator.mediaDevices.getUserMedia({ video: true })),
        clipboard: await outcome(() => navigator.clipboard.readText()),
        devices: ['hid', 'usb', 'serial', 'bluetooth'].filter((name) => !(name in navigator)).length,
      };
    });
    expect(outcomes.notifications).toBe('denied');
    expect(outcomes.place).toBe('refused: NotAllowedError');
    expect(outcomes.camera).toBe('refused: NotAllowedError');
    expect(outcomes.clipboard).toBe('refused: NotAllowedError');
  });

  it('7 is served under the strict policy, to the letter', async () => {
    const policy = await page.evaluate(async () => (await fetch('./')).headers.get('content-security-policy'));
    expect(policy).toBe(PAGE_HEADERS['content-security-policy']);
  });

  it('7 runs no script that stands in the page, and says so', async () => {
    const violated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          document.addEventListener('securitypolicyviolation', ({ violatedDirective }) => resolve(violatedDirective), {
            once: true,
          });
          const script = document.createElement('script');
          try {
            script.textContent = 'window.executed = true';
          } catch {
            // Trusted Types turn it away even earlier.
            resolve('trusted-types');
          }
          document.head.append(script);
        }),
    );
    expect(violated).toMatch(/^(script-src|require-trusted-types-for|trusted-types)/);
    expect(await page.evaluate(() => window.executed)).toBeUndefined();
  });

  it('12 cannot bring in a webview', async () => {
    const before = page.url();
    expect(
      await page.evaluate(() => {
        const view = document.createElement('webview');
        view.setAttribute('src', 'https://example.com/');
        document.body.append(view);
        const inert = !('getWebContentsId' in view);
        view.remove();
        return inert;
      }),
    ).toBe(true);
    await expectStayed(before);
  });

  it.each<readonly [string, () => void]>([
    ['a new address', () => location.assign('https://example.com/')],
    ['a file', () => location.assign('file:///etc/passwd')],
    ['data', () => location.assign('data:text/html,hello')],
    ['a script as address', () => location.assign('javascript:window.executed=true')],
    [
      'a meta refresh',
      () => {
        const meta = document.createElement('meta');
        meta.httpEquiv = 'refresh';
        meta.content = '0;url=https://example.com/';
        document.head.append(meta);
      },
    ],
    [
      'a link',
      () => {
        const link = document.createElement('a');
        link.href = 'https://example.com/';
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
    [
      'a link to a new window',
      () => {
        const link = document.createElement('a');
        link.href = 'https://example.com/';
        link.target = '_blank';
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
    [
      'a link that saves a file',
      () => {
        const link = document.createElement('a');
        link.href = 'files/1';
        link.download = 'x.exe';
        document.body.append(link);
        link.click();
        link.remove();
      },
    ],
    [
      'a form that posts away',
      () => {
        const form = document.createElement('form');
        form.method = 'post';
        form.action = 'https://example.com/';
        document.body.append(form);
        form.submit();
        form.remove();
      },
    ],
    ['window.open', () => void window.open('https://example.com/')],
    ['window.open of its own address', () => void window.open('./')],
    ['window.open without an opener', () => void window.open('https://example.com/', '_blank', 'noopener')],
  ])('13 14 goes nowhere by %s', async (_way, leave) => {
    const before = page.url();
    await page.evaluate(leave).catch(() => undefined);
    await expectStayed(before);
    expect(await page.evaluate(() => window.executed)).toBeUndefined();
  });

  it('15 opens no address without a click, and none but of known hosts', async () => {
    const opened = await app.electron.evaluateHandle(({ shell }) => {
      const addresses: string[] = [];
      shell.openExternal = (address) => Promise.resolve(void addresses.push(address));
      return addresses;
    });
    const open = (id: number, url: string) =>
      page.evaluate(([number, input]) => window.plumbline.operations['system.openLink'](number, input), [
        id,
        JSON.stringify({ url }),
      ] as const);
    // What a test evaluates in the page counts as the person's doing; main's own way in does not. A click counts for a
    // few seconds, so this waits for the last one to be over.
    const openUnasked = (id: number) =>
      app.electron.evaluate(
        ({ BrowserWindow }, number) =>
          BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
            `window.plumbline.operations['system.openLink'](${number}, '{"url":"https://app.monitorqa.com/"}')`,
          ),
        id,
      );
    let id = 900_010;
    await expect
      .poll(() => openUnasked((id += 1)), { timeout: 15_000, interval: 500 })
      .toMatchObject({ ok: false, error: { code: 'needs-gesture' } });
    await opened.evaluate((list) => list.splice(0));
    expect(await open(900_001, 'file:///etc/passwd')).toMatchObject({ ok: false, error: { code: 'link-refused' } });
    expect(await opened.evaluate((list) => list)).toEqual([]);
    expect(await open(900_002, 'https://app.monitorqa.com/')).toMatchObject({ ok: true });
    expect(await opened.evaluate((list) => list)).toEqual(['https://app.monitorqa.com/']);
  });

  it('17 is the only one that is answered: not a page of another origin with the same preload', async () => {
    const answer = await app.electron.evaluate(async ({ BrowserWindow, webContents }) => {
      const [own] = BrowserWindow.getAllWindows();
      const preload = (own?.webContents as unknown as Held | undefined)?.getLastWebPreferences()?.preload;
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, ...(preload === undefined ? {} : { preload }) },
      });
      await stranger.loadURL('data:text/html,<title>stranger</title>');
      const given: unknown = await stranger.webContents.executeJavaScript(
        `window.plumbline ? window.plumbline.operations['workspace.status'](1, '{}') : 'no bridge'`,
      );
      stranger.destroy();
      return { given, left: webContents.getAllWebContents().length };
    });
    expect(answer.given).toMatchObject({ ok: false, error: { code: 'unknown-sender' } });
    expect(answer.left).toBe(1);
  });

  it('17 gives a frame inside it no way to ask', async () => {
    expect(
      await page.evaluate(() => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const has = frame.contentWindow !== null && 'plumbline' in frame.contentWindow;
        frame.remove();
        return has;
      }),
    ).toBe(false);
  });

  it.each([
    '../package.json',
    '..%2f..%2fpackage.json',
    '%2e%2e/%2e%2e/package.json',
    '..%5c..%5cpackage.json',
    'index.html%00.js',
    '/etc/passwd',
    'C:/Windows/win.ini',
    'files/..%2f..%2fcache.db',
    'files/nothing-is-kept-here',
  ])('18 reads no file of this computer by %s', async (path) => {
    expect(
      await page.evaluate(async (address) => {
        try {
          return (await fetch(address)).status;
        } catch {
          return 404;
        }
      }, path),
    ).toBeGreaterThanOrEqual(400);
  });

  it('20 has one frozen object, and nothing of Electron in it', async () => {
    const shape = await page.evaluate(() => {
      const { plumbline } = window;
      return {
        keys: Object.keys(plumbline),
        operations: Object.keys(plumbline.operations),
        kinds: [...new Set(Object.values(plumbline.operations).map((value) => typeof value))],
        frozen: Object.isFrozen(plumbline) && Object.isFrozen(plumbline.operations),
        electron: Object.keys(globalThis).filter((name) => /electron|ipc/i.test(name)),
      };
    });
    expect(shape).toEqual({
      keys: ['host', 'operations', 'cancel', 'listen', 'addFile'],
      operations: [...OPERATION_NAMES],
      kinds: ['function'],
      frozen: true,
      electron: [],
    });
  });
});
