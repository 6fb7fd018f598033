import { dirname, extname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The three kinds of worker by their entry files. */
export interface WorkerUrls {
  readonly writer: URL;
  readonly reader: URL;
  readonly sandbox: URL;
}

/** Where an entry finds what belongs to it. */
export interface HostPaths {
  readonly workers: WorkerUrls;
  /** Folder of the built page. */
  readonly page: string;
  readonly preload: string;
  readonly manifest: string;
}

/**
 * Paths from an entry's own address, the same for `src/main/cli.ts` (run as it is) and `out/main/cli.js` (built):
 * workers lie beside it with its own ending, the page in `out/renderer`.
 */
export function hostPaths(entry: string): HostPaths {
  const file = fileURLToPath(entry);
  const folder = dirname(file);
  const root = join(folder, '..', '..');
  const worker = (name: string): URL => pathToFileURL(join(folder, `${name}${extname(file)}`));
  return {
    workers: { writer: worker('writer'), reader: worker('reader'), sandbox: worker('sandbox') },
    page: join(root, 'out', 'renderer'),
    preload: join(root, 'out', 'preload', 'index.cjs'),
    manifest: join(root, 'package.json'),
  };
}
