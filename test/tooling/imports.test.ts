import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkImports, formatViolation } from '../../scripts/check-imports/check-imports.ts';
import { findCycles } from '../../scripts/check-imports/find-cycles.ts';
import { readImports } from '../../scripts/check-imports/read-imports.ts';
import type { SourceFile } from '../../scripts/check-imports/read-imports.ts';
import { readTree } from '../../scripts/check-imports/read-tree.ts';
import { importRows } from '../../scripts/check-imports/table.ts';

type PlantedTree = Readonly<Record<string, string>>;

function read(tree: PlantedTree): readonly SourceFile[] {
  return Object.entries(tree).map(([path, source]) => readImports(path, source));
}

function check(tree: PlantedTree): readonly string[] {
  return checkImports(read(tree)).map(formatViolation);
}

function cyclesOf(tree: PlantedTree): readonly (readonly string[])[] {
  return findCycles(read(tree));
}

interface Planted {
  readonly row: string;
  readonly file: string;
  readonly specifier: string;
}

/** For each row at least one import that the architecture's "never" column, or its silence, forbids. */
const plantedImports: readonly Planted[] = [
  {
    row: 'shared/contract/names, desktop-bridge, model, errors, lib',
    file: 'shared/contract/names.ts',
    specifier: 'zod',
  },
  {
    row: 'shared/contract/names, desktop-bridge, model, errors, lib',
    file: 'shared/model/record.ts',
    specifier: 'zod',
  },
  {
    row: 'shared/contract/names, desktop-bridge, model, errors, lib',
    file: 'shared/lib/text.ts',
    specifier: 'node:path',
  },
  { row: 'shared', file: 'shared/contract/audits.ts', specifier: '../../main/rpc/serve.ts' },
  { row: 'shared', file: 'shared/messages/en.ts', specifier: 'react' },
  { row: 'preload', file: 'preload/index.ts', specifier: '../shared/contract/index.ts' },
  { row: 'preload', file: 'preload/index.ts', specifier: '../main/platform/log.ts' },
  { row: 'preload', file: 'preload/index.ts', specifier: '../renderer/api/client.ts' },
  { row: 'preload', file: 'preload/index.ts', specifier: 'node:fs' },
  { row: 'renderer/app', file: 'renderer/app/entry.tsx', specifier: '../../main/workspace.ts' },
  { row: 'renderer/app', file: 'renderer/app/entry.tsx', specifier: '../../preload/index.ts' },
  { row: 'renderer/app', file: 'renderer/app/entry.tsx', specifier: 'electron' },
  { row: 'renderer/app', file: 'renderer/app/entry.tsx', specifier: 'node:path' },
  { row: 'renderer/app', file: 'renderer/app/entry.tsx', specifier: 'commander' },
  { row: 'renderer/app', file: 'renderer/app/entry.tsx', specifier: '../gallery/entry.tsx' },
  { row: 'renderer/gallery', file: 'renderer/gallery/entry.tsx', specifier: '../../main/workspace.ts' },
  { row: 'renderer/features/x', file: 'renderer/features/audits/screen.tsx', specifier: '../outbox/screen.tsx' },
  { row: 'renderer/features/x', file: 'renderer/features/audits/screen.tsx', specifier: '../../app/shell.tsx' },
  { row: 'renderer/api', file: 'renderer/api/client.ts', specifier: '../features/audits/queries.ts' },
  { row: 'renderer/api', file: 'renderer/api/client.ts', specifier: '../app/routes.ts' },
  { row: 'renderer/api', file: 'renderer/api/client.ts', specifier: '../ui/toast.tsx' },
  { row: 'renderer/ui', file: 'renderer/ui/button.tsx', specifier: '../../shared/model/record.ts' },
  { row: 'renderer/ui', file: 'renderer/ui/button.tsx', specifier: '../api/client.ts' },
  { row: 'renderer/ui', file: 'renderer/ui/button.tsx', specifier: '../features/audits/screen.tsx' },
  { row: 'renderer/lib', file: 'renderer/lib/words.ts', specifier: '../../shared/model/record.ts' },
  { row: 'renderer/lib', file: 'renderer/lib/words.ts', specifier: '../ui/button.tsx' },
  { row: 'renderer/styles', file: 'renderer/styles/tokens.ts', specifier: '../ui/button.tsx' },
  { row: 'main/index, cli', file: 'main/index.ts', specifier: '../renderer/app/entry.tsx' },
  { row: 'main/page', file: 'main/page/page-files.ts', specifier: '../store/open.ts' },
  { row: 'main/page', file: 'main/page/page-files.ts', specifier: 'electron' },
  { row: 'main/index, cli', file: 'main/cli.ts', specifier: './store/open.ts' },
  { row: 'main/index, cli', file: 'main/index.ts', specifier: 'electron' },
  {
    row: 'main/workspace, vendor-definitions, writer, reader',
    file: 'main/workspace.ts',
    specifier: './serve/serve.ts',
  },
  {
    row: 'main/workspace, vendor-definitions, writer, reader',
    file: 'main/reader.ts',
    specifier: './desktop/window.ts',
  },
  {
    row: 'main/workspace, vendor-definitions, writer, reader',
    file: 'main/writer.ts',
    specifier: '../sandbox/server.ts',
  },
  { row: 'main/workspace, vendor-definitions, writer, reader', file: 'main/workspace.ts', specifier: './sandbox.ts' },
  { row: 'main/sandbox', file: 'main/sandbox.ts', specifier: './vendors/core/interpreter.ts' },
  { row: 'main/sandbox', file: 'main/sandbox-server.ts', specifier: './store/open.ts' },
  { row: 'main/desktop', file: 'main/desktop/window.ts', specifier: '../vendors/core/interpreter.ts' },
  { row: 'main/desktop', file: 'main/desktop/window.ts', specifier: '../store/open.ts' },
  { row: 'main/serve', file: 'main/serve/serve.ts', specifier: '../sync/run-pull.ts' },
  { row: 'main/serve', file: 'main/serve/serve.ts', specifier: '@hono/node-server' },
  { row: 'main/cli', file: 'main/cli/records.ts', specifier: '../store/open.ts' },
  { row: 'main/cli', file: 'main/cli/records.ts', specifier: 'electron' },
  { row: 'main/rpc', file: 'main/rpc/handlers.ts', specifier: '../vendors/core/interpreter.ts' },
  { row: 'main/rpc', file: 'main/rpc/handlers.ts', specifier: '../store/open.ts' },
  { row: 'main/rpc', file: 'main/rpc/handlers.ts', specifier: '../sync/run-pull.ts' },
  { row: 'main/rpc', file: 'main/rpc/handlers.ts', specifier: 'ws' },
  { row: 'main/services', file: 'main/services/audits.ts', specifier: '../rpc/handlers.ts' },
  { row: 'main/services', file: 'main/services/audits.ts', specifier: '../cli/records.ts' },
  { row: 'main/services', file: 'main/services/audits.ts', specifier: '../vendors/monitorqa/client.ts' },
  { row: 'main/services', file: 'main/services/audits.ts', specifier: 'zod' },
  { row: 'main/network', file: 'main/network/network.ts', specifier: '../vendors/core/origin.ts' },
  { row: 'main/network', file: 'main/network/network.ts', specifier: '../credentials/keychain.ts' },
  { row: 'main/network', file: 'main/network/network.ts', specifier: 'electron' },
  { row: 'main/sync', file: 'main/sync/run-pull.ts', specifier: '../vendors/monitorqa/client.ts' },
  { row: 'main/sync', file: 'main/sync/run-pull.ts', specifier: '../services/audits.ts' },
  { row: 'main/vendors/x', file: 'main/vendors/conqa/client.ts', specifier: '../monitorqa/schemas.ts' },
  { row: 'main/vendors/x', file: 'main/vendors/conqa/client.ts', specifier: '../../store/open.ts' },
  { row: 'main/vendors/x', file: 'main/vendors/conqa/client.ts', specifier: '../../credentials/keychain.ts' },
  { row: 'main/vendors/x', file: 'main/vendors/conqa/client.ts', specifier: 'ky' },
  { row: 'main/vendors/core', file: 'main/vendors/core/lanes.ts', specifier: '../monitorqa/operations.ts' },
  { row: 'main/vendors/core', file: 'main/vendors/core/lanes.ts', specifier: '../../store/open.ts' },
  { row: 'main/store', file: 'main/store/open.ts', specifier: '../services/audits.ts' },
  { row: 'main/store', file: 'main/store/open.ts', specifier: '../vendors/core/interpreter.ts' },
  { row: 'main/files', file: 'main/files/download.ts', specifier: '../store/open.ts' },
  { row: 'main/files', file: 'main/files/download.ts', specifier: '../loopback/listen.ts' },
  { row: 'main/credentials', file: 'main/credentials/keychain.ts', specifier: '../files/download.ts' },
  { row: 'main/credentials', file: 'main/credentials/keychain.ts', specifier: '../vendors/core/interpreter.ts' },
  { row: 'main/loopback', file: 'main/loopback/listen.ts', specifier: '../credentials/keychain.ts' },
  { row: 'main/sign-in', file: 'main/sign-in/token-keeper.ts', specifier: '../vendors/aconex/oauth.ts' },
  { row: 'main/sign-in', file: 'main/sign-in/token-keeper.ts', specifier: '../store/open.ts' },
  { row: 'main/platform', file: 'main/platform/log.ts', specifier: '../../shared/model/record.ts' },
  { row: 'main/platform', file: 'main/platform/log.ts', specifier: '../store/open.ts' },
  { row: 'sandbox', file: 'sandbox/server.ts', specifier: '../main/vendors/monitorqa/schemas.ts' },
  { row: 'sandbox', file: 'sandbox/server.ts', specifier: '../renderer/lib/words.ts' },
  { row: 'sandbox', file: 'sandbox/server.ts', specifier: '../shared/contract/index.ts' },
];

