import { mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Progress } from '../../shared/contract/operation.ts';
import type { ConnectionId, FileId, RecordId } from '../../shared/model/ids.ts';
import type { StoredFile } from '../../shared/model/stored-file.ts';
import { saveStream, type FileExpectation } from '../files/save-stream.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { Ask, CacheWriterCalls, KeptFile, ReaderCalls } from '../store/worker-calls.ts';
import type { CallParams } from '../vendors/core/operation.ts';
import type { OpenConnection } from './connections.ts';
import type { EventHub } from './event-hub.ts';

/** A file of a vendor, and what it is kept as. */
interface FileRequest {
  readonly connection: OpenConnection;
  readonly operation: string;
  readonly params: CallParams;
  /** One kept file for each, within its connection. */
  readonly sourceKey: string;
  readonly recordId: RecordId | null;
  readonly name: string;
  readonly expect: FileExpectation;
}

export interface FetchOptions {
  readonly signal: AbortSignal;
  readonly progress?: (progress: Progress) => void;
}

/** Files fetched once and kept below the workspace's `files` folder, found again by what they are at their vendor. */
export interface KeptFiles {
  /** The kept file, or undefined when there is none or its bytes are gone from the disk. */
  readonly find: (connectionId: ConnectionId, sourceKey: string) => Promise<KeptFile | undefined>;
  /** Fetches and keeps a file; an earlier copy stays until the new one is whole. */
  readonly fetch: (request: FileRequest, options: FetchOptions) => Promise<KeptFile>;
  /** Throws AppError `not-found`. */
  readonly show: (id: FileId) => Promise<KeptFile>;
  /** Where a kept file lies. */
  readonly pathOf: (file: KeptFile) => string;
}

interface KeptFileParts {
  /** The workspace's `files` folder. */
  readonly folder: string;
  readonly reader: Ask<ReaderCalls>;
  readonly cache: Ask<CacheWriterCalls>;
  readonly events: EventHub;
  readonly clock: Clock;
  readonly random: Random;
}

/** What a kept file is to the contract: everything but where it lies. */
export function toStoredFile({ path: _path, ...file }: KeptFile): StoredFile {
  return file;
}

/** The kept files of one workspace. */
export function createKeptFiles(parts: KeptFileParts): KeptFiles {
  const { folder, reader, cache, events, clock, random } = parts;
  const pathOf = (file: KeptFile): string => join(folder, file.path);

  const isWhole = async (file: KeptFile): Promise<boolean> => {
    try {
      return (await stat(pathOf(file))).size === file.bytes;
    } catch {
      return false;
    }
  };

  return {
    pathOf,
    find: async (connectionId, sourceKey) => {
      const file = await reader('findFile', { connectionId, sourceKey });
      return file !== null && (await isWhole(file)) ? file : undefined;
    },
    show: (id) => reader('showFile', { id }),
    fetch: async ({ connection, operation, params, sourceKey, recordId, name, expect }, { signal, progress }) => {
      const id = random.id() as FileId;
      // Two letters of the id keep any one folder small.
      const path = join(id.slice(0, 2), id);
      await mkdir(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
      const answer = await connection.client.stream(operation, params, { signal });
      const saved = await saveStream({
        body: answer.body,
        expectedBytes: answer.contentLength,
        expect,
        target: join(folder, path),
        replace: false,
        clock,
        signal,
        ...(progress === undefined
          ? {}
          : {
              onProgress: (done) =>
                progress({
                  done,
                  unit: 'bytes',
                  ...(answer.contentLength === null ? {} : { total: answer.contentLength }),
                }),
            }),
      });
      const file: StoredFile = {
        id,
        connectionId: connection.connection.id,
        recordId,
        name,
        contentType: saved.contentType,
        bytes: saved.bytes,
        sha256: saved.sha256,
        savedAt: isoNow(clock),
      };
      const { replaced } = await cache('saveFile', { file, sourceKey, path });
      if (replaced !== null) await rm(join(folder, replaced), { force: true });
      events.emit('files.changed', {});
      return { ...file, path };
    },
  };
}
