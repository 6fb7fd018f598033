import type { App, Session } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import { closeExits, isGranted, mayRequest } from '../../src/main/desktop/exits.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { asElectron, FakeEmitter } from '../support/fake-electron.ts';

type RequestHandler = (
  contents: null,
  permission: string,
  answer: (granted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void;
type CheckHandler = (contents: null, permission: string, origin: string, details: { isMainFrame: boolean }) => boolean;
type BeforeRequest = (details: { url: string }, answer: (verdict: { cancel: boolean }) => void) => void;

class FakeSession extends FakeEmitter {
  asked: RequestHandler | undefined;
  checked: CheckHandler | undefined;
  device: (() => boolean) | undefined;
  before: BeforeRequest | undefined;
  spelling = true;
  readonly webRequest = { onBeforeRequest: (listener: BeforeRequest) => void (this.before = listener) };
  setPermissionRequestHandler(handler: RequestHandler): void {
    this.asked = handler;
  }
  setPermissionCheckHandler(handler: CheckHandler): void {
    this.checked = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.device = handler;
  }
  setSpellCheckerEnabled(isOn: boolean): void {
    this.spelling = isOn;
  }
}

class FakeContents extends FakeEmitter {
  opens: (() => { action: string }) | undefined;
  setWindowOpenHandler(handler: () => { action: string }): void {
    this.opens = handler;
  }
}

const PERMISSIONS = [
  'geolocation',
  'media',
  'display-capture',
  'notifications',
  'clipboard-read',
  'deprecated-sync-clipboard-read',
  'hid',
  'usb',
  'serial',
  'midi',
  'midiSysex',
  'pointerLock',
  'fullscreen',
  'openExternal',
  'fileSystem',
  'idle-detection',
  'speaker-selection',
  'storage-access',
  'window-management',
  'local-fonts',
  'unknown',
];

let app: FakeEmitter;
let session: FakeSession;
let contents: FakeContents;

beforeEach(() => {
  app = new FakeEmitter();
  session = new FakeSession();
  contents = new FakeContents();
  closeExits({
    app: asElectron<App>(app),
    session: asElectron<Session>(session),
    log: silentLog,
    allowsDevTools: false,
  });
  app.tell('web-contents-created', {}, contents);
});

describe('closeExits', () => {
  it.each(PERMISSIONS)('5 denies %s, asked for and looked up', (permission) => {
    let answer: boolean | undefined;
    const details = { requestingUrl: 'app://plumbline/', isMainFrame: true };
    session.asked?.(null, permission, (granted) => (answer = granted), details);
    expect(answer).toBe(false);
    expect(session.checked?.(null, permission, 'app://plumbline', details)).toBe(false);
  });

  it('5 lets the page put text on the clipboard', () => {
    let answer: boolean | undefined;
    const details = { requestingUrl: 'app://plumbline/?x#y', isMainFrame: true };
    session.asked?.(null, 'clipboard-sanitized-write', (granted) => (answer = granted), details);
    expect(answer).toBe(true);
    expect(session.checked?.(null, 'clipboard-sanitized-write', 'app://plumbline/', details)).toBe(true);
  });

  it('5 grants no device', () => {
    expect(session.device?.()).toBe(false);
  });

  it('12 attaches no webview', () => {
    expect(contents.tell('will-attach-webview').isPrevented).toBe(true);
  });

  it.each(['will-navigate', 'will-frame-navigate'])('13 lets %s go nowhere but to the page itself', (name) => {
    expect(contents.tell(name, { url: 'app://plumbline/', isMainFrame: true }).isPrevented).toBe(false);
    expect(contents.tell(name, { url: 'app://plumbline/', isMainFrame: false }).isPrevented).toBe(true);
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'app://evil/', 'about:blank']) {
      expect(contents.tell(name, { url, isMainFrame: true }).isPrevented).toBe(true);
    }
  });

  it('13 follows no redirect', () => {
    expect(contents.tell('will-redirect', { url: 'app://plumbline/', isMainFrame: true }).isPrevented).toBe(true);
  });

  it('14 opens no window', () => {
    expect(contents.opens?.()).toEqual({ action: 'deny' });
  });

  it('downloads nothing, and fetches no dictionary', () => {
    expect(session.tell('will-download').isPrevented).toBe(true);
    expect(session.spelling).toBe(false);
  });

  it('accepts no certificate in doubt, and gives away none of the person’s own', () => {
    let trusted: boolean | undefined;
    const answer = (isTrusted: boolean): void => void (trusted = isTrusted);
    expect(
      app.tell('certificate-error', {}, contents, 'https://x', 'net::ERR_CERT_INVALID', {}, answer).isPrevented,
    ).toBe(true);
    expect(trusted).toBe(false);
    const given: unknown[] = [];
    app.tell('select-client-certificate', {}, contents, 'https://x', [{}], (...one: unknown[]) => given.push(one));
    expect(given).toEqual([[]]);
  });

  it('answers no question for a name and password', () => {
    expect(app.listenerCount('login')).toBe(0);
  });

  it('1 cancels every request but the page’s own', () => {
    const verdicts = ['app://plumbline/assets/app.js', 'https://example.com/'].map((url) => {
      let cancelled: boolean | undefined;
      session.before?.({ url }, ({ cancel }) => (cancelled = cancel));
      return cancelled;
    });
    expect(verdicts).toEqual([false, true]);
  });
});

describe('isGranted', () => {
  it('grants nothing to a frame within the page, or to another origin', () => {
    expect(isGranted('clipboard-sanitized-write', 'app://plumbline', false)).toBe(false);
    expect(isGranted('clipboard-sanitized-write', 'https://example.com', true)).toBe(false);
    expect(isGranted('clipboard-sanitized-write', '', true)).toBe(false);
  });
});

describe('mayRequest', () => {
  it.each(['app://plumbline/', 'app://plumbline/assets/a.js', 'blob:app://plumbline/1', 'data:,'])(
    '%s stays',
    (url) => {
      expect(mayRequest(url, false)).toBe(true);
    },
  );

  it.each([
    'http://127.0.0.1:8080/',
    'https://example.com/',
    'wss://example.com/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'app://plumbline.evil/',
    'app://evil/',
    'chrome://gpu',
    'devtools://devtools/bundled/x.js',
  ])('%s leaves', (url) => {
    expect(mayRequest(url, false)).toBe(false);
  });

  it('lets development tools load themselves where there are any', () => {
    expect(mayRequest('devtools://devtools/bundled/x.js', true)).toBe(true);
    expect(mayRequest('https://example.com/', true)).toBe(false);
  });
});
