import type { App, Session, WebContents } from 'electron';
import type { Log } from '../platform/log.ts';
import { isPageOrigin, mayGoTo, PAGE_ADDRESS } from './page-address.ts';

/** All that a page is granted: putting text on the clipboard, which Chromium allows only while it has the focus. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Whether `permission` is granted to the frame at `origin`. */
export function isGranted(permission: string, origin: string, isMainFrame: boolean): boolean {
  return GRANTED.has(permission) && isMainFrame && isPageOrigin(origin);
}

/** Whether a request of a window may leave: only to the page's own scheme and host, and to what the page itself made. */
export function mayRequest(url: string, allowsDevTools: boolean): boolean {
  if (url.startsWith(PAGE_ADDRESS) || /^(?:blob|data):/.test(url)) return true;
  return allowsDevTools && url.startsWith('devtools:');
}

const originOf = (url: string): string => /^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? '';

function closeSession(session: Session, log: Log, allowsDevTools: boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) => {
    const granted = isGranted(permission, originOf(requestingUrl), isMainFrame);
    if (!granted) log.warn('desktop.permission-refused', { kind: permission });
    answer(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { isMainFrame }) =>
    isGranted(permission, origin, isMainFrame),
  );
  session.setDevicePermissionHandler(() => false);
  // Files reach the disk through `system.saveFile`, after a person's own answer.
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('desktop.download-refused');
  });
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !mayRequest(url, allowsDevTools);
    if (cancel) log.warn('desktop.request-refused');
    answer({ cancel });
  });
  // Otherwise Chromium fetches a dictionary from the network.
  session.setSpellCheckerEnabled(false);
}

function closeContents(contents: WebContents, log: Log): void {
  contents.setWindowOpenHandler(() => {
    log.warn('desktop.window-refused');
    return { action: 'deny' };
  });
  const stay = (event: {
    readonly url: string;
    readonly isMainFrame: boolean;
    readonly preventDefault: () => void;
  }) => {
    if (mayGoTo(event.url, event.isMainFrame)) return;
    event.preventDefault();
    log.warn('desktop.navigation-refused');
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  // Nothing of ours redirects.
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

interface ExitParts {
  readonly app: App;
  readonly session: Session;
  readonly log: Log;
  /** Development tools load themselves from a scheme of their own. */
  readonly allowsDevTools: boolean;
}

/**
 * Closes every way out of the page: it goes nowhere, opens nothing, loads nothing but its own, downloads nothing and is
 * granted nothing of the system but the list above. Certificates in doubt are never accepted, a choice of the person's
 * own certificates is never answered, and nobody listens for `login`, which Chromium then cancels.
 */
export function closeExits({ app, session, log, allowsDevTools }: ExitParts): void {
  closeSession(session, log, allowsDevTools);
  app.on('web-contents-created', (_event, contents) => closeContents(contents, log));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault();
    answer(false);
  });
  // Left to itself, Chromium takes the first certificate it finds.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, answer) => {
    event.preventDefault();
    answer();
  });
}
