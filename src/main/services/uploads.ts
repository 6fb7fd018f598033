import type { Readable } from 'node:stream';
import type { SpooledFile } from '../../shared/contract/outbox.ts';
import type { Output, ParsedInput } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { OutboxRow, SpoolId } from '../../shared/model/outbox.ts';
import { spoolFile } from '../files/spool.ts';
import { isoNow, type Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { Ask, ReaderCalls, WorkWriterCalls } from '../store/worker-calls.ts';
import type { ConnectionService } from './connections.ts';
import type { OutboxService } from './outbox.ts';
import { readAtOf } from './read-at.ts';

/** Files on their way to a vendor: copied first, so that the original may be moved or deleted at once. */
export interface UploadService {
  /** Copies a file of this computer. */
  readonly add: (path: string, signal: AbortSignal) => Promise<SpooledFile>;
  /** Copies what a page sends. `name` is the file's own. */
  readonly receive: (body: Readable, name: string, signal: AbortSignal) => Promise<SpooledFile>;
  readonly logo: (input: ParsedInput<'uploads.logo'>) => Promise<OutboxRow>;
  readonly company: (connectionId: ConnectionId) => Promise<Output<'company.show'>>;
}

interface UploadParts {
  readonly connections: ConnectionService;
  readonly outbox: OutboxService;
  readonly reader: Ask<ReaderCalls>;
  readonly work: Ask<WorkWriterCalls>;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly random: Random;
}

const PICTURES: readonly string[] = ['image/png', 'image/jpeg'];

/** The uploads of one workspace. */
export function createUploads(parts: UploadParts): UploadService {
  const { connections, outbox, reader, work, dataDir, clock, random } = parts;

  const keep = async (source: string | Readable, name: string, signal: AbortSignal): Promise<SpooledFile> => {
    const id = random.id() as SpoolId;
    const { path, bytes, sha256, contentType } = await spoolFile({
      id,
      source,
      folder: dataDir,
      clock,
      expect: 'any',
      signal,
    });
    const file: SpooledFile = { id, name: name.slice(0, 255), bytes, contentType, sha256 };
    await work('saveSpool', { file, path, at: isoNow(clock) });
    return file;
  };

  return {
    add: (path, signal) => keep(path, path.split(/[/\\]/).at(-1) ?? 'file', signal),
    receive: (body, name, signal) => keep(body, name, signal),
    logo: async ({ connectionId, spoolId, place }) => {
      const { file } = await work('getSpool', { id: spoolId });
      if (!PICTURES.includes(file.contentType)) {
        throw new AppError('file-wrong-type', `${file.name} is neither a PNG nor a JPEG.`, {
          data: { type: file.contentType },
        });
      }
      const { definition } = await connections.open(connectionId);
      const operation = definition.logoUpload?.(place);
      if (operation === undefined) throw new AppError('not-offered-here', `${definition.vendor} takes no ${place}.`);
      return outbox.draft({
        operation: `${definition.vendor}.${operation}`,
        connectionId,
        params: {},
        subject: file.name,
        spoolId,
        changes: [{ field: place, before: undefined, after: file.name }],
      });
    },
    company: async (connectionId) => {
      const page = await reader('listRecords', {
        filter: { kind: 'company', connectionId },
        now: isoNow(clock),
        sort: 'title',
        direction: 'ascending',
        limit: 1,
      });
      const [id] = page.rows.id;
      if (id === undefined) throw new AppError('not-found', 'The company of this connection was not read yet.');
      const detail = await reader('showRecord', { id });
      const { definition } = await connections.find(connectionId);
      const { name, logoFileId, iconFileId } = definition.company?.(detail.parts['list']?.raw) ?? {
        name: detail.record.title,
        logoFileId: null,
        iconFileId: null,
      };
      return { record: detail.record, name, logoFileId, iconFileId, readAt: readAtOf(detail) };
    },
  };
}
