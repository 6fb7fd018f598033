import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError } from '../../shared/errors/app-error.ts';

/** A request that came to the right address by the right method. */
export interface LoopbackRequest {
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
}

export interface LoopbackAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** Nobody else is to be answered: no further connection is taken. */
  readonly isLast?: boolean;
  /** Called once the answer is out, or the one who asked is gone. */
  readonly onSent?: () => void;
}

/** What a listener is for. */
export interface ListenerOptions {
  /** 0 for any free one. */
  readonly port: number;
  /** The one path that exists, with its slash. */
  readonly path: string;
  readonly method: 'GET' | 'POST';
  readonly answer: (request: LoopbackRequest) => LoopbackAnswer;
}

/** A listener on this computer, for a short while. */
export interface LoopbackListener {
  /** `http://127.0.0.1:PORT` and the path. */
  readonly address: string;
  /** Ends every connection. Resolves when nothing listens any more. */
  readonly close: () => Promise<void>;
}

/** A person's browser opens a handful of connections, not more. */
const MOST_CONNECTIONS = 20;

/** Milliseconds a request may take to arrive. */
const REQUEST_TIMEOUT = 10_000;

const plain = (status: number): LoopbackAnswer => ({ status, headers: {}, body: '' });

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isTaken = error.code === 'EADDRINUSE' || error.code === 'EACCES';
      const message = `Port ${port} on 127.0.0.1 cannot be used.`;
      reject(isTaken ? new AppError('port-in-use', message, { data: { port }, cause: error }) : error);
    });
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/**
 * Listens on 127.0.0.1 alone. Only its one path is answered, by its one method, and only under the exact Host: a name
 * that somebody made to resolve to this computer is turned away (421). Throws AppError `port-in-use`.
 */
export async function startListener({ port, path, method, answer }: ListenerOptions): Promise<LoopbackListener> {
  let host = '';

  const judge = (request: IncomingMessage): LoopbackAnswer => {
    const [asked = '', ...rest] = (request.url ?? '').split('?');
    if (request.headers.host !== host) return plain(421);
    if (asked !== path) return plain(404);
    if (request.method !== method) return { ...plain(405), headers: { allow: method } };
    return answer({ query: new URLSearchParams(rest.join('?')), headers: request.headers });
  };

  const stop = (): void => {
    if (server.listening) server.close();
  };

  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT },
    (request: IncomingMessage, response: ServerResponse) => {
      const { status, headers, body, isLast = false, onSent } = judge(request);
      if (isLast) stop();
      if (onSent) response.once('close', onSent);
      response.writeHead(status, {
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'content-length': String(Buffer.byteLength(body)),
        connection: 'close',
        ...headers,
      });
      response.end(body);
    },
  );
  server.maxConnections = MOST_CONNECTIONS;

  host = `127.0.0.1:${await listen(server, port)}`;
  const closed = new Promise<void>((resolve) => server.once('close', resolve));
  return {
    address: `http://${host}${path}`,
    close: async () => {
      stop();
      server.closeAllConnections();
      await closed;
    },
  };
}
