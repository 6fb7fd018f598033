import type { PackedFile } from './collect-files.ts';
import type { PackedApp } from './pack-app.ts';
import type { PackTarget } from './package-extras.ts';

/** A size for a person: `1.2 MB`, `34 kB`; thousands, as file managers count. */
export const formatSize = (bytes: number): string =>
  bytes < 999_500 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

const COUNTED = /^(?:out\/[^/]+|(?:node_modules\/(?:@[^/]+\/)?[^/]+))/;

/**
 * The parts of a package, largest first: a built folder, a package with what is nested in it, native code by itself. Sizes
 * in bytes.
 */
export function sizesByPart(files: readonly PackedFile[]): readonly (readonly [part: string, size: number])[] {
  const sizes = new Map<string, number>();
  for (const { path, content, unpacked } of files) {
    const part = unpacked ? path : (COUNTED.exec(path)?.[0] ?? path);
    sizes.set(part, (sizes.get(part) ?? 0) + content.length);
  }
  return [...sizes].toSorted(([, left], [, right]) => right - left);
}

/** How many parts are named one by one. */
const NAMED_PARTS = 8;

/** The lines that `npm run pack:asar` prints. */
export function describeSizes(
  { size, unpackedSize, integrity, files }: PackedApp,
  target: PackTarget,
): readonly string[] {
  const parts = sizesByPart(files);
  const rest = parts.slice(NAMED_PARTS);
  const restSize = rest.reduce((sum, [, partSize]) => sum + partSize, 0);
  const rows = [
    ...parts.slice(0, NAMED_PARTS),
    ...(rest.length > 0 ? [[`${rest.length} more`, restSize] as const] : []),
  ].map(([part, partSize]) => `  ${formatSize(partSize).padStart(8)}  ${part}`);
  const whole = `${formatSize(size + unpackedSize)}: ${formatSize(size)} packed, ${formatSize(unpackedSize)} beside it`;
  return [
    `app.asar for ${target.platform}-${target.arch}, ${files.length} files, without Electron`,
    `  ${whole}`,
    ...rows,
    `  ${integrity.algorithm} of the header: ${integrity.hash}`,
  ];
}
