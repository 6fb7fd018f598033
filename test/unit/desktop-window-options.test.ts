import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  isPageAddress,
  isPageOrigin,
  mayGoTo,
  PAGE_ADDRESS,
  PAGE_PRIVILEGES,
} from '../../src/main/desktop/page-address.ts';
import { webPreferences, windowColor, windowOptions } from '../../src/main/desktop/window-options.ts';

describe('webPreferences', () => {
  it('hold the page as any page of the web would be held (Electron points 2 to 12)', () => {
    expect(webPreferences('preload.cjs', true)).toEqual({
      preload: 'preload.cjs',
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
      devTools: false,
    });
  });

  it('leave development tools to a build that is not packaged', () => {
    expect(webPreferences('preload.cjs', false)).toMatchObject({ devTools: true, sandbox: true });
  });
});

describe('windowOptions', () => {
  it('keep the window hidden until its first paint, and never smaller than the screens are drawn for', () => {
    const bounds = { x: 1, y: 2, width: 900, height: 700 };
    expect(
      windowOptions({ preload: 'preload.cjs', isPackaged: true, isDark: true, bounds, title: 'Plumbline' }),
    ).toEqual({
      ...bounds,
      minWidth: 360,
      minHeight: 480,
      show: false,
      title: 'Plumbline',
      backgroundColor: '#17191c',
      webPreferences: webPreferences('preload.cjs', true),
    });
  });
});

describe('windowColor', () => {
  it('is the colour of the page’s own ground, in both themes', () => {
    const tokens = readFileSync(new URL('../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');
    const colors = [...tokens.matchAll(/--bg-window:\s*(#[\da-f]{6})/g)].map(([, color]) => color);
    expect(colors).toEqual([windowColor(false), windowColor(true)]);
  });
});

describe('PAGE_PRIVILEGES', () => {
  it('make the scheme an origin of its own that no other can read', () => {
    expect(PAGE_PRIVILEGES).toEqual({
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      corsEnabled: false,
      bypassCSP: false,
      allowServiceWorkers: false,
      allowExtensions: false,
      codeCache: false,
    });
  });
});

const strangers = [
  'app://plumbline/files/1',
  'app://plumbline.evil/',
  'app://evil/',
  'app://x@plumbline/',
  'https://plumbline/',
  'https://example.com/#app://plumbline/',
  'about:blank',
  'about:srcdoc',
  'data:text/html,app://plumbline/',
  'blob:app://plumbline/1',
  'file:///app://plumbline/',
  'javascript:0',
  '',
];

describe('isPageAddress', () => {
  it('is true for the page, whatever stands after it', () => {
    for (const rest of ['', '#a', '?locale=pseudo', '?a#b']) expect(isPageAddress(PAGE_ADDRESS + rest)).toBe(true);
  });

  it.each(strangers)('is false for %j', (address) => {
    expect(isPageAddress(address)).toBe(false);
  });
});

describe('isPageOrigin', () => {
  it('knows the page’s own with and without its slash, and no other', () => {
    expect(isPageOrigin('app://plumbline')).toBe(true);
    expect(isPageOrigin('app://plumbline/')).toBe(true);
    for (const stranger of ['null', '', 'app://plumbline.evil', 'https://plumbline']) {
      expect(isPageOrigin(stranger)).toBe(false);
    }
  });
});

describe('mayGoTo', () => {
  it('lets the page load itself again, and no frame within it anything', () => {
    expect(mayGoTo(PAGE_ADDRESS, true)).toBe(true);
    expect(mayGoTo(PAGE_ADDRESS, false)).toBe(false);
  });

  it.each(strangers)('keeps the page from %j', (address) => {
    expect(mayGoTo(address, true)).toBe(false);
  });
});
