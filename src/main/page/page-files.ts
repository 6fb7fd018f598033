import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

export interface PageFile {
  readonly body: Buffer;
  readonly contentType: string;
}

/**
 * One file of the built page, or undefined when `path` names none: outside the folder, of a type that a page has no use
 * for, or absent. `path` is the request's path as sent, still encoded.
 */
export async function readPageFile(folder: string, path: string): Promise<PageFile | undefined> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\')) return undefined;
  const file = join(folder, normalize(decoded === '/' ? '/index.html' : decoded));
  if (!file.startsWith(folder + sep)) return undefined;
  const contentType = CONTENT_TYPES[extname(file)];
  if (contentType === undefined) return undefined;
  try {
    return { body: await readFile(file), contentType };
  } catch {
    return undefined;
  }
}