/** Every package with a home of its own, and a file elsewhere that reaches for it. */
const plantedPackages: readonly (readonly [file: string, specifier: string])[] = [
  ['main/serve/serve.ts', 'electron'],
  ['main/services/audits.ts', 'better-sqlite3'],
  ['main/services/audits.ts', 'keytar'],
  ['main/services/audits.ts', 'ky'],
  ['main/sync/run-pull.ts', 'undici'],
  ['main/vendors/monitorqa/map.ts', 'fast-xml-parser'],
  ['main/serve/serve.ts', 'hono/cors'],
  ['main/services/reports.ts', 'pdfkit'],
  ['main/services/audits.ts', 'react'],
  ['main/sync/run-pull.ts', 'p-queue'],
];

describe('checkImports', () => {
  it.each(plantedImports)('row "$row": $file may not import $specifier', ({ row, file, specifier }) => {
    const violations = check({ [file]: `\nimport { thing } from '${specifier}';\nthing();\n` });
    expect(violations).toHaveLength(1);
    expect(violations[0]).toContain(`src/${file}:2 imports`);
    expect(violations[0]).toContain(`'${specifier}'`);
    expect(violations[0]).toContain(`row "${row}"`);
  });

  it('has a planted violation for every row of the table', () => {
    const planted = new Set(plantedImports.map(({ row }) => row));
    expect(importRows.map((row) => row.from).filter((from) => !planted.has(from))).toEqual([]);
  });

  it.each(plantedPackages)('%s may not import the package %s, which has its home elsewhere', (file, specifier) => {
    const violations = check({ [file]: `import thing from '${specifier}';\nthing();\n` });
    expect(violations).toEqual([expect.stringContaining(`src/${file}:1 imports the package '${specifier}'`)]);
  });

  it.each([
    ['a type import', `import type { Thing } from '../store/open.ts';`],
    ['a re-export', `export const own = 1;\nexport { thing } from '../store/open.ts';`],
    ['a re-export of everything', `export const own = 1;\nexport * from '../store/open.ts';`],
    ['import()', `export const load = () => import('../store/open.ts');`],
    ['a type of a module', `export type Thing = import('../store/open.ts').Thing;`],
    ['an import for its effect', `import '../store/open.ts';`],
    ['require', `export const thing = require('../store/open.ts');`],
    ['import.meta.resolve', `export const where = import.meta.resolve('../store/open.ts');`],
  ])('counts %s as an import', (_form, source) => {
    expect(check({ 'main/rpc/handlers.ts': source })).toEqual([expect.stringContaining(`row "main/rpc"`)]);
  });

  it.each([
    ['import()', 'export const load = (name: string) => import(`./${name}.ts`);'],
    ['import.meta.glob', `export const all = import.meta.glob('../features/*/index.ts');`],
  ])('refuses %s of a computed path, which it could not check', (_form, source) => {
    expect(check({ 'renderer/lib/load.ts': source })).toEqual([expect.stringContaining('imports a computed path')]);
  });

  it('lets the preload import the model for its types only', () => {
    expect(check({ 'preload/index.ts': `import type { Id } from '../shared/model/ids.ts';` })).toEqual([]);
    expect(check({ 'preload/index.ts': `import { id } from '../shared/model/ids.ts';` })).toEqual([
      expect.stringContaining('for types only'),
    ]);
  });

  it('lets a feature import itself but not its neighbour', () => {
    const file = 'renderer/features/audits/parts/row.tsx';
    expect(check({ [file]: `import { key } from '../queries.ts';` })).toEqual([]);
    expect(check({ [file]: `import { key } from '../../outbox/queries.ts';` })).toHaveLength(1);
  });

  it('lets packages that no row names into the hosts, services, files and loopback', () => {
    const source = `import thing from 'some-new-package';`;
    for (const folder of ['desktop', 'serve', 'cli', 'services', 'files', 'loopback']) {
      expect(check({ [`main/${folder}/some.ts`]: source })).toEqual([]);
    }
  });

  it('lets only one file import keytar', () => {
    const source = `const { default: keytar } = await import('keytar');\nexport { keytar };`;
    expect(check({ 'main/credentials/keychain.ts': source })).toEqual([]);
    expect(check({ 'main/credentials/keychain.ts': source, 'main/credentials/other.ts': source })).toEqual([
      expect.stringContaining('src/main/credentials/other.ts:1 imports the package'),
    ]);
  });

  it('lets only hosts and entries make the address of a worker', () => {
    const source = `export const worker = new URL('./reader.ts', import.meta.url);`;
    expect(check({ 'main/cli.ts': source })).toEqual([]);
    expect(check({ 'main/services/audits.ts': source })).toEqual([
      expect.stringContaining("names the worker './reader"),
    ]);
  });

  it('keeps tests and scripts out of the product', () => {
    for (const specifier of ['../../../test/support/clock.ts', '../../../scripts/check.ts']) {
      expect(check({ 'main/services/audits.ts': `import { x } from '${specifier}';` })).toEqual([
        expect.stringContaining('lies outside src'),
      ]);
    }
  });

  it.each(['./open', './open.js', '../store'])('wants the extension of the source file: %s', (specifier) => {
    expect(check({ 'main/store/records.ts': `import { open } from '${specifier}';` })).toEqual([
      expect.stringContaining('without the extension'),
    ]);
  });

  it('wants Node modules written with node:', () => {
    expect(check({ 'main/store/open.ts': `import { join } from 'path';` })).toEqual([
      expect.stringContaining('write node:path'),
    ]);
  });

  it.each([`export * from './open.ts';`, `import { open } from './open.ts';\nexport { open };`])(
    'refuses a barrel file: %s',
    (source) => {
      expect(check({ 'main/store/index.ts': source })).toEqual([expect.stringContaining('barrel file')]);
    },
  );

  it("allows re-exports in the contract's index and in a vendor table that is a folder", () => {
    const source = `export * from './audits.ts';`;
    expect(check({ 'shared/contract/index.ts': source })).toEqual([]);
    expect(check({ 'main/vendors/monitorqa/operations/index.ts': source })).toEqual([]);
    expect(check({ 'main/vendors/monitorqa/index.ts': source })).toEqual([expect.stringContaining('barrel file')]);
  });

  it('refuses a file that no row speaks for', () => {
    expect(check({ 'main/helpers/misc.ts': 'export const x = 1;' })).toEqual([
      expect.stringContaining('belongs to no row'),
    ]);
  });

  it('reports a file that does not parse', () => {
    expect(check({ 'main/store/open.ts': 'export const = 1;' })).toEqual([expect.stringContaining('does not parse')]);
  });

  it('finds nothing wrong in this repository', async () => {
    const files = await readTree(resolve(import.meta.dirname, '../../src'));
    expect(files.length).toBeGreaterThan(0);
    expect(checkImports(files).map(formatViolation)).toEqual([]);
  });
});

describe('findCycles', () => {
  it('shows a cycle through several files once, in order of import', () => {
    const cycles = cyclesOf({
      'main/store/a.ts': `import './b.ts';`,
      'main/store/b.ts': `import type { C } from './c.ts';`,
      'main/store/c.ts': `import './a.ts';`,
      'main/store/d.ts': `import './a.ts';`,
    });
    expect(cycles).toEqual([['main/store/a.ts', 'main/store/b.ts', 'main/store/c.ts', 'main/store/a.ts']]);
  });

  it('finds none where two files share a third', () => {
    const cycles = cyclesOf({
      'main/store/a.ts': `import './b.ts';\nimport './c.ts';`,
      'main/store/b.ts': `import './c.ts';`,
      'main/store/c.ts': `export const c = 1;`,
    });
    expect(cycles).toEqual([]);
  });

  it('finds a file that imports itself', () => {
    expect(cyclesOf({ 'main/store/a.ts': `import './a.ts';` })).toEqual([['main/store/a.ts', 'main/store/a.ts']]);
  });
});
