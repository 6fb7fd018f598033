import type { SpooledFile } from '../../shared/contract/outbox.ts';
import { FILE_NAME_HEADER, SPOOL_PATH } from '../../shared/contract/protocol.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fromWire } from '../../shared/errors/wire.ts';

/**
 * Copies a file's bytes into the spool by the host's relative path for it, and answers what arrived.
 *
 * @throws AppError with the host's own code where it refused, `peer-gone` when nobody answers, `cancelled` on abort.
 */
export async function sendToSpool(
  ask: typeof fetch,
  file: File,
  token: string,
  signal?: AbortSignal,
): Promise<SpooledFile> {
  const headers: Record<string, string> = {
    'content-type': 'application/octet-stream',
    // A name may hold any sign; a header may not.
    [FILE_NAME_HEADER]: encodeURIComponent(file.name),
    ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
  };
  try {
    const response = await ask(SPOOL_PATH, { method: 'POST', headers, body: file, signal: signal ?? null });
    const answer: unknown = await response.json();
    if (response.ok) return answer as SpooledFile;
    throw fromWire(typeof answer === 'object' && answer !== null && 'error' in answer ? answer.error : answer);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (signal?.aborted) throw new AppError('cancelled', 'Copying the file was cancelled.', { cause: thrown });
    throw new AppError('peer-gone', 'The file could not be handed to Plumbline.', { cause: thrown });
  }
}
