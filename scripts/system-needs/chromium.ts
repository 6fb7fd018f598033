import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** What the search for a browser looks at. */
export interface BrowserPlaces {
  readonly platform: NodeJS.Platform;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

/** How tests start the browser. `executablePath` is absent where the machine has none. */
export interface ChromiumLaunch {
  readonly executablePath: string | undefined;
  readonly args: readonly string[];
}

/** Nothing of the machine's own: no graphics, no background traffic, no first-run pages. */
const quietArguments = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
] as const;

/** Returns the path of Chromium, Chrome or Edge: what `CHROMIUM` names, else where each system puts them. */
export function findChromium({ platform, environment, exists }: BrowserPlaces): string | undefined {
  const named = environment['CHROMIUM'];
  if (named !== undefined && named !== '') return exists(named) ? named : undefined;
  return usualPlaces(platform, environment).find(exists);
}

/** Returns how to start the browser of this machine. */
export function chromiumLaunch(): ChromiumLaunch {
  const { platform, env: environment } = process;
  // Chromium's sandbox refuses to run as root, and many containers forbid what it needs.
  const withoutSandbox = platform === 'linux' && (process.getuid?.() === 0 || environment['CI'] !== undefined);
  return {
    executablePath: findChromium({ platform, environment, exists: existsSync }),
    args: withoutSandbox ? ['--no-sandbox', ...quietArguments] : quietArguments,
  };
}

function usualPlaces(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  if (platform === 'darwin') {
    return [
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ];
  }
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => environment[name] ?? []);
    return roots.flatMap((root) => [
      join(root, 'Google/Chrome/Application/chrome.exe'),
      join(root, 'Chromium/Application/chrome.exe'),
      join(root, 'Microsoft/Edge/Application/msedge.exe'),
    ]);
  }
  return ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'].map((name) => `/usr/bin/${name}`);
}
