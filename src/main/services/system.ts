import { copyFile, rename, rm } from 'node:fs/promises';
import { AppError } from '../../shared/errors/app-error.ts';
import type { FileId } from '../../shared/model/ids.ts';
import { safeName } from '../files/file-names.ts';
import { diskError } from '../platform/disk-error.ts';
import type { Random } from '../platform/random.ts';
import type { SystemPort, SystemTheme } from '../platform/system-port.ts';
import { externalLink } from './external-link.ts';

/** What a person asks of the system around the app. Every part throws AppError `not-offered-here` where there is none. */
export interface SystemService {
  /** Throws AppError `link-refused` for an address of nobody we know. */
  readonly openLink: (url: string) => Promise<void>;
  /** Throws AppError `not-found`. */
  readonly revealFile: (id: FileId) => Promise<void>;
  /** Puts a copy of a kept file where the person says; the copy is whole or not there. Throws AppError `disk-…`. */
  readonly saveFile: (id: FileId, name: string) => Promise<{ readonly path: string | null }>;
  readonly chooseFolder: () => Promise<{ readonly path: string | null }>;
  readonly print: () => Promise<void>;
  readonly setTheme: (theme: SystemTheme) => void;
  readonly takeCommands: () => { readonly commands: readonly string[] };
}

interface SystemParts {
  readonly port: SystemPort | undefined;
  /** Where a kept file lies. Throws AppError `not-found`. */
  readonly served: (id: FileId) => Promise<{ readonly path: string }>;
  readonly random: Random;
  /** Hosts that links may lead to. */
  readonly linkHosts: ReadonlySet<string>;
}

/** The system as one workspace may use it. */
export function createSystem({ port, served, random, linkHosts }: SystemParts): SystemService {
  const system = (): SystemPort => {
    if (port === undefined) throw new AppError('not-offered-here', 'There is no desktop around this workspace.');
    return port;
  };

  const copyWhole = async (from: string, to: string): Promise<void> => {
    const part = `${to}.${random.id()}.part`;
    try {
      await copyFile(from, part);
      await rename(part, to);
    } catch (thrown) {
      await rm(part, { force: true });
      throw diskError(thrown);
    }
  };

  return {
    openLink: async (url) => system().openLink(externalLink(url, linkHosts)),
    revealFile: async (id) => system().showInFolder((await served(id)).path),
    saveFile: async (id, name) => {
      const { path: kept } = await served(id);
      const path = await system().choosePlace(safeName(name));
      if (path !== null) await copyWhole(kept, path);
      return { path };
    },
    chooseFolder: async () => ({ path: await system().chooseFolder() }),
    print: () => system().print(),
    setTheme: (theme) => system().setTheme(theme),
    takeCommands: () => ({ commands: system().takeCommands() }),
  };
}
