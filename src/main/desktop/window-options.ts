import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import type { Rectangle } from './fit-to-displays.ts';

interface WindowOptions {
  readonly preload: string;
  /** A packaged app has no development tools. */
  readonly isPackaged: boolean;
  readonly isDark: boolean;
  readonly bounds: Rectangle;
  readonly title: string;
}

/** The smallest window the screens are drawn for. */
export const SMALLEST = { width: 360, height: 480 } as const;

/** What is seen before the page is: `--bg-window` of the page's tokens. */
export const windowColor = (isDark: boolean): string => (isDark ? '#17191c' : '#f1f2f4');

/**
 * The window's preferences: a sandboxed page without Node, held as any page of the web would be. Each is said, whatever
 * Electron's own default is today.
 */
export const webPreferences = (preload: string, isPackaged: boolean): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  spellcheck: false,
  devTools: !isPackaged,
});

/** The window, hidden until its first paint. */
export function windowOptions(options: WindowOptions): BrowserWindowConstructorOptions {
  const { preload, isPackaged, isDark, bounds, title } = options;
  return {
    ...bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title,
    backgroundColor: windowColor(isDark),
    webPreferences: webPreferences(preload, isPackaged),
  };
}
