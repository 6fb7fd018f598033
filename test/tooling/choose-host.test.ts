import { describe, expect, it } from 'vitest';
import { isStale } from '../../scripts/start/build.ts';
import { browserLine, chooseHost, serveArguments } from '../../scripts/start/choose-host.ts';
import type { HostFacts } from '../../scripts/start/choose-host.ts';
import { shortReason } from '../../scripts/start/electron-binary.ts';

const person: HostFacts = {
  hasDesktopHost: true,
  namedElectron: undefined,
  installedElectron: '/app/electron',
  hasDisplay: true,
  isLinuxRoot: false,
  downloadForbidden: false,
  downloadFailure: undefined,
};

describe('chooseHost', () => {
  it("opens the window with Electron's own executable where it is there", () => {
    expect(chooseHost(person)).toEqual({ host: 'desktop', executable: '/app/electron' });
  });

  it('prefers the executable that ELECTRON_PATH names, even without a display', () => {
    const facts = { ...person, hasDisplay: false, namedElectron: { path: '/other/electron', runnable: true } };
    expect(chooseHost(facts)).toEqual({ host: 'desktop', executable: '/other/electron' });
  });

  it('fetches Electron where it is absent and nothing speaks against it', () => {
    expect(chooseHost({ ...person, installedElectron: undefined })).toEqual({ host: 'download' });
  });

  it('tries a failed download again only after the failure is forgotten', () => {
    const facts = { ...person, installedElectron: undefined, downloadFailure: 'no answer' };
    expect(chooseHost(facts)).toMatchObject({ host: 'browser' });
    expect(chooseHost({ ...facts, downloadFailure: undefined })).toEqual({ host: 'download' });
  });

  it.each<readonly [what: string, facts: Partial<HostFacts>, why: RegExp]>([
    ['the app has no desktop host', { hasDesktopHost: false }, /no desktop window yet/],
    [
      'ELECTRON_PATH names nothing',
      { namedElectron: { path: '/gone', runnable: false } },
      /\/gone, which is no program/,
    ],
    ['there is no display', { hasDisplay: false }, /no display/],
    ['this is root', { isLinuxRoot: true }, /does not run as root/],
    ['the download is forbidden', { installedElectron: undefined, downloadForbidden: true }, /SKIP_BINARY_DOWNLOAD/],
    [
      'the download failed',
      { installedElectron: undefined, downloadFailure: 'getaddrinfo' },
      /downloaded \(getaddrinfo\)/,
    ],
  ])('serves to the browser and says why in one line: %s', (_what, facts, why) => {
    const choice = chooseHost({ ...person, ...facts });
    expect(choice).toEqual({ host: 'browser', reason: expect.stringMatching(why) });
    expect(browserLine(choice.host === 'browser' ? choice.reason : '')).toMatch(/^[^\n]*serving the same app[^\n]*\.$/);
  });
});

describe('serveArguments', () => {
  it('opens the browser by itself', () => {
    expect(serveArguments(['--port', '8080'], true)).toEqual(['serve', '--open', '--port', '8080']);
  });

  it.each([
    ['it is told not to', ['--no-open'], true],
    ['there is no display', [], false],
    ['there is no display, though it is told to', ['--open'], false],
  ])('leaves the browser closed where %s', (_why, given, hasDisplay) => {
    expect(serveArguments(given, hasDisplay)).toEqual(['serve']);
  });
});

describe('isStale', () => {
  it('is true where a product is missing', () => {
    expect(isStale([1, 2], [3, undefined])).toBe(true);
  });

  it('is true where any source is newer than any product', () => {
    expect(isStale([1, 5], [4, 6])).toBe(true);
  });

  it('is false where every product is newer than every source', () => {
    expect(isStale([1, 2], [3, 4])).toBe(false);
  });
});

describe('shortReason', () => {
  it("takes the error's message out of an installer's output", () => {
    expect(shortReason('Downloading\nRequestError: getaddrinfo EAI_AGAIN some.host\n    at x (y:1)\n')).toBe(
      'getaddrinfo EAI_AGAIN some.host',
    );
  });

  it('has words for an installer that said nothing', () => {
    expect(shortReason('\n')).toBe('no answer');
  });

  it('cuts a long message', () => {
    expect(shortReason(`Error: ${'x'.repeat(300)}`)).toHaveLength(120);
  });
});
