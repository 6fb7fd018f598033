import type { BrowserWindow, Dialog, NativeTheme, Shell, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { createSystemPort, printContents } from '../../src/main/desktop/system-port.ts';
import { asElectron } from '../support/fake-electron.ts';

interface Answers {
  readonly save?: { readonly canceled: boolean; readonly filePath: string };
  readonly open?: { readonly canceled: boolean; readonly filePaths: readonly string[] };
  readonly hasWindow?: boolean;
}

function port({ save, open, hasWindow = true }: Answers = {}) {
  const asked: unknown[] = [];
  const window = { name: 'the window' };
  const nativeTheme = { themeSource: 'system' };
  const remember =
    <Answer>(name: string, answer: Answer) =>
    (...given: readonly unknown[]): Promise<Answer> => {
      asked.push([name, ...given]);
      return Promise.resolve(answer);
    };
  const system = createSystemPort({
    shell: asElectron<Shell>({
      openExternal: remember('openExternal', undefined),
      showItemInFolder: remember('showItemInFolder', undefined),
    }),
    dialog: asElectron<Dialog>({
      showSaveDialog: remember('showSaveDialog', save),
      showOpenDialog: remember('showOpenDialog', open),
    }),
    nativeTheme: asElectron<NativeTheme>(nativeTheme),
    window: () => (hasWindow ? asElectron<BrowserWindow>(window) : undefined),
    keepTheme: (theme) => asked.push(['keepTheme', theme]),
    takeCommands: () => ['sync'],
  });
  return { system, asked, window, nativeTheme };
}

describe('createSystemPort', () => {
  it('hands a checked address to the system, and a path to its file manager', async () => {
    const { system, asked } = port();
    await system.openLink('https://app.monitorqa.com/');
    system.showInFolder('report.pdf');
    expect(asked).toEqual([
      ['openExternal', 'https://app.monitorqa.com/'],
      ['showItemInFolder', 'report.pdf'],
    ]);
  });

  it('asks over the window where to put a file, before it is written over anything', async () => {
    const { system, asked, window } = port({ save: { canceled: false, filePath: '/home/a/report.pdf' } });
    expect(await system.choosePlace('report.pdf')).toBe('/home/a/report.pdf');
    expect(asked).toEqual([
      [
        'showSaveDialog',
        window,
        { defaultPath: 'report.pdf', properties: ['createDirectory', 'showOverwriteConfirmation'] },
      ],
    ]);
  });

  it('asks for a folder and for nothing else', async () => {
    const { system, asked, window } = port({ open: { canceled: false, filePaths: ['/home/a'] } });
    expect(await system.chooseFolder()).toBe('/home/a');
    expect(asked).toEqual([['showOpenDialog', window, { properties: ['openDirectory', 'createDirectory'] }]]);
  });

  it('answers null when the person thought better of it', async () => {
    const { system } = port({ save: { canceled: true, filePath: '' }, open: { canceled: true, filePaths: [] } });
    expect(await system.choosePlace('a')).toBeNull();
    expect(await system.chooseFolder()).toBeNull();
  });

  it('asks on its own where there is no window', async () => {
    const { system, asked } = port({ open: { canceled: true, filePaths: [] }, hasWindow: false });
    await system.chooseFolder();
    expect(asked).toEqual([['showOpenDialog', { properties: ['openDirectory', 'createDirectory'] }]]);
  });

  it('tells the system the theme, and keeps it for the next start', () => {
    const { system, asked, nativeTheme } = port();
    system.setTheme('dark');
    expect(nativeTheme.themeSource).toBe('dark');
    expect(asked).toEqual([['keepTheme', 'dark']]);
  });
});

const printer = (isDone: boolean, reason: string) => {
  const given: unknown[] = [];
  const contents = asElectron<WebContents>({
    print: (options: unknown, done: (isDone: boolean, reason: string) => void) => {
      given.push(options);
      done(isDone, reason);
    },
  });
  return { contents, given };
};

describe('printContents', () => {
  it('opens the system’s dialog, never printing by itself', async () => {
    const { contents, given } = printer(true, '');
    await printContents(contents);
    expect(given).toEqual([{ silent: false, printBackground: true }]);
  });

  it('takes a cancelled print for an answer and a failed one for an error', async () => {
    await expect(printContents(printer(false, 'Print job canceled').contents)).resolves.toBeUndefined();
    await expect(printContents(printer(false, 'Print job failed').contents)).rejects.toMatchObject({
      code: 'internal',
    });
  });
});
