import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diskError } from '../platform/disk-error.ts';
import { readAuthority, type Authority } from './authority-file.ts';

/** Copies of the authorities a person added, one file each, named by its fingerprint. */
export interface AuthorityFolder {
  /** Those of `fingerprints` that are there and unchanged; a file that was tampered with counts as gone. */
  readonly read: (fingerprints: readonly string[]) => Promise<readonly Authority[]>;
  /** Throws AppError `disk-…`. */
  readonly keep: (authority: Authority) => Promise<void>;
  /** It is no error when there was none. Throws AppError `disk-…`. */
  readonly remove: (fingerprint: string) => Promise<void>;
}

const isFingerprint = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** The folder of a workspace's own authorities; it is made when the first is kept. Files are the person's alone. */
export function createAuthorityFolder(folder: string): AuthorityFolder {
  const pathOf = (fingerprint: string): string => join(folder, `${fingerprint}.pem`);

  const readOne = async (fingerprint: string): Promise<readonly Authority[]> => {
    try {
      const authority = readAuthority(await readFile(pathOf(fingerprint), 'utf8'));
      return authority.fingerprint === fingerprint ? [authority] : [];
    } catch {
      return [];
    }
  };

  return {
    read: async (fingerprints) => (await Promise.all(fingerprints.filter(isFingerprint).map(readOne))).flat(),
    keep: async ({ fingerprint, pem }) => {
      const path = pathOf(fingerprint);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await writeFile(`${path}.part`, pem, { mode: 0o600, flush: true });
        await rename(`${path}.part`, path);
      } catch (thrown) {
        throw diskError(thrown);
      }
    },
    remove: async (fingerprint) => {
      if (!isFingerprint(fingerprint)) return;
      try {
        await rm(pathOf(fingerprint), { force: true });
      } catch (thrown) {
        throw diskError(thrown);
      }
    },
  };
}
