import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectFiles, ENTRIES } from '../../scripts/pack/collect-files.ts';
import { thisMachine } from '../../scripts/pack/package-extras.ts';
import { findPageFiles } from '../../scripts/pack/page-files.ts';
import { traceImports } from '../../scripts/pack/trace-imports.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-pack-parts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** A folder with these files. */
function plant(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

/** The least app that can be packed: every entry, a page and a manifest. */
const leastApp: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ENTRIES.map((path) => [path, ''])),
  'out/renderer/index.html': '<!doctype html>',
  'package.json': '{ "name": "least", "version": "1.0.0", "type": "module", "scripts": { "secret": "no" } }',
};

describe('collectFiles', () => {
  it('takes the entries, the page and a trimmed manifest of an app without packages', () => {
    const files = collectFiles(plant('least', leastApp), thisMachine);
    expect(files.map(({ path }) => path)).toEqual(Object.keys(leastApp).toSorted());
    expect(files.find(({ path }) => path === 'package.json')?.content.toString()).not.toContain('secret');
  });

  it('stops at an import that leads nowhere', () => {
    const root = plant('missing', { ...leastApp, 'out/main/cli.js': "import 'not-installed';" });
    expect(() => collectFiles(root, thisMachine)).toThrow('out/main/cli.js: not-installed');
  });

  it('stops at a package that looks for files beside itself until somebody says which', () => {
    const root = plant('beside', {
      ...leastApp,
      'out/main/cli.js': "import 'reader-of-files';",
      'node_modules/reader-of-files/package.json': '{ "name": "reader-of-files" }',
      'node_modules/reader-of-files/index.js': "require('fs').readFileSync(__dirname + '/table.dat');",
    });
    expect(() => collectFiles(root, thisMachine)).toThrow('node_modules/reader-of-files/index.js');
  });

  it('stops where native code for the target is not installed', () => {
    const root = plant('native', {
      ...leastApp,
      'out/main/cli.js': "import 'keytar';",
      'node_modules/keytar/package.json': '{ "name": "keytar" }',
      'node_modules/keytar/index.js': '',
    });
    expect(() => collectFiles(root, { platform: 'aix', arch: 'ppc64' })).toThrow('prebuilds/aix-ppc64/keytar.node');
  });

  it('stops at a map that the page names', () => {
    const root = plant('map', {
      ...leastApp,
      'out/renderer/index.html': '<script src="./assets/app-1.js"></script>',
      'out/renderer/assets/app-1.js': '//# sourceMappingURL=app-1.js.map',
      'out/renderer/assets/app-1.js.map': '{}',
    });
    expect(() => collectFiles(root, thisMachine)).toThrow('out/renderer/assets/app-1.js.map');
  });
});

describe('findPageFiles', () => {
  it('follows what pages, scripts and styles name, and nothing that only another page names', () => {
    const root = plant('page', {
      'index.html': '<script src="./assets/app-1.js"></script>',
      'gallery.html': '<script src="./assets/gallery-2.js"></script>',
      'assets/app-1.js': 'import("./part-3.js"); const deps = ["assets/part-4.css"];',
      'assets/gallery-2.js': 'import "./app-1.js";',
      'assets/part-3.js': '',
      'assets/part-4.css': '@font-face { src: url(./font-5.woff2); }',
      'assets/font-5.woff2': '',
    });
    expect(findPageFiles(root, 'index.html')).toEqual([
      'assets/app-1.js',
      'assets/font-5.woff2',
      'assets/part-3.js',
      'assets/part-4.css',
      'index.html',
    ]);
  });
});

describe('traceImports', () => {
  it('finds files as Node does: by conditions, patterns, main fields, endings and nesting', () => {
    const root = plant('trace', {
      'package.json': '{ "type": "module" }',
      'main.js': "import 'both'; import 'both/deep/x'; import 'old'; import './beside.cjs'; import 'node:fs';",
      'beside.cjs': "require('both'); require('./folder'); require('./data');",
      'folder/index.js': '',
      'data.json': '{}',
      'node_modules/both/package.json':
        '{ "exports": { ".": { "import": "./i.mjs", "require": "./r.cjs" }, "./deep/*": "./inner/*.cjs" } }',
      'node_modules/both/i.mjs': "import 'nested';",
      'node_modules/both/r.cjs': '',
      'node_modules/both/unused.cjs': '',
      'node_modules/both/inner/x.cjs': '',
      'node_modules/both/node_modules/nested/package.json': '{ "main": "lib/start" }',
      'node_modules/both/node_modules/nested/lib/start.js': '',
      'node_modules/old/package.json': '{}',
      'node_modules/old/index.js': "try { require('absent') } catch {}",
    });
    expect(traceImports(root, ['main.js'])).toEqual({
      files: [
        'beside.cjs',
        'data.json',
        'folder/index.js',
        'main.js',
        'node_modules/both/i.mjs',
        'node_modules/both/inner/x.cjs',
        'node_modules/both/node_modules/nested/lib/start.js',
        'node_modules/both/r.cjs',
        'node_modules/old/index.js',
      ],
      lookingBeside: [],
      missing: ['node_modules/old/index.js: absent'],
    });
  });
});
