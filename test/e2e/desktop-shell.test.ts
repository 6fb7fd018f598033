import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { noDesktop, openDesktop, type DesktopApp } from '../support/desktop-app.ts';
import { settledGrid } from '../support/settled-grid.ts';

let app: DesktopApp;
let page: Page;

beforeAll(async () => {
  if (noDesktop !== undefined) return;
  app = await openDesktop();
  ({ page } = app);
}, 60_000);
beforeEach(({ skip }) => skip(noDesktop !== undefined, noDesktop));
afterAll(async () => {
  if (noDesktop === undefined) await app.close();
});

const rows = () => app.page.getByRole('grid').getByRole('row');

/** Presses an item of the native menu, by the name it has in the code; answers whether it was enabled. */
const press = (id: string): Promise<boolean> =>
  app.electron.evaluate(({ Menu, BrowserWindow }, name) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(name);
    if (item === null || item === undefined || !item.enabled) return false;
    item.click(undefined, BrowserWindow.getAllWindows()[0], undefined);
    return true;
  }, id);

const theme = () => app.electron.evaluate(({ nativeTheme }) => nativeTheme.themeSource);
const bounds = () =>
  app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds() ?? null);

describe('the desktop around the page', () => {
  it('opens the sample from its native menu, where the rest waits for an account', async () => {
    expect(await press('audits')).toBe(false);
    expect(await press('sample')).toBe(true);
    await expect.poll(() => rows().count(), { timeout: 30_000 }).toBeGreaterThan(10);
    await expect.poll(() => press('audits')).toBe(true);
  }, 60_000);

  it('runs the page’s commands from its native menu', async () => {
    await press('palette');
    await page.getByRole('dialog').getByRole('combobox').waitFor();
    await page.keyboard.press('Escape');
    // An open dialog comes before the menu: it must be gone.
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
    await press('outbox');
    await page.getByRole('heading', { name: 'Outbox' }).first().waitFor();
    await press('audits');
    await expect.poll(() => rows().count()).toBeGreaterThan(10);
  });

  it('lets its own menus and boxes follow the theme that is chosen in the page', async () => {
    expect(await press('theme-dark')).toBe(true);
    await expect.poll(() => page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
    await expect.poll(theme).toBe('dark');
    await press('theme-system');
    await expect.poll(theme).toBe('system');
  });

  it('saves a copy of a report where the person says, shows it in its folder, and prints the window', async () => {
    const place = join(app.folder, 'copy.pdf');
    const asked = await app.electron.evaluateHandle(({ BrowserWindow, dialog, shell }, path) => {
      const calls: { names: string[]; shown: string[]; prints: number } = { names: [], shown: [], prints: 0 };
      dialog.showSaveDialog = (...given: unknown[]) => {
        const options = given.at(-1) as { defaultPath?: string };
        calls.names.push(options.defaultPath ?? '');
        return Promise.resolve({ canceled: false, filePath: path });
      };
      shell.showItemInFolder = (shown) => void calls.shown.push(shown);
      for (const { webContents } of BrowserWindow.getAllWindows()) {
        webContents.print = (_options, done) => {
          calls.prints += 1;
          done?.(true, '');
        };
      }
      return calls;
    }, place);
    await page
      .getByRole('radio', { name: /Complete/ })
      .or(page.getByRole('tab', { name: /Complete/ }))
      .first()
      .click();
    await settledGrid(page).getByRole('row').nth(1).click();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /Save a copy/ }).click({ timeout: 30_000 });
    await expect
      .poll(() =>
        readFile(place, 'latin1').then(
          (text) => text.slice(0, 5),
          () => '',
        ),
      )
      .toBe('%PDF-');
    await page.getByRole('button', { name: /Show in folder/ }).click();
    await page.keyboard.press('Control+p');
    await expect.poll(() => asked.evaluate(({ shown, prints }) => [shown.length, prints])).toEqual([1, 1]);
    const { names, shown } = await asked.evaluate((calls) => calls);
    expect(names[0]).toMatch(/\.pdf$/);
    expect(shown[0]?.startsWith(app.dataDir)).toBe(true);
    expect((await stat(shown[0] ?? '')).isFile()).toBe(true);
  }, 60_000);

  it('brings the page back after a crash, with the workspace as it was', async () => {
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
    );
    await expect
      .poll(
        () =>
          app.electron.evaluate(({ BrowserWindow }) =>
            BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
              `document.querySelectorAll('[role="row"]').length`,
            ),
          ),
        { timeout: 20_000 },
      )
      .toBeGreaterThan(5);
  }, 40_000);

  it('keeps one window: a second start brings it to the front and reads nothing of what it was given', async () => {
    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const second = spawn(
      app.executable,
      [
        '.',
        `--user-data-dir=${join(app.folder, 'profile')}`,
        '--remote-debugging-port=1',
        'plumbline://open/../x',
        '/etc/passwd',
      ],
      {
        cwd: repositoryRoot,
        env: { ...process.env, PLUMBLINE_DATA_DIR: app.dataDir, PLUMBLINE_KEYCHAIN: 'none' },
        stdio: 'ignore',
      },
    );
    expect(await once(second, 'exit')).toEqual([0, null]);
    await expect
      .poll(() =>
        app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isMinimized())),
      )
      .toEqual([false]);
  }, 40_000);

  it('goes on after sleep, and when it wakes', async () => {
    await app.electron.evaluate(({ powerMonitor }) => {
      powerMonitor.emit('suspend');
      powerMonitor.emit('resume');
    });
    expect(
      await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((one) => one.isDestroyed())),
    ).toEqual([false]);
  });

  it('opens where it was, in the theme it had, with what was chosen', async () => {
    await press('theme-dark');
    await expect.poll(theme).toBe('dark');
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 120, y: 90, width: 1111, height: 777 }),
    );
    await app.restart();
    expect(await bounds()).toEqual({ x: 120, y: 90, width: 1111, height: 777 });
    expect(await theme()).toBe('dark');
  }, 60_000);

  it('F-3 keeps what it writes to the person alone', async () => {
    const modes = await Promise.all(
      (await readdir(app.dataDir)).map(
        async (name) => [name, (await stat(join(app.dataDir, name))).mode & 0o077] as const,
      ),
    );
    expect(process.platform === 'win32' ? [] : modes.filter(([, open]) => open !== 0)).toEqual([]);
  });

  it('opens in the middle of a screen when the note of its place is broken', async () => {
    await app.stop();
    await writeFile(join(app.dataDir, 'window.json'), '{"bounds":');
    await app.start();
    expect(await bounds()).toMatchObject({ width: 1280 });
  }, 60_000);
});
