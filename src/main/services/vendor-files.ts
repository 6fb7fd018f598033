import type { ParsedInput } from '../../shared/contract/index.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { FileId } from '../../shared/model/ids.ts';
import type { StoredFile } from '../../shared/model/stored-file.ts';
import type { ConnectionService } from './connections.ts';
import { toStoredFile, type KeptFiles } from './kept-files.ts';

/** Photos and signatures: fetched when first looked at, kept from then on. */
export interface VendorFileService {
  readonly open: (input: ParsedInput<'files.open'>, signal: AbortSignal) => Promise<StoredFile>;
  /** Throws AppError `not-found`. */
  readonly show: (id: FileId) => Promise<StoredFile>;
  /** The same for a host that sends the bytes: where the file lies, its type and size. */
  readonly served: (id: FileId) => Promise<{ path: string; contentType: string; bytes: number }>;
}

/** The vendor files of one workspace. */
export function createVendorFiles(connections: ConnectionService, kept: KeptFiles): VendorFileService {
  return {
    open: async ({ connectionId, vendorFileId }, signal) => {
      const sourceKey = `file:${vendorFileId}`;
      const known = await kept.find(connectionId, sourceKey);
      if (known !== undefined) return toStoredFile(known);
      const connection = await connections.open(connectionId);
      const call = connection.definition.fileCall?.(vendorFileId);
      if (call === undefined) {
        throw new AppError('not-offered-here', `${connection.definition.vendor} serves no files by id.`);
      }
      const file = await kept.fetch(
        { connection, ...call, sourceKey, recordId: null, name: vendorFileId, expect: 'image' },
        { signal },
      );
      return toStoredFile(file);
    },
    show: async (id) => toStoredFile(await kept.show(id)),
    served: async (id) => {
      const file = await kept.show(id);
      return { path: kept.pathOf(file), contentType: file.contentType, bytes: file.bytes };
    },
  };
}
