import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll, getRawHeader, listPackage } from '@electron/asar';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { runScript } from '../../scripts/lib/run-command.ts';
import { ENTRIES } from '../../scripts/pack/collect-files.ts';
import { describeSizes } from '../../scripts/pack/describe-sizes.ts';
import { packApp, type PackedApp } from '../../scripts/pack/pack-app.ts';
import { thisMachine } from '../../scripts/pack/package-extras.ts';
import { traceImports } from '../../scripts/pack/trace-imports.ts';
import { build, needsBuild } from '../../scripts/start/build.ts';
import { firstLine } from '../support/run-cli.ts';

/** Packed and beside it together, in bytes; a part that doubles the download is to be noticed. */
const SIZE_BOUND = 20_000_000;

let folder: string;
let packed: PackedApp;
/** The archive taken apart, far from any other node_modules. */
let extracted: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-pack-'));
  if (needsBuild()) {
    const { code, output } = await build();
    if (code !== 0) throw new Error(output);
  }
  packed = await packApp(repositoryRoot, join(folder, 'app.asar'), thisMachine);
  extracted = join(folder, 'extracted');
  extractAll(packed.path, extracted);
}, 120_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

const paths = (): readonly string[] => packed.files.map(({ path }) => path);

describe('the packed app', () => {
  it('holds every file that its own code and its packages import', () => {
    const { files, missing } = traceImports(extracted, ENTRIES);
    expect(missing.map((text) => text.split(': ')[1])).toEqual(['bufferutil', 'utf-8-validate']);
    expect(files.filter((path) => path.startsWith('..'))).toEqual([]);
    expect(files).toContain('node_modules/undici/index.js');
  });

  it('keeps native code beside the archive, for this system alone', () => {
    const native = paths().filter((path) => path.endsWith('.node'));
    const { platform, arch } = thisMachine;
    expect(native).toEqual([
      `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`,
      `node_modules/keytar/prebuilds/${platform}-${arch}/keytar.node`,
    ]);
    for (const path of native) expect(existsSync(join(`${packed.path}.unpacked`, path))).toBe(true);
    expect(packed.files.filter(({ unpacked }) => unpacked).map(({ path }) => path)).toEqual(native);
    const beside = readdirSync(`${packed.path}.unpacked`, { recursive: true, withFileTypes: true });
    expect(beside.filter((entry) => entry.isFile())).toHaveLength(native.length);
  });

  it('holds neither source, tests, scripts, types, maps nor the documents of packages', () => {
    const unwanted =
      /(?:^|\/)(?:src\/.*\.tsx?|tests?|scripts|docs|examples?|bench)\/|\.(?:ts|map|tsbuildinfo)$|readme|changelog/i;
    expect(paths().filter((path) => unwanted.test(path))).toEqual([]);
    expect(paths()).not.toContain('package-lock.json');
  });

  it('holds nothing that looks like a secret', () => {
    const names = /(?:^|\/)(?:\.|id_)|secret|token|credential|\.(?:pem|key|p12|pfx|crt)$/i;
    // The ends of the app's own chunk names are hashes; what stands before them is a source file's name.
    expect(paths().filter((path) => names.test(path))).toEqual([]);
    const texts = packed.files.filter(({ content }) =>
      /-----BEGIN [A-Z ]*PRIVATE KEY-----\r?\n/.test(content.toString('latin1')),
    );
    expect(texts.map(({ path }) => path)).toEqual([]);
  });

  it('leaves out the page that shows every part in every state', () => {
    expect(existsSync(join(repositoryRoot, 'out/renderer/gallery.html'))).toBe(true);
    expect(paths().filter((path) => path.includes('gallery'))).toEqual([]);
    const page = paths().filter((path) => path.startsWith('out/renderer/'));
    expect(page).toContain('out/renderer/index.html');
    expect(page.some((path) => path.includes('/pdf.worker'))).toBe(true);
  });

  it('carries a manifest of what Electron and the app read, and no more', () => {
    const manifest = JSON.parse(readFileSync(join(extracted, 'package.json'), 'utf8')) as Record<string, unknown>;
    expect(manifest).toMatchObject({ name: 'plumbline', type: 'module', main: './out/main/index.js' });
    expect(manifest).not.toHaveProperty('dependencies');
    expect(manifest).not.toHaveProperty('scripts');
  });

  it('carries the licence of every package it holds, where that has one', () => {
    const packages = new Set(
      paths().flatMap((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? []),
    );
    const without = [...packages].filter(
      (name) => !paths().some((path) => path.startsWith(`${name}/`) && /\/licen[cs]e/i.test(path)),
    );
    // Published without the text; their manifests, which travel with them, name the licence.
    expect(without.filter((name) => !/\/(?:fontkit|brotli|dfa|@nodable\/entities)$/.test(name))).toEqual([]);
  });

  it('notes the hash of the header, which holds the hash of every file', () => {
    const { headerString } = getRawHeader(packed.path);
    const noted = JSON.parse(readFileSync(`${packed.path}.integrity.json`, 'utf8')) as unknown;
    const hash = createHash('sha256').update(headerString).digest('hex');
    expect(noted).toEqual({ algorithm: 'SHA256', hash });
    expect(headerString.match(/"integrity"/g)).toHaveLength(packed.files.length);
  });

  it('is the same bytes when it is made again', async () => {
    const again = await packApp(repositoryRoot, join(folder, 'again.asar'), thisMachine);
    expect(readFileSync(again.path).equals(readFileSync(packed.path))).toBe(true);
  });

  it('is no larger than it may be', () => {
    expect(packed.size + packed.unpackedSize).toBeLessThan(SIZE_BOUND);
    expect(listPackage(packed.path, { isPack: false }).length).toBeGreaterThan(packed.files.length);
    expect(describeSizes(packed, thisMachine)[2]).toMatch(/out\/renderer$/);
  });
});

describe('the packed app, taken out and started', { timeout: 60_000 }, () => {
  const cli = () => join(extracted, 'out/main/cli.js');
  const environment = { PLUMBLINE_KEYCHAIN: 'none' };

  it('says its version', async () => {
    const { code, output } = await runScript(cli(), ['--version']);
    const { version } = JSON.parse(readFileSync(join(repositoryRoot, 'package.json'), 'utf8')) as { version: string };
    expect([code, output.trim()]).toEqual([0, version]);
  });

  it('reads a list of the sample vendor and its report as PDF: network, databases and PDF writer are all there', async () => {
    const common = ['--connection', 'sample-monitorqa', '--sample', '--data', join(folder, 'data'), '--json'];
    const call = (operation: string, params: unknown, ...more: string[]) =>
      runScript(cli(), ['call', operation, ...common, '--params', JSON.stringify(params), ...more], { environment });
    const listed = await call('monitorqa.listCompleteAudits', { query: { pageNumber: 1, pageSize: 1 } });
    const { data } = JSON.parse(listed.output) as { data: { data: readonly { id: string }[] } };
    const auditId = data.data[0]?.id;
    const out = join(folder, 'report.pdf');
    const saved = await call('monitorqa.getAuditReportPdf', { path: { auditId } }, '--out', out);
    expect([listed.code, saved.code]).toEqual([0, 0]);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('serves its page with everything that the page names', async () => {
    const child = spawn(process.execPath, [cli(), 'serve', '--json', '--data', join(folder, 'served')], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const { url } = JSON.parse(await firstLine(child)) as { url: string };
      const html = await (await fetch(url)).text();
      const assets = [...html.matchAll(/(?:src|href)="(\.\/[^"]+)"/g)].map(([, path]) => path ?? '');
      expect(assets.length).toBeGreaterThan(1);
      for (const path of assets) {
        const answer = await fetch(new URL(path, url), { headers: { 'sec-fetch-site': 'same-origin' } });
        expect([path, answer.status]).toEqual([path, 200]);
      }
    } finally {
      const closed = new Promise((resolve) => child.once('close', resolve));
      child.kill();
      await closed;
    }
  });
});
