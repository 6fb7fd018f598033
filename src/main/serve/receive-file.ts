import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILE_NAME_HEADER } from '../../shared/contract/protocol.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Door } from '../rpc/door.ts';
import { BASE_HEADERS } from './page-headers.ts';

/** The file's own name as the page sent it, percent-encoded; only for people to read, never a path. */
function nameIn(request: IncomingMessage): string {
  const sent = request.headers[FILE_NAME_HEADER];
  try {
    return decodeURIComponent(typeof sent === 'string' ? sent : '') || 'file';
  } catch {
    return 'file';
  }
}

/** Streams a page's file into the spool and answers what was kept, or the error in wire form with status 422. */
export async function receiveFile(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const controller = new AbortController();
  request.once('aborted', () => controller.abort());
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { ...BASE_HEADERS, 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  try {
    answer(200, await door.spool(request, nameIn(request), controller.signal));
  } catch (thrown) {
    // What was not read of the body is of no use to anybody: once the answer is out, the connection goes.
    response.shouldKeepAlive = false;
    response.once('finish', () => request.destroy());
    answer(422, { error: toWire(thrown) });
  }
}
