import { describe, expect, it } from 'vitest';
import { parseProxyAnswer, sessionProxies } from '../../src/main/desktop/system-proxy.ts';
import { parseProxyAddress } from '../../src/main/network/proxy-address.ts';
import { createProxyChoice } from '../../src/main/network/proxy-choice.ts';
import { readProxyEnvironment } from '../../src/main/network/proxy-environment.ts';
import { findProxyFailure, offeredSchemes, ProxyFailure } from '../../src/main/network/proxy-failure.ts';
import { proxyAddress, type ProxyResolver, type ProxyRule } from '../../src/main/platform/proxy-port.ts';
import { proxySetting } from '../../src/shared/contract/network.ts';
import { handClock } from '../support/hand-clock.ts';

const place = (kind: 'http' | 'https' | 'socks5', host: string, port: number): ProxyRule => ({ kind, host, port });
const DIRECT: ProxyRule = { kind: 'direct' };
const vendor = new URL('https://vendor.test/path?secret=1');

describe('parseProxyAnswer', () => {
  it.each<[answer: string, rules: readonly ProxyRule[]]>([
    ['DIRECT', [DIRECT]],
    ['', [DIRECT]],
    [' ; ', [DIRECT]],
    ['PROXY proxy.test:8080', [place('http', 'proxy.test', 8080)]],
    ['PROXY proxy.test', [place('http', 'proxy.test', 80)]],
    ['HTTPS Proxy.TEST', [place('https', 'proxy.test', 443)]],
    ['SOCKS5 10.0.0.1:1081', [place('socks5', '10.0.0.1', 1081)]],
    ['PROXY [fd00::1]:3128', [place('http', '[fd00::1]', 3128)]],
    ['PROXY a:1;HTTPS b:2; DIRECT', [place('http', 'a', 1), place('https', 'b', 2), DIRECT]],
    ['proxy a:1', [place('http', 'a', 1)]],
    ['SOCKS a:1', [{ kind: 'unsupported', name: 'SOCKS' }]],
    ['QUIC a:443; DIRECT', [{ kind: 'unsupported', name: 'QUIC' }, DIRECT]],
    ['PROXY', [{ kind: 'unsupported', name: 'PROXY' }]],
    ['PROXY a:b', [{ kind: 'unsupported', name: 'PROXY' }]],
  ])('reads %j', (answer, rules) => {
    expect(parseProxyAnswer(answer)).toEqual(rules);
  });

  it('asks the session about the address it is given', async () => {
    const asked: string[] = [];
    const resolve = sessionProxies({
      resolveProxy: (url) => {
        asked.push(url);
        return Promise.resolve('PROXY a:1');
      },
    });
    expect(await resolve(new URL('https://vendor.test/'))).toEqual([place('http', 'a', 1)]);
    expect(asked).toEqual(['https://vendor.test/']);
  });
});

describe('parseProxyAddress', () => {
  it.each([
    ['http://proxy.test:8080', { place: place('http', 'proxy.test', 8080) }],
    ['http://proxy.test:80/', { place: place('http', 'proxy.test', 80) }],
    ['proxy.test:3128', { place: place('http', 'proxy.test', 3128) }],
    ['proxy.test', { place: place('http', 'proxy.test', 1080) }],
    ['https://Proxy.test', { place: place('https', 'proxy.test', 443) }],
    ['socks5h://proxy.test', { place: place('socks5', 'proxy.test', 1080) }],
    ['socks5://[fd00::1]:9', { place: place('socks5', '[fd00::1]', 9) }],
    [
      'http://nora:p%40ss%3Aw@proxy.test:1',
      { place: place('http', 'proxy.test', 1), secret: { user: 'nora', password: 'p@ss:w' } },
    ],
    ['http://nora@proxy.test:1', { place: place('http', 'proxy.test', 1), secret: { user: 'nora', password: '' } }],
    ['socks4://proxy.test:1', { unsupported: 'socks4' }],
    ['ftp://proxy.test', { unsupported: 'ftp' }],
    ['', undefined],
    ['http://', undefined],
    ['http://proxy.test/path', undefined],
    ['http://proxy.test:99999', undefined],
    ['two words', undefined],
  ])('reads %j', (text, expected) => {
    expect(parseProxyAddress(text)).toEqual(expected);
  });
});

