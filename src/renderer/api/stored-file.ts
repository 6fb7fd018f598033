import { AppError } from '../../shared/errors/app-error.ts';

/**
 * The bytes of a kept file from the host's relative path `files/ID`.
 *
 * @throws AppError `not-found` when it is not kept any more, `peer-gone` when nobody answers, `cancelled` on abort.
 */
export async function fetchStoredFile(
  ask: typeof fetch,
  id: string,
  token: string,
  signal?: AbortSignal,
): Promise<Blob> {
  const headers: Record<string, string> = token === '' ? {} : { authorization: `Bearer ${token}` };
  try {
    const response = await ask(`files/${encodeURIComponent(id)}`, { headers, signal: signal ?? null });
    if (response.ok) return await response.blob();
    if (response.status === 404) throw new AppError('not-found', 'The file is not kept on this computer any more.');
    throw new AppError('internal', `The file was answered with status ${response.status}.`);
  } catch (thrown) {
    if (thrown instanceof AppError) throw thrown;
    if (signal?.aborted) throw new AppError('cancelled', 'Loading the file was cancelled.', { cause: thrown });
    throw new AppError('peer-gone', 'The file could not be loaded from Plumbline.', { cause: thrown });
  }
}
