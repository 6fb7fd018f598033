import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cacheFolder, repositoryRoot, toolScript } from '../../scripts/lib/repository.ts';
import { runScript } from '../../scripts/lib/run-command.ts';

let folder = '';

beforeAll(() => {
  mkdirSync(cacheFolder, { recursive: true });
  folder = mkdtempSync(join(cacheFolder, 'runtimes-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Checks one line of source with the settings of a runtime's project and returns the compiler's complaints. */
async function complaints(project: string, source: string): Promise<string> {
  writeFileSync(join(folder, 'planted.ts'), `export const planted: unknown = ${source};\n`);
  writeFileSync(
    join(folder, 'tsconfig.json'),
    JSON.stringify({
      extends: join(repositoryRoot, project),
      compilerOptions: { composite: false, emitDeclarationOnly: false, declaration: false, noEmit: true },
      references: [],
      include: [],
      files: ['planted.ts'],
    }),
  );
  return (await runScript(toolScript('typescript', 'tsc'), ['-p', folder])).output;
}

describe('the type projects', () => {
  it.each([
    ['tsconfig.shared.json', 'process.cwd()', 'process'],
    ['tsconfig.shared.json', 'document.title', 'document'],
    ['tsconfig.shared.json', 'setTimeout(() => {}, 1)', 'setTimeout'],
    ['tsconfig.node.json', 'document.title', 'document'],
    ['tsconfig.web.json', 'process.cwd()', 'process'],
  ])('%s does not know %s', async (project, source, name) => {
    expect(await complaints(project, source)).toContain(`Cannot find name '${name}'`);
  });

  it.each([
    ['tsconfig.node.json', 'process.cwd()'],
    ['tsconfig.web.json', 'document.title'],
    ['tsconfig.page-tests.json', '[process.cwd(), document.title]'],
  ])('%s knows %s', async (project, source) => {
    expect(await complaints(project, source)).toBe('');
  });
});
