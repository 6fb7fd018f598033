import { launchChromium } from './chromium.ts';
import { noDesktop, openDesktop } from './desktop-app.ts';
import { openPage, serveApp } from './served-app.ts';
import type { WatchedPage } from './watched-page.ts';

/** The app open in one of its hosts, on a data folder of its own. */
export interface OpenApp extends WatchedPage {
  readonly dataDir: string;
  readonly close: () => Promise<void>;
}

/** A host that shows the app: the same scenarios run through each. */
export interface TestHost {
  readonly name: 'serve' | 'desktop';
  /** Why this machine cannot show it; undefined where it can. */
  readonly missing: string | undefined;
  readonly open: () => Promise<OpenApp>;
}

const serve: TestHost = {
  name: 'serve',
  missing: undefined,
  open: async () => {
    const [app, browser] = await Promise.all([serveApp(), launchChromium()]);
    const watched = await openPage(browser, app.address);
    return {
      ...watched,
      dataDir: app.dataDir,
      close: async () => {
        await browser.close();
        await app.close();
      },
    };
  },
};

const desktop: TestHost = {
  name: 'desktop',
  missing: noDesktop,
  open: openDesktop,
};

/** Both hosts, serve first. */
export const testHosts: readonly TestHost[] = [serve, desktop];
