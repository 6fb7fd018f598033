import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseAuthorities, readAuthority } from '../../src/main/network/authority-file.ts';
import { createAuthorityFolder } from '../../src/main/network/authority-folder.ts';
import { tlsFailure } from '../../src/main/network/tls-failure.ts';
import { createTrust } from '../../src/main/network/trust.ts';
import type { AuthorityRefusal } from '../../src/shared/contract/network.ts';
import { inspectionRoot, intermediate, leafKey, localLeaf, oldRoot, testRoot } from '../support/certificates.ts';

const NOW = Date.parse('2026-11-22T10:00:00Z');
const refusalOf = (text: string, now = NOW): unknown => {
  try {
    parseAuthorities(text, now);
  } catch (thrown) {
    return thrown;
  }
  return undefined;
};

describe('parseAuthorities', () => {
  it('reads a root with its name, its owner and its time', () => {
    const [authority] = parseAuthorities(testRoot, NOW);
    expect(authority).toMatchObject({
      subject: 'Test Root',
      organisation: 'Northgate',
      validFrom: '2026-01-01T00:00:00.000Z',
      validTo: '2126-01-01T00:00:00.000Z',
    });
    expect(authority?.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(authority?.pem.trim()).toBe(testRoot.trim());
  });

  it('reads several, with words and Windows line ends between them', () => {
    const text = `Northgate\r\n${testRoot.replaceAll('\n', '\r\n')}\r\n\r\nsubject=x\r\n${inspectionRoot}\r\n`;
    expect(parseAuthorities(text, NOW).map(({ subject }) => subject)).toEqual(['Test Root', 'Northgate Inspection']);
  });

  it.each<[name: string, text: string, reason: AuthorityRefusal]>([
    ['nothing', '', 'not-pem'],
    ['another kind of file', 'PK\u0003\u0004 something', 'not-pem'],
    [
      'a request for a certificate',
      '-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----',
      'not-pem',
    ],
    ['a private key', leafKey, 'private-key'],
    ['a certificate with a private key beside it', `${testRoot}\n${leafKey}`, 'private-key'],
    ['a damaged certificate', testRoot.replace(/\nMII/, '\nAAA'), 'unreadable'],
    ['the certificate of a server', localLeaf, 'not-an-authority'],
    ['a root with a server’s certificate behind it', `${testRoot}\n${localLeaf}`, 'not-an-authority'],
    ['an authority below another', intermediate, 'below-another'],
    ['one whose time is over', oldRoot, 'expired'],
    ['a whole trust store', `${testRoot}\n`.repeat(21), 'too-many'],
  ])('refuses %s as a whole, with its reason and nothing of the text', (_name, text, reason) => {
    const refusal = refusalOf(text);
    expect(refusal).toMatchObject({ code: 'authority-refused', data: { reason, field: 'pem' } });
    expect(JSON.stringify(refusal) + String(refusal)).not.toMatch(/MI[A-Z]{2}|PK/);
  });

  it('refuses one whose time has not come', () => {
    expect(refusalOf(testRoot, Date.parse('2025-06-01T00:00:00Z'))).toMatchObject({
      data: { reason: 'not-yet-valid' },
    });
  });
});

describe('createAuthorityFolder', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'plumbline-authorities-'));
  });
  afterEach(() => rm(dir, { recursive: true, force: true }));

  const root = readAuthority(testRoot);
  const other = readAuthority(inspectionRoot);

  it('keeps a copy that is the person’s alone, and lets it go', async () => {
    const folder = createAuthorityFolder(join(dir, 'authorities'));
    await folder.keep(root);
    const path = join(dir, 'authorities', `${root.fingerprint}.pem`);
    expect((await readFile(path, 'utf8')).trim()).toBe(testRoot.trim());
    // Windows has no such rights.
    expect(process.platform === 'win32' ? 0o600 : (await stat(path)).mode & 0o777).toBe(0o600);
    expect(await folder.read([root.fingerprint])).toEqual([root]);
    await folder.remove(root.fingerprint);
    await folder.remove(root.fingerprint);
    expect(await readdir(join(dir, 'authorities'))).toEqual([]);
  });

  it('gives out only what was asked for, and nothing that was exchanged', async () => {
    const folder = createAuthorityFolder(dir);
    await folder.keep(root);
    await writeFile(join(dir, `${other.fingerprint}.pem`), testRoot);
    expect(await folder.read([other.fingerprint, '../../etc/passwd', 'f'.repeat(64)])).toEqual([]);
    expect(await folder.read([])).toEqual([]);
  });
});

