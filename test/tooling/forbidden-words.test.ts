import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../scripts/lib/repository.ts';

interface ForbiddenWord {
  readonly what: string;
  readonly pattern: RegExp;
  /** Files that may hold it. */
  readonly except?: readonly string[];
}

/** What must stand nowhere in the product, or in one place only. Each has a line that must be caught. */
const forbidden: readonly (ForbiddenWord & { readonly caught: string })[] = [
  {
    what: 'a second way in from the page: every message goes through one factory (Electron point 17)',
    pattern: /\bipcMain\b/,
    except: ['src/main/desktop/ipc.ts'],
    caught: "ipcMain.handle('x', () => undefined);",
  },
  {
    what: 'listening to a page past that factory',
    pattern: /\.ipc\.(?:on|once|handle|handleOnce|addListener)\(/,
    caught: 'contents.ipc.handle(channel, handler);',
  },
  {
    what: 'a page from the file system (Electron point 18)',
    pattern: /\bloadFile\b|['"`]file:\/\//,
    caught: 'window.loadURL(`file://${path}`);',
  },
  {
    what: 'a process without its sandbox (Electron point 4)',
    pattern: /['"`](?:--)?no-sandbox['"`]|\bsandbox: false\b/,
    caught: "app.commandLine.appendSwitch('no-sandbox');",
  },
  {
    what: 'a weaker window (Electron points 2, 3, 6, 8)',
    pattern:
      /\b(?:contextIsolation|webSecurity): false\b|\b(?:nodeIntegration\w*|webviewTag|allowRunningInsecureContent|experimentalFeatures): true\b|\benableBlinkFeatures\b/,
    caught: 'const preferences = { nodeIntegrationInWorker: true };',
  },
  {
    what: 'a certificate that is not checked (N-4)',
    pattern:
      /\brejectUnauthorized: false\b|NODE_TLS_REJECT_UNAUTHORIZED['"]?\]?\s*=[^=]|ignore-certificate-errors|\bsetCertificateVerifyProc\b/,
    caught: "process.env['NODE_TLS_REJECT_UNAUTHORIZED'] = '0';",
  },
  {
    what: 'an update that is not checked (B-6)',
    pattern: /\bverifyUpdateCodeSignature: false\b/,
    caught: 'verifyUpdateCodeSignature: false,',
  },
];

const source = join(repositoryRoot, 'src');
const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(?:ts|tsx|html)$/.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .map((path) => ({
    path: relative(repositoryRoot, path).split(sep).join('/'),
    lines: readFileSync(path, 'utf8').split('\n'),
  }));

/** Comments may name what is forbidden, to say why. */
const isComment = (line: string): boolean => /^\s*(?:\/\/|\/?\*)/.test(line);

describe('the sources', () => {
  it.each(forbidden)('hold nowhere $what', ({ pattern, except = [], caught }) => {
    const found = files
      .filter(({ path }) => !except.includes(path))
      .flatMap(({ path, lines }) =>
        lines.flatMap((line, index) => (!isComment(line) && pattern.test(line) ? [`${path}:${index + 1}`] : [])),
      );
    expect(pattern.test(caught)).toBe(true);
    expect(found).toEqual([]);
  });

  it('hold what may stand in one file only, there', () => {
    for (const path of forbidden.flatMap(({ except = [] }) => except)) {
      expect(files.map((file) => file.path)).toContain(path);
    }
    expect(files.length).toBeGreaterThan(200);
  });
});
