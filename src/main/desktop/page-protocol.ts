import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { FILE_NAME_HEADER, SPOOL_PATH } from '../../shared/contract/protocol.ts';
import { hasCode } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { FileId } from '../../shared/model/ids.ts';
import { keptFileHeaders, sentFileName } from '../page/file-answers.ts';
import { readPageFile } from '../page/page-files.ts';
import { BASE_HEADERS, PAGE_HEADERS } from '../page/page-headers.ts';
import type { Door } from '../rpc/door.ts';
import { isPageOrigin } from './page-address.ts';

/** What a request of the page's scheme is for, or the status it is turned away with. */
export type PageRoute =
  | { readonly kind: 'page'; readonly path: string }
  | { readonly kind: 'file'; readonly id: FileId }
  | { readonly kind: 'spool' }
  | { readonly kind: 'refused'; readonly status: 403 | 404 | 405 };

interface PageRequest {
  readonly method: string;
  readonly url: string;
  /** The `Origin` header; null where Chromium sends none, as for the page itself. */
  readonly origin: string | null;
}

const refused = (status: 403 | 404 | 405): PageRoute => ({ kind: 'refused', status });

function fileRoute(encoded: string): PageRoute {
  try {
    return { kind: 'file', id: decodeURIComponent(encoded) as FileId };
  } catch {
    return refused(404);
  }
}

/** Where a request goes, judged by its text as it was sent. A page's path stays encoded: `readPageFile` decodes it once. */
export function pageRoute({ method, url, origin }: PageRequest): PageRoute {
  const found = /^app:\/\/plumbline(\/[^?#]*)?(?:[?#]|$)/.exec(url);
  if (found === null) return refused(404);
  if (origin !== null && !isPageOrigin(origin)) return refused(403);
  const path = found[1] ?? '/';
  if (method === 'POST') return path === `/${SPOOL_PATH}` ? { kind: 'spool' } : refused(405);
  if (method !== 'GET') return refused(405);
  return path.startsWith('/files/') ? fileRoute(path.slice('/files/'.length)) : { kind: 'page', path };
}

interface PageParts {
  readonly door: Door;
  /** Folder of the built page. */
  readonly folder: string;
}

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { ...BASE_HEADERS, 'content-type': 'application/json' } });

const empty = (status: number): Response => new Response(null, { status, headers: BASE_HEADERS });

async function answerFile(door: Door, id: FileId): Promise<Response> {
  const file = await door.file(id);
  const bytes = Readable.toWeb(createReadStream(file.path)) as ReadableStream<Uint8Array>;
  return new Response(bytes, { status: 200, headers: keptFileHeaders(file) });
}

async function answerSpool(door: Door, request: Request): Promise<Response> {
  const body = request.body === null ? Readable.from([]) : Readable.fromWeb(request.body as ReadableStream<Uint8Array>);
  try {
    return json(200, await door.spool(body, sentFileName(request.headers.get(FILE_NAME_HEADER)), request.signal));
  } catch (thrown) {
    body.destroy();
    return json(422, { error: toWire(thrown) });
  }
}

/**
 * Answers one request of the page's scheme: its own built files with the strict policy, kept files by id, and the bytes
 * of a file that has no path (a pasted picture) into the spool. Never rejects.
 */
export async function answerPage(request: Request, { door, folder }: PageParts): Promise<Response> {
  const route = pageRoute({ method: request.method, url: request.url, origin: request.headers.get('origin') });
  try {
    if (route.kind === 'refused') {
      door.log.warn('page.refused', { method: request.method, status: route.status });
      return empty(route.status);
    }
    if (route.kind === 'file') return await answerFile(door, route.id);
    if (route.kind === 'spool') return await answerSpool(door, request);
    const file = await readPageFile(folder, route.path);
    if (file === undefined) return empty(404);
    return new Response(new Uint8Array(file.body), {
      status: 200,
      headers: { ...PAGE_HEADERS, 'content-type': file.contentType },
    });
  } catch (thrown) {
    if (hasCode(thrown, 'not-found')) return empty(404);
    door.log.error('page.failed', thrown);
    return empty(500);
  }
}
