import { AppError, isAppError } from '../../../shared/errors/app-error.ts';
import type { Clock } from '../../platform/clock.ts';
import { UploadBroken, type UploadFile } from './multipart.ts';

/** Progress is told ten times a second and once at the end. */
const PROGRESS_INTERVAL = 100;

/** A file that has been begun to be read. `close` is called once it is not needed any more, sent or not. */
export interface OpenUpload {
  readonly file: UploadFile;
  readonly close: () => Promise<void>;
}

/** Who is told how many bytes of the file were handed to the connection. */
interface UploadProgress {
  readonly clock: Clock;
  readonly onProgress?: (bytes: number) => void;
}

/** Tells at most every PROGRESS_INTERVAL, and the last count in any case. */
function createTeller({ clock, onProgress }: UploadProgress, total: number): (sent: number) => void {
  let toldAt = -Infinity;
  return (sent) => {
    if (onProgress === undefined || (sent < total && clock.now() - toldAt < PROGRESS_INTERVAL)) return;
    toldAt = clock.now();
    onProgress(sent);
  };
}

/**
 * Begins to read a file that is about to be sent: one that is gone, locked or empty is found out here, before a request
 * is marked as under way, and not when half of it has left. The result may be read once. Throws AppError `disk-failed`,
 * or the AppError the file's keeper throws.
 */
export async function openUpload(file: UploadFile, progress: UploadProgress): Promise<OpenUpload> {
  const [source, first] = await begin(file);
  const tell = createTeller(progress, file.bytes);
  const close = async (): Promise<void> => {
    await source.return?.().catch(() => undefined);
  };
  async function* chunks(): AsyncGenerator<Uint8Array> {
    let sent = 0;
    try {
      for (let piece = first; piece.done !== true; piece = await next(source)) {
        yield piece.value;
        // Being asked for more means that this piece was taken.
        sent += piece.value.length;
        tell(sent);
      }
    } finally {
      await close();
    }
  }
  return { file: { ...file, open: chunks }, close };
}

type Source = AsyncIterator<Uint8Array>;

async function begin(file: UploadFile): Promise<readonly [Source, IteratorResult<Uint8Array>]> {
  try {
    const source = file.open()[Symbol.asyncIterator]();
    const first = await source.next();
    if (first.done !== true) return [source, first];
  } catch (thrown) {
    if (isAppError(thrown)) throw thrown;
    throw new AppError('disk-failed', 'The file could not be read, so nothing was sent.', { cause: thrown });
  }
  throw new AppError('disk-failed', 'The file is empty now, so nothing was sent.');
}

async function next(source: Source): Promise<IteratorResult<Uint8Array>> {
  try {
    return await source.next();
  } catch {
    throw new UploadBroken('The file could not be read to its end while it was being sent.');
  }
}
