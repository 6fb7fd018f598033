import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { formatSize, sizesByPart } from '../../scripts/pack/describe-sizes.ts';
import { packApp } from '../../scripts/pack/pack-app.ts';
import { thisMachine } from '../../scripts/pack/package-extras.ts';
import { benchFolder } from './caches.ts';
import type { Table } from './figure.ts';

const NAMED_PARTS = 6;

/** The size of what is packed for this machine, without Electron, and of its largest parts. */
export async function measurePacked(): Promise<Table> {
  const folder = await mkdtemp(join(benchFolder, 'packed-'));
  try {
    const packed = await packApp(repositoryRoot, join(folder, 'app.asar'), thisMachine);
    return {
      title: `packed for ${thisMachine.platform}-${thisMachine.arch}, without Electron: ${packed.files.length} files`,
      lines: [
        { what: 'app.asar', figures: { size: formatSize(packed.size) } },
        { what: 'native code beside it', figures: { size: formatSize(packed.unpackedSize) } },
        ...sizesByPart(packed.files)
          .slice(0, NAMED_PARTS)
          .map(([part, size]) => ({ what: `  ${part}`, figures: { size: formatSize(size) } })),
      ],
      notes: [`The header’s ${packed.integrity.algorithm}: ${packed.integrity.hash}`],
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
