/** What the choice between a window of its own and the browser depends on. */
export interface HostFacts {
  /** Whether the app has a desktop host to start. */
  readonly hasDesktopHost: boolean;
  /** The executable that the environment variable ELECTRON_PATH names, and whether it can be run. */
  readonly namedElectron: { readonly path: string; readonly runnable: boolean } | undefined;
  /** The executable that Electron's npm package has brought. */
  readonly installedElectron: string | undefined;
  /** Whether a window can be opened: on Linux, whether there is a display. */
  readonly hasDisplay: boolean;
  /** Whether this is root on Linux, where Electron runs only without its sandbox. */
  readonly isLinuxRoot: boolean;
  /** Whether the environment forbids to download Electron. */
  readonly downloadForbidden: boolean;
  /** Why the last download failed, where that was less than a day ago. */
  readonly downloadFailure: string | undefined;
}

/** Where the app is shown. `download` means: fetch Electron, then choose again. */
export type HostChoice =
  | { readonly host: 'desktop'; readonly executable: string }
  | { readonly host: 'download' }
  | { readonly host: 'browser'; readonly reason: string };

/** Returns where the app is shown: in Electron wherever that is possible, else in the browser with one reason. */
export function chooseHost(facts: HostFacts): HostChoice {
  const { namedElectron, installedElectron } = facts;
  if (!facts.hasDesktopHost) return inBrowser('This version has no desktop window yet');
  if (namedElectron !== undefined) {
    if (namedElectron.runnable) return { host: 'desktop', executable: namedElectron.path };
    return inBrowser(`ELECTRON_PATH names ${namedElectron.path}, which is no program`);
  }
  if (!facts.hasDisplay) return inBrowser('There is no display to open a window on');
  if (facts.isLinuxRoot) return inBrowser('Electron does not run as root');
  if (installedElectron !== undefined) return { host: 'desktop', executable: installedElectron };
  if (facts.downloadForbidden) return inBrowser('Electron is not installed, and ELECTRON_SKIP_BINARY_DOWNLOAD is set');
  if (facts.downloadFailure !== undefined) {
    return inBrowser(`Electron could not be downloaded (${facts.downloadFailure})`);
  }
  return { host: 'download' };
}

function inBrowser(reason: string): HostChoice {
  return { host: 'browser', reason };
}

/** Returns the one line that says why the app is shown in the browser. */
export const browserLine = (reason: string): string => `${reason}; serving the same app to your browser instead.`;

/**
 * Returns the arguments of the command line that serves the app: it opens the browser unless `--no-open` was given or
 * there is no display to open one on.
 */
export function serveArguments(given: readonly string[], hasDisplay: boolean): readonly string[] {
  const passedOn = given.filter((argument) => argument !== '--open' && argument !== '--no-open');
  const open = hasDisplay && !given.includes('--no-open');
  return ['serve', ...(open ? ['--open'] : []), ...passedOn];
}