describe('createTrust', () => {
  it('reads the system once, however often the person’s own change', async () => {
    let reads = 0;
    let own = [readAuthority(testRoot)];
    const trust = createTrust({
      readKnown: () => {
        reads += 1;
        return Promise.resolve({ builtIn: [], system: [inspectionRoot] });
      },
      readOwn: () => Promise.resolve(own),
    });
    const first = await trust.current();
    expect(await trust.current()).toBe(first);
    own = [];
    trust.forget();
    const second = await trust.current();
    expect([first.own.length, second.own.length, reads]).toEqual([1, 0, 1]);
    expect(second.context).not.toBe(first.context);
  });

  it('tries again after it could not be made', async () => {
    let isBroken = true;
    const trust = createTrust({
      readKnown: () => Promise.resolve({ builtIn: [testRoot], system: null }),
      readOwn: () => (isBroken ? Promise.reject(new Error('the disk')) : Promise.resolve([])),
    });
    await expect(trust.current()).rejects.toThrow('the disk');
    isBroken = false;
    expect((await trust.current()).known.builtIn).toEqual([testRoot]);
  });
});

describe('readKnownAuthorities', () => {
  // The variables count at a start alone, so a process of its own is asked. The system's store is a file on Linux only.
  it.runIf(process.platform === 'linux')('R7 reads the system’s store and NODE_EXTRA_CA_CERTS', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'plumbline-trust-'));
    const [system, extra] = [join(dir, 'system.pem'), join(dir, 'extra.pem')];
    await writeFile(system, testRoot);
    await writeFile(extra, inspectionRoot);
    const module = new URL('../../src/main/network/system-authorities.ts', import.meta.url).href;
    const script = `
      const { readKnownAuthorities } = await import(${JSON.stringify(module)});
      const { builtIn, system } = await readKnownAuthorities(process.env.NODE_EXTRA_CA_CERTS);
      process.stdout.write(JSON.stringify({ builtIn, system }));`;
    const env = { ...process.env, SSL_CERT_FILE: system, SSL_CERT_DIR: dir, NODE_EXTRA_CA_CERTS: extra };
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env,
      maxBuffer: 2 ** 24,
    });
    await rm(dir, { recursive: true });
    const read = JSON.parse(stdout) as { builtIn: string[]; system: string[] };
    expect(read.system.map((pem) => readAuthority(pem).subject)).toContain('Test Root');
    expect(read.builtIn.map((pem) => pem.trim())).toContain(inspectionRoot.trim());
    expect(read.builtIn.length).toBeGreaterThan(100);
  });
});

describe('tlsFailure', () => {
  it.each([
    ['CERT_HAS_EXPIRED', 'certificate-expired'],
    ['CERT_NOT_YET_VALID', 'certificate-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate-wrong-host'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate-self-signed'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate-unknown-authority'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate-unknown-authority'],
    ['CERT_REVOKED', 'certificate-refused'],
    ['CERT_SIGNATURE_FAILURE', 'certificate-refused'],
    ['INVALID_PURPOSE', 'certificate-refused'],
    ['EE_KEY_TOO_SMALL', 'certificate-refused'],
    ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'tls-too-old'],
    ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'tls-too-old'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'tls-failed'],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'tls-failed'],
    ['EPROTO', 'tls-failed'],
  ])('reads %s as %s', (code, expected) => {
    expect(tlsFailure(code)?.code).toBe(expected);
  });

  it.each(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET', ''])('says nothing of %j', (code) => {
    expect(tlsFailure(code)).toBeNull();
  });
});
