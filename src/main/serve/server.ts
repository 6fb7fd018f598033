import { createReadStream } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { SESSION_PATH, SOCKET_PATH, SOCKET_PROTOCOL, SPOOL_PATH } from '../../shared/contract/protocol.ts';
import { AppError, hasCode } from '../../shared/errors/app-error.ts';
import type { FileId } from '../../shared/model/ids.ts';
import type { Clock } from '../platform/clock.ts';
import type { Random } from '../platform/random.ts';
import type { Door } from '../rpc/door.ts';
import { guard } from './guard.ts';
import { keptFileHeaders } from '../page/file-answers.ts';
import { BASE_HEADERS, PAGE_HEADERS } from '../page/page-headers.ts';
import { readPageFile } from '../page/page-files.ts';
import { receiveFile } from './receive-file.ts';
import { createSockets } from './sockets.ts';
import { createTickets } from './tickets.ts';

/** A running loopback server. */
export interface Serving {
  /** `http://127.0.0.1:PORT/`, without a ticket. */
  readonly origin: string;
  /** A new address with a ticket of its own, good for one tab. */
  readonly address: () => string;
  readonly close: () => Promise<void>;
}

interface ServeOptions {
  readonly door: Door;
  /** Folder of the built page. */
  readonly page: string;
  /** 0 for any free port. */
  readonly port: number;
  readonly clock: Clock;
  readonly random: Random;
}

const bearer = (request: IncomingMessage): string | undefined =>
  /^Bearer ([\w-]+)$/.exec(request.headers.authorization ?? '')?.[1];

function end(
  response: ServerResponse,
  status: number,
  body: string | Buffer = '',
  headers: Record<string, string> = {},
) {
  response.writeHead(status, { ...BASE_HEADERS, 'content-length': String(Buffer.byteLength(body)), ...headers });
  response.end(body);
}

/** The text of a request's body; undefined when it is longer than a ticket can be. */
async function readSmallBody(request: IncomingMessage): Promise<string | undefined> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > 1000) return undefined;
  }
  return text;
}

function ticketIn(text: string | undefined): string | undefined {
  try {
    const body: unknown = JSON.parse(text ?? '');
    if (typeof body !== 'object' || body === null || !('ticket' in body)) return undefined;
    return typeof body.ticket === 'string' ? body.ticket : undefined;
  } catch {
    return undefined;
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'EADDRINUSE' || error.code === 'EACCES'
          ? new AppError('port-in-use', `Port ${port} on 127.0.0.1 cannot be used.`, { data: { port }, cause: error })
          : error,
      );
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Serves the workspace to a browser on 127.0.0.1 only. Throws AppError `port-in-use`. No cookies (they ignore the port:
 * any other server on this computer would get them), no CORS, nothing kept by the browser.
 */
export async function startServer({ door, page, port, clock, random }: ServeOptions): Promise<Serving> {
  const { log } = door;
  const tickets = createTickets(clock, random);
  const sockets = createSockets(door);
  let host = '';

  const answerSession = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const ticket = ticketIn(await readSmallBody(request));
    const outcome = ticket === undefined ? 'wrong' : tickets.redeem(ticket);
    if (outcome === 'too-many') end(response, 429, '', { 'retry-after': '60' });
    else if (outcome === 'wrong') end(response, 401);
    else end(response, 200, JSON.stringify(outcome), { 'content-type': 'application/json' });
  };

  const answerFile = async (id: string, response: ServerResponse): Promise<void> => {
    const file = await door.file(id as FileId);
    response.writeHead(200, keptFileHeaders(file));
    await pipeline(createReadStream(file.path), response);
  };

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const path = (request.url ?? '/').split('?')[0] ?? '/';
    const hasToken = tickets.isToken(bearer(request));
    const verdict = guard({ method, path, headers: request.headers, upgrade: false }, { host, hasToken });
    if (!verdict.allowed) {
      log.warn('serve.refused', { method, status: verdict.status });
      return end(response, verdict.status);
    }
    if (method === 'POST' && path === `/${SESSION_PATH}`) return answerSession(request, response);
    if (method === 'POST' && path === `/${SPOOL_PATH}`) {
      return hasToken ? receiveFile(door, request, response) : end(response, 401);
    }
    if (method !== 'GET') return end(response, 405);
    if (path.startsWith('/files/')) return answerFile(decodeURIComponent(path.slice('/files/'.length)), response);
    const file = await readPageFile(page, path);
    if (file === undefined) return end(response, 404);
    end(response, 200, file.body, { ...PAGE_HEADERS, 'content-type': file.contentType });
  };

  const server = createServer((request, response) => {
    answer(request, response).catch((thrown: unknown) => {
      if (!hasCode(thrown, 'not-found')) log.error('serve.failed', thrown);
      if (response.headersSent) response.destroy();
      else end(response, hasCode(thrown, 'not-found') ? 404 : 500);
    });
  });
  server.on('upgrade', (request: IncomingMessage, socket, head) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const [protocol, token] = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((part) => part.trim());
    const hasToken = tickets.isToken(token);
    const verdict = guard({ method: 'GET', path, headers: request.headers, upgrade: true }, { host, hasToken });
    if (!verdict.allowed || path !== `/${SOCKET_PATH}` || protocol !== SOCKET_PROTOCOL || !hasToken) {
      log.warn('serve.socket-refused');
      socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
      return;
    }
    sockets.accept(request, socket, head);
  });

  const bound = await listen(server, port);
  host = `127.0.0.1:${bound}`;
  log.info('serve.listening', { port: bound });
  return {
    origin: `http://${host}/`,
    address: () => `http://${host}/#${tickets.issue()}`,
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