describe('the setting network.proxy', () => {
  it.each(['system', 'none', 'http://proxy.test:8080', 'https://10.0.0.1:443', 'socks5://[fd00::1]:1080'])(
    'takes %s',
    (value) => {
      expect(proxySetting.parse(value)).toBe(value);
    },
  );

  it('is the address as everything else spells it', () => {
    expect(proxySetting.parse(' HTTP://Proxy.Test:8080/ ')).toBe('http://proxy.test:8080');
  });

  it.each([
    '',
    'direct',
    'proxy.test:8080',
    'http://proxy.test',
    'http://nora:secret@proxy.test:8080',
    'http://proxy.test:8080/path',
    'http://proxy.test:8080?x',
    'socks4://proxy.test:1',
    'ftp://proxy.test:1',
    'http://a b:1',
  ])('refuses %j', (value) => {
    expect(proxySetting.safeParse(value).success).toBe(false);
  });
});

describe('readProxyEnvironment', () => {
  const rulesOf = (environment: Record<string, string>, address: string): Promise<readonly ProxyRule[]> =>
    readProxyEnvironment(environment).resolve(new URL(address));

  it.each<[name: string, environment: Record<string, string>, address: string, rule: ProxyRule]>([
    ['nothing set', {}, 'https://vendor.test', DIRECT],
    ['HTTPS_PROXY', { HTTPS_PROXY: 'http://a:1' }, 'https://vendor.test', place('http', 'a', 1)],
    ['https_proxy', { https_proxy: 'http://a:1' }, 'https://vendor.test', place('http', 'a', 1)],
    [
      'small letters before capitals',
      { https_proxy: 'a:1', HTTPS_PROXY: 'b:2' },
      'https://v.test',
      place('http', 'a', 1),
    ],
    ['an empty one as none', { https_proxy: '', HTTPS_PROXY: 'b:2' }, 'https://v.test', place('http', 'b', 2)],
    ['HTTP_PROXY for http', { HTTP_PROXY: 'a:1' }, 'http://vendor.test', place('http', 'a', 1)],
    ['HTTP_PROXY not for https', { HTTP_PROXY: 'a:1' }, 'https://vendor.test', DIRECT],
    ['HTTPS_PROXY not for http', { HTTPS_PROXY: 'a:1' }, 'http://vendor.test', DIRECT],
    ['ALL_PROXY', { ALL_PROXY: 'socks5://a:1' }, 'https://vendor.test', place('socks5', 'a', 1)],
    ['HTTPS_PROXY before ALL_PROXY', { ALL_PROXY: 'b:2', HTTPS_PROXY: 'a:1' }, 'https://v.test', place('http', 'a', 1)],
    ['NO_PROXY', { HTTPS_PROXY: 'a:1', NO_PROXY: '.vendor.test' }, 'https://api.vendor.test', DIRECT],
    ['no_proxy', { HTTPS_PROXY: 'a:1', no_proxy: '*' }, 'https://vendor.test', DIRECT],
    [
      'a kind nobody can use',
      { HTTPS_PROXY: 'socks4://a:1' },
      'https://v.test',
      { kind: 'unsupported', name: 'socks4' },
    ],
    [
      'what is no address',
      { HTTPS_PROXY: 'not an address' },
      'https://v.test',
      { kind: 'unsupported', name: 'the address in HTTPS_PROXY' },
    ],
  ])('reads %s', async (_name, environment, address, rule) => {
    expect(await rulesOf(environment, address)).toEqual([rule]);
  });

  it('keeps a password out of the rule, and gives it out for that proxy alone', async () => {
    const read = readProxyEnvironment({ HTTPS_PROXY: 'http://nora:canary@proxy.test:8080' });
    expect(JSON.stringify(await read.resolve(vendor))).not.toContain('canary');
    expect(read.secretOf('http://proxy.test:8080')).toEqual({ user: 'nora', password: 'canary' });
    expect(read.secretOf('http://proxy.test:8081')).toBeUndefined();
  });
});

