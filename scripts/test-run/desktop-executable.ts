import { chooseHost } from '../start/choose-host.ts';
import { installedElectron, isRunnable } from '../start/electron-binary.ts';

/** The executable that the desktop tests drive, or why there is none. */
export type DesktopExecutable = { readonly executable: string } | { readonly missing: string };

/**
 * Returns what `ELECTRON_PATH` names, else Electron's own binary where it is installed and can show a window. Nothing is
 * downloaded for a test.
 */
export function desktopExecutable(): DesktopExecutable {
  const { env: environment, platform } = process;
  const named = environment['ELECTRON_PATH'];
  const choice = chooseHost({
    hasDesktopHost: true,
    namedElectron: named === undefined ? undefined : { path: named, runnable: isRunnable(named) },
    installedElectron: installedElectron(),
    hasDisplay:
      platform !== 'linux' || environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined,
    isLinuxRoot: platform === 'linux' && process.getuid?.() === 0,
    downloadForbidden: true,
    downloadFailure: undefined,
  });
  if (choice.host === 'desktop') return { executable: choice.executable };
  return { missing: choice.host === 'browser' ? choice.reason : 'Electron is not installed' };
}

/** Returns the line that says what the desktop tests of this run drive. */
export function desktopLine(found: DesktopExecutable): string {
  return 'missing' in found
    ? `Desktop tests are skipped: ${found.missing}. The same scenarios run in the browser.`
    : `Desktop tests drive ${found.executable}`;
}
