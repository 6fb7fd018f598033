import { BASE_HEADERS } from './page-headers.ts';

/** Headers of a kept file, the same for every host: bytes to be shown by our own page, never a document of its own. */
export function keptFileHeaders(file: {
  readonly contentType: string;
  readonly bytes: number;
}): Record<string, string> {
  return {
    ...BASE_HEADERS,
    'content-type': file.contentType,
    'content-length': String(file.bytes),
    'content-disposition': 'attachment',
    'content-security-policy': "default-src 'none'; sandbox",
  };
}

/**
 * The name of a file that a page sends, from its percent-encoded header: only for people to read, never a path. `file`
 * where there is none, or none that can be read.
 */
export function sentFileName(header: string | null): string {
  try {
    return decodeURIComponent(header ?? '') || 'file';
  } catch {
    return 'file';
  }
}
