import { app, BrowserWindow, session } from 'electron';

interface DesktopParts {
  /** Opens the workspace and serves it on 127.0.0.1; the address carries a single-use ticket. */
  readonly serve: (dataDir: string) => Promise<{ readonly address: string; readonly close: () => Promise<void> }>;
  readonly preload: string;
  readonly dataDir: string;
}

/** The window's preferences: a sandboxed page without Node, as any page of the web would be held. */
const webPreferences = (preload: string) =>
  ({
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    spellcheck: false,
  }) as const;

/** Nothing that a page asks of the system is granted, and it goes nowhere and opens nothing. */
function closeExits(origin: string): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, grant) => grant(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event, url) => {
      if (new URL(url).origin !== origin) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/**
 * The desktop app as it is so far: one window on the same loopback server that a browser uses. Its own protocol, menus
 * and IPC come with the desktop shell. A second start brings the first window to the front.
 */
export function runDesktop({ serve, preload, dataDir }: DesktopParts): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  app.enableSandbox();
  let window: BrowserWindow | undefined;
  app.on('second-instance', () => window?.focus());

  const start = async (): Promise<void> => {
    await app.whenReady();
    const serving = await serve(dataDir);
    closeExits(new URL(serving.address).origin);
    window = new BrowserWindow({
      width: 1280,
      height: 840,
      minWidth: 360,
      minHeight: 480,
      webPreferences: webPreferences(preload),
    });
    await window.loadURL(serving.address);
    app.once('will-quit', () => void serving.close());
  };
  app.on('window-all-closed', () => app.quit());
  start().catch((thrown: unknown) => {
    process.stderr.write(`Plumbline could not start: ${thrown instanceof Error ? thrown.message : 'unknown reason'}\n`);
    app.exit(1);
  });
}
