import type {
  BaseWindow,
  Dialog,
  NativeTheme,
  OpenDialogOptions,
  SaveDialogOptions,
  Shell,
  WebContents,
} from 'electron';
import { AppError } from '../../shared/errors/app-error.ts';
import type { SystemPort, SystemTheme } from '../platform/system-port.ts';

/** Options of the box that asks for a file to write. */
const savePlaceOptions = (name: string): SaveDialogOptions => ({
  defaultPath: name,
  properties: ['createDirectory', 'showOverwriteConfirmation'],
});

/** Options of the box that asks for a folder. */
const folderOptions: OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] };

interface SystemParts {
  readonly shell: Shell;
  readonly dialog: Dialog;
  readonly nativeTheme: NativeTheme;
  /** The window that boxes belong to, and its page. Undefined while there is none. */
  readonly window: () => (BaseWindow & { readonly webContents: WebContents }) | undefined;
  /** Remembers the theme for the next start's first moment. */
  readonly keepTheme: (theme: SystemTheme) => void;
  readonly takeCommands: SystemPort['takeCommands'];
}

/** Opens the system's print dialog. Resolves when it printed or the person thought better of it. Throws AppError. */
export function printContents(contents: WebContents): Promise<void> {
  return new Promise((resolve, reject) => {
    contents.print({ silent: false, printBackground: true }, (isDone, reason) => {
      if (isDone || /cancel/i.test(reason)) resolve();
      else reject(new AppError('internal', 'The system did not print.'));
    });
  });
}

/** The system around the app, by what Electron has of it. */
export function createSystemPort({
  shell,
  dialog,
  nativeTheme,
  window,
  keepTheme,
  takeCommands,
}: SystemParts): SystemPort {
  return {
    openLink: (url) => shell.openExternal(url),
    showInFolder: (path) => shell.showItemInFolder(path),
    choosePlace: async (name) => {
      const parent = window();
      const options = savePlaceOptions(name);
      const { canceled, filePath } = await (parent === undefined
        ? dialog.showSaveDialog(options)
        : dialog.showSaveDialog(parent, options));
      return canceled || filePath === '' ? null : filePath;
    },
    chooseFolder: async () => {
      const parent = window();
      const { canceled, filePaths } = await (parent === undefined
        ? dialog.showOpenDialog(folderOptions)
        : dialog.showOpenDialog(parent, folderOptions));
      return canceled ? null : (filePaths[0] ?? null);
    },
    print: async () => {
      const contents = window()?.webContents;
      if (contents !== undefined) await printContents(contents);
    },
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
      keepTheme(theme);
    },
    takeCommands,
  };
}
