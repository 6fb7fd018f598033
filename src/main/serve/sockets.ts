import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { MESSAGE_LIMIT, SOCKET_PROTOCOL, type ServerMessage } from '../../shared/contract/protocol.ts';
import type { Door } from '../rpc/door.ts';
import { createTextPeer } from '../rpc/text-peer.ts';

/** What a peer may queue up unread before it is cut off: it is then not reading, and would fill our memory. */
const BACKLOG_LIMIT = 64 * 1024 * 1024;
/** How often a silent peer is asked whether it is still there. */
const PING_MS = 30_000;

/** The pages' sockets. Each is one session of the contract; a page that vanished is noticed by its missing pong. */
export function createSockets(door: Door) {
  const { log } = door;
  // Messages over our limit are still read, so that they get an answer; what is far over it ends the connection.
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: 4 * MESSAGE_LIMIT,
    handleProtocols: (protocols) => (protocols.has(SOCKET_PROTOCOL) ? SOCKET_PROTOCOL : false),
  });
  const alive = new WeakMap<WebSocket, boolean>();
  const heartbeat = setInterval(() => {
    for (const socket of server.clients) {
      if (alive.get(socket) === false) socket.terminate();
      else {
        alive.set(socket, false);
        socket.ping();
      }
    }
  }, PING_MS);
  heartbeat.unref();

  const serve = (socket: WebSocket): void => {
    const send = (message: ServerMessage): void => {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > BACKLOG_LIMIT) {
        log.warn('serve.peer-not-reading', { bytes: socket.bufferedAmount });
        socket.terminate();
        return;
      }
      socket.send(JSON.stringify(message));
    };
    const peer = createTextPeer({ connect: door.connect, send, log });
    alive.set(socket, true);
    socket.on('pong', () => alive.set(socket, true));
    socket.on('message', (data, isBinary) => {
      if (isBinary) socket.close(1003);
      else peer.receive((data as Buffer).toString('utf8'));
    });
    socket.on('error', (error) => log.warn('serve.socket-error', { code: error.name }));
    socket.on('close', () => peer.close());
  };

  return {
    /** Takes over a request that the guard let through. */
    accept: (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
      server.handleUpgrade(request, socket, head, serve);
    },
    close: (): void => {
      clearInterval(heartbeat);
      for (const socket of server.clients) socket.terminate();
      server.close();
    },
  };
}
