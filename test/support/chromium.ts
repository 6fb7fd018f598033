import { chromium } from 'playwright-core';
import type { Browser, LaunchOptions } from 'playwright-core';
import { chromiumLaunch } from '../../scripts/system-needs/chromium.ts';

/**
 * Starts the machine's own Chromium without a window; further arguments of the options are added to the usual ones.
 * The caller closes it.
 *
 * @throws Error where there is none; the test runner leaves such tests out before it comes to this.
 */
export function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const { executablePath, args } = chromiumLaunch();
  if (executablePath === undefined) throw new Error('no Chromium on this machine');
  return chromium.launch({
    ...options,
    executablePath,
    args: [...args, ...(options.args ?? [])],
    chromiumSandbox: !args.includes('--no-sandbox'),
  });
}
