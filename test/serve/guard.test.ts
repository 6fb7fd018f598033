import { describe, expect, it } from 'vitest';
import { guard } from '../../src/main/serve/guard.ts';

const HOST = '127.0.0.1:4567';
const ORIGIN = `http://${HOST}`;

function verdict(
  method: string,
  path: string,
  headers: Record<string, string>,
  { hasToken = false, upgrade = false } = {},
): number {
  const outcome = guard({ method, path, headers, upgrade }, { host: HOST, hasToken });
  return outcome.allowed ? 200 : outcome.status;
}

describe('guard', () => {
  it.each(['localhost:4567', '0.0.0.0:4567', '127.0.0.1', '127.0.0.1:4568', 'evil.example:4567', '[::1]:4567', ''])(
    'L-3 turns away Host %s on every path',
    (host) => {
      const headers = { host, origin: ORIGIN, 'sec-fetch-site': 'same-origin' };
      for (const path of ['/', '/assets/index.js', '/files/1']) {
        expect(verdict('GET', path, headers, { hasToken: true })).toBe(421);
      }
      expect(verdict('POST', '/session', headers)).toBe(421);
      expect(verdict('GET', '/socket', headers, { upgrade: true, hasToken: true })).toBe(421);
    },
  );

  it('L-3 lets any navigation have the page, which holds no data', () => {
    expect(verdict('GET', '/', { host: HOST, 'sec-fetch-site': 'cross-site' })).toBe(200);
    expect(verdict('GET', '/', { host: HOST })).toBe(200);
  });

  it.each(['cross-site', 'same-site', 'none', undefined])(
    'L-3 refuses any other GET with Sec-Fetch-Site %s',
    (site) => {
      const headers = { host: HOST, ...(site === undefined ? {} : { 'sec-fetch-site': site }) };
      expect(verdict('GET', '/assets/index.js', headers)).toBe(403);
      expect(verdict('GET', '/assets/index.js', headers, { hasToken: true })).toBe(200);
    },
  );

  it('L-3 gives files to the token alone', () => {
    expect(verdict('GET', '/files/1', { host: HOST, 'sec-fetch-site': 'same-origin' })).toBe(401);
    expect(verdict('GET', '/files/1', { host: HOST }, { hasToken: true })).toBe(200);
  });

  it.each(['null', 'http://localhost:4567', 'https://127.0.0.1:4567', 'http://evil.example', undefined])(
    'L-3 refuses Origin %s on the socket and on what is not GET',
    (origin) => {
      const headers = { host: HOST, ...(origin === undefined ? {} : { origin }) };
      expect(verdict('POST', '/session', headers)).toBe(403);
      expect(verdict('DELETE', '/files/1', headers, { hasToken: true })).toBe(403);
      expect(verdict('GET', '/socket', headers, { upgrade: true, hasToken: true })).toBe(403);
    },
  );

  it('lets our own page open its session and its socket', () => {
    expect(verdict('POST', '/session', { host: HOST, origin: ORIGIN })).toBe(200);
    expect(verdict('GET', '/socket', { host: HOST, origin: ORIGIN }, { upgrade: true, hasToken: true })).toBe(200);
  });
});