describe('createProxyChoice', () => {
  const one = place('http', 'one.test', 1);
  const two = place('http', 'two.test', 2);

  const choiceOf = (resolve: ProxyResolver, settings: { value: string } = { value: 'system' }) => {
    const clock = handClock('2026-11-22T10:00:00Z');
    const asked: string[] = [];
    const choice = createProxyChoice({
      resolve: (url) => {
        asked.push(url.href);
        return resolve(url);
      },
      source: 'system',
      setting: () => Promise.resolve(settings.value),
      isLoopback: ({ hostname }) => hostname === '127.0.0.1',
      clock,
    });
    return { choice, clock, asked };
  };

  it('asks once a minute for each origin, and tells the system no path', async () => {
    const { choice, clock, asked } = choiceOf(() => Promise.resolve([one]));
    expect(await choice.routeOf(vendor)).toEqual({ rule: one, by: 'system' });
    clock.advance(59_999);
    await choice.routeOf(vendor);
    expect(asked).toEqual(['https://vendor.test/']);
    clock.advance(1);
    await choice.routeOf(vendor);
    await choice.routeOf(new URL('https://other.test'));
    expect(asked).toEqual(['https://vendor.test/', 'https://vendor.test/', 'https://other.test/']);
  });

  it('asks once for many calls at a time', async () => {
    const { choice, asked } = choiceOf(() => Promise.resolve([one]));
    await Promise.all(Array.from({ length: 20 }, () => choice.routeOf(vendor)));
    expect(asked).toHaveLength(1);
  });

  it('takes the next proxy for a minute after one could not be reached, and the first again when none is left', async () => {
    const { choice, clock } = choiceOf(() => Promise.resolve([one, two, DIRECT]));
    choice.failed('http://one.test:1');
    expect((await choice.routeOf(vendor)).rule).toEqual(two);
    choice.failed('http://two.test:2');
    expect((await choice.routeOf(vendor)).rule).toEqual(DIRECT);
    clock.advance(60_000);
    expect((await choice.routeOf(vendor)).rule).toEqual(one);
    const alone = choiceOf(() => Promise.resolve([one]));
    alone.choice.failed('http://one.test:1');
    expect((await alone.choice.routeOf(vendor)).rule).toEqual(one);
  });

  it('passes over a kind that cannot be used only while there is another way', async () => {
    const strange: ProxyRule = { kind: 'unsupported', name: 'SOCKS' };
    expect((await choiceOf(() => Promise.resolve([strange, two])).choice.routeOf(vendor)).rule).toEqual(two);
    expect((await choiceOf(() => Promise.resolve([strange])).choice.routeOf(vendor)).rule).toEqual(strange);
  });

  it('goes straight where the system fails, says nothing, or takes longer than ten seconds', async () => {
    expect((await choiceOf(() => Promise.reject(new Error('no'))).choice.routeOf(vendor)).rule).toEqual(DIRECT);
    expect((await choiceOf(() => Promise.resolve([])).choice.routeOf(vendor)).rule).toEqual(DIRECT);
    const { choice, clock } = choiceOf(() => new Promise(() => undefined));
    const route = choice.routeOf(vendor);
    while (clock.waits.length === 0) await new Promise(setImmediate);
    expect(clock.waits).toEqual([10_000]);
    clock.advance(10_000);
    expect((await route).rule).toEqual(DIRECT);
  });

  it('lets the setting overrule the system, once it was told to forget', async () => {
    const settings = { value: 'system' };
    const { choice, asked } = choiceOf(() => Promise.resolve([one]), settings);
    await choice.routeOf(vendor);
    settings.value = 'http://two.test:2';
    expect((await choice.routeOf(vendor)).rule).toEqual(one);
    choice.forget();
    expect(await choice.routeOf(vendor)).toEqual({ rule: two, by: 'setting' });
    settings.value = 'none';
    choice.forget();
    expect(await choice.routeOf(vendor)).toEqual({ rule: DIRECT, by: 'setting' });
    expect(asked).toHaveLength(1);
  });

  it('never asks about this computer', async () => {
    const { choice, asked } = choiceOf(() => Promise.resolve([one]), { value: 'http://two.test:2' });
    expect(await choice.routeOf(new URL('http://127.0.0.1:4000'))).toEqual({ rule: DIRECT, by: 'loopback' });
    expect(asked).toEqual([]);
  });
});

describe('offeredSchemes', () => {
  it.each<[header: string | readonly string[] | undefined, schemes: readonly string[]]>([
    [undefined, []],
    ['', []],
    ['Basic realm="a"', ['basic']],
    ['NTLM', ['ntlm']],
    ['Negotiate, NTLM, Basic realm="Basic, Digest x"', ['negotiate', 'ntlm', 'basic']],
    [
      ['NTLM', 'Basic realm="a \\" b, Digest c"'],
      ['ntlm', 'basic'],
    ],
    ['Digest realm="x", qop="auth", nonce=abc, Basic realm=y', ['digest', 'basic']],
    ['Negotiate YII=', ['negotiate']],
  ])('of %j are %j', (header, schemes) => {
    expect(offeredSchemes(header)).toEqual(schemes);
  });
});

describe('findProxyFailure', () => {
  it('finds it below other errors, and nothing where there is none', () => {
    const failure = new ProxyFailure({ reason: 'refused', address: 'http://one.test:1' });
    expect(findProxyFailure(new Error('a', { cause: new Error('b', { cause: failure }) }))).toBe(failure);
    expect(findProxyFailure(new Error('a'))).toBeUndefined();
    expect(findProxyFailure('a')).toBeUndefined();
  });
});

describe('proxyAddress', () => {
  it('always names the port', () => {
    expect(proxyAddress({ kind: 'http', host: 'proxy.test', port: 80 })).toBe('http://proxy.test:80');
  });
});
