import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILE_NAME_HEADER } from '../../shared/contract/protocol.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Door } from '../rpc/door.ts';
import { sentFileName } from '../page/file-answers.ts';
import { BASE_HEADERS } from '../page/page-headers.ts';

/** Streams a page's file into the spool and answers what was kept, or the error in wire form with status 422. */
export async function receiveFile(door: Door, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const controller = new AbortController();
  const sent = request.headers[FILE_NAME_HEADER];
  const name = sentFileName(typeof sent === 'string' ? sent : null);
  request.once('aborted', () => controller.abort());
  const answer = (status: number, body: unknown): void => {
    response.writeHead(status, { ...BASE_HEADERS, 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  try {
    answer(200, await door.spool(request, name, controller.signal));
  } catch (thrown) {
    // What was not read of the body is of no use to anybody: once the answer is out, the connection goes.
    response.shouldKeepAlive = false;
    response.once('finish', () => request.destroy());
    answer(422, { error: toWire(thrown) });
  }
}
