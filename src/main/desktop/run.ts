import { app, dialog, nativeTheme, net, powerMonitor, protocol, session, shell } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from '../platform/clock.ts';
import { diskError } from '../platform/disk-error.ts';
import type { ProxyResolver } from '../platform/proxy-port.ts';
import type { SystemPort } from '../platform/system-port.ts';
import type { Door } from '../rpc/door.ts';
import { quitBox, startFailureBox } from './boxes.ts';
import { closeExits } from './exits.ts';
import { answerPages } from './ipc.ts';
import { showMenus } from './menu.ts';
import { PAGE_PRIVILEGES, PAGE_SCHEME } from './page-address.ts';
import { createPageCommands, type PageCommands } from './page-commands.ts';
import { answerPage } from './page-protocol.ts';
import { quitInOrder } from './quitting.ts';
import { sessionProxies } from './system-proxy.ts';
import { createSystemPort, printContents } from './system-port.ts';
import { syncOnWaking } from './wake-sync.ts';
import { openWindowMemory, type WindowMemory } from './window-state.ts';
import { askOver, createMainWindow, type MainWindow } from './window.ts';
import { errorWords, say } from './words.ts';

interface DesktopParts {
  /** Opens the workspace. Throws AppError as `openDoor` does. */
  readonly open: (system: SystemPort, proxies: ProxyResolver) => Promise<Door>;
  readonly dataDir: string;
  /** Folder of the built page. */
  readonly page: string;
  readonly preload: string;
  readonly version: string;
  readonly clock: Clock;
}

/**
 * Keeps Chromium's own files in the data folder, which is local and private, unlike Electron's choice. The lock of the
 * single instance lies there too: one window for one data folder. Throws AppError `disk-…`.
 */
function placeProfile(dataDir: string): void {
  if (app.commandLine.hasSwitch('user-data-dir')) return;
  const profile = join(dataDir, 'desktop');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
  } catch (thrown) {
    throw diskError(thrown);
  }
  app.setPath('userData', profile);
}

/** Tells why the app could not start, and ends it. Nothing is open by then. */
async function fail(thrown: unknown): Promise<void> {
  process.stderr.write(`${errorWords(thrown).message}\n`);
  await dialog.showMessageBox(startFailureBox(thrown));
  app.exit(1);
}

interface HostParts extends DesktopParts {
  readonly door: Door;
  readonly memory: WindowMemory;
  readonly commands: PageCommands;
}

/** Everything around the workspace: the page's protocol, the closed exits, IPC, menus, and the window last. */
async function host({
  door,
  memory,
  commands,
  dataDir,
  page,
  preload,
  version,
  clock,
}: HostParts): Promise<MainWindow> {
  const { log } = door;
  const stop = new AbortController();
  protocol.handle(PAGE_SCHEME, (request) => answerPage(request, { door, folder: page }));
  closeExits({ app, session: session.defaultSession, log, allowsDevTools: !app.isPackaged });
  const pages = answerPages(door, commands.pageGone);
  app.on('child-process-gone', (_event, { type, reason }) => {
    log.warn('desktop.process-gone', { kind: type, code: reason });
  });

  const quitting = quitInOrder({
    app,
    door,
    clock,
    ask: () => askOver(window.current(), quitBox()),
    stop: () => stop.abort(),
  });
  const window = createMainWindow({
    preload,
    memory,
    clock,
    log,
    mayClose: () => {
      // A Mac goes on without a window; elsewhere its last window is the app.
      if (process.platform === 'darwin' || quitting.isAgreed()) return true;
      app.quit();
      return false;
    },
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('activate', () => window.show());

  app.setAboutPanelOptions({ applicationName: say('app.name'), applicationVersion: version });
  const print = async (): Promise<void> => {
    const contents = window.current()?.webContents;
    if (contents !== undefined) await printContents(contents);
  };
  const stopMenus = await showMenus(door, {
    command: (id) => {
      window.show();
      const contents = window.current()?.webContents;
      if (!commands.press(id) || contents === undefined) return;
      pages.tell(contents, { type: 'event', event: 'system.command', data: { id } });
    },
    print: () => void print().catch((thrown: unknown) => log.error('desktop.print-failed', thrown)),
    showLog: () => shell.showItemInFolder(join(dataDir, 'plumbline.log')),
  });
  stop.signal.addEventListener('abort', stopMenus);
  syncOnWaking({ door, power: powerMonitor, isOnline: () => net.isOnline(), clock, signal: stop.signal });
  log.info('desktop.started', { version });
  return window;
}

/** Opens the workspace and hosts it. Throws what `open` throws, and leaves nothing open then. */
async function start(parts: DesktopParts): Promise<MainWindow> {
  const memory = openWindowMemory(join(parts.dataDir, 'window.json'));
  nativeTheme.themeSource = memory.state().theme;
  const commands = createPageCommands();
  let window: MainWindow | undefined;
  const door = await parts.open(
    createSystemPort({
      shell,
      dialog,
      nativeTheme,
      window: () => window?.current(),
      keepTheme: (theme) => memory.keep({ ...memory.state(), theme }),
      takeCommands: commands.take,
    }),
    sessionProxies(session.defaultSession),
  );
  try {
    window = await host({ ...parts, door, memory, commands });
  } catch (thrown) {
    door.log.error('desktop.start-failed', thrown);
    await door.close();
    throw thrown;
  }
  return window;
}

/**
 * The desktop app: one window on the workspace of one data folder. A second start brings that window to the front; what
 * it was given on its command line is not read, and neither is what the first was given.
 */
export function runDesktop(parts: DesktopParts): void {
  app.setName(say('app.name'));
  const run = async (): Promise<void> => {
    let window: MainWindow | undefined;
    try {
      placeProfile(parts.dataDir);
      if (!app.requestSingleInstanceLock()) {
        app.quit();
        return;
      }
      app.on('second-instance', () => window?.show());
      app.enableSandbox();
      protocol.registerSchemesAsPrivileged([{ scheme: PAGE_SCHEME, privileges: PAGE_PRIVILEGES }]);
      await app.whenReady();
      window = await start(parts);
      window.show();
    } catch (thrown) {
      await app.whenReady();
      await fail(thrown);
    }
  };
  void run();
}
