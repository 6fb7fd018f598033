import { once } from 'node:events';
import { WebSocket } from 'ws';
import { SESSION_PATH, SOCKET_PATH, SOCKET_PROTOCOL, type ServerMessage } from '../../src/shared/contract/protocol.ts';

/** A page's connection, as a screen has it. */
export interface PageSocket {
  /** Asks one operation; answers its value. Throws when the answer is an error. */
  readonly call: (operation: string, input: unknown) => Promise<unknown>;
  readonly close: () => void;
}

/** Opens a socket to a running `serve` by the address it printed: ticket, token, socket. */
export async function openPageSocket(address: string): Promise<PageSocket> {
  const url = new URL(address);
  const headers = { origin: url.origin, 'content-type': 'application/json' };
  const body = JSON.stringify({ ticket: url.hash.slice(1) });
  const answer = await fetch(new URL(SESSION_PATH, url.origin), { method: 'POST', headers, body });
  if (!answer.ok) throw new Error(`The ticket was answered ${answer.status}.`);
  const { token } = (await answer.json()) as { token: string };
  const socket = new WebSocket(new URL(SOCKET_PATH, url.origin.replace('http', 'ws')), [SOCKET_PROTOCOL, token], {
    origin: url.origin,
  });
  await once(socket, 'open');
  const open = new Map<number, (message: Extract<ServerMessage, { type: 'answer' }>) => void>();
  let lastId = 0;
  socket.on('message', (data) => {
    const message = JSON.parse((data as Buffer).toString('utf8')) as ServerMessage;
    if (message.type !== 'answer') return;
    open.get(message.id)?.(message);
    open.delete(message.id);
  });
  return {
    call: async (operation, input) => {
      lastId += 1;
      const id = lastId;
      const answered = new Promise<Extract<ServerMessage, { type: 'answer' }>>((resolve) => open.set(id, resolve));
      socket.send(JSON.stringify({ type: 'call', id, operation, input }));
      const { answer: value } = await answered;
      if (!value.ok) throw new Error(`${operation} was answered ${value.error.code}.`);
      return value.value;
    },
    close: () => socket.terminate(),
  };
}

/** Opens a plain socket that answers every message with a page as JSON. */
export async function openBareSocket(address: string): Promise<PageSocket> {
  const socket = new WebSocket(address.replace('http', 'ws'));
  await once(socket, 'open');
  return {
    call: async () => {
      const answered = once(socket, 'message') as Promise<[Buffer]>;
      socket.send('{}');
      const [data] = await answered;
      return JSON.parse(data.toString('utf8')) as unknown;
    },
    close: () => socket.terminate(),
  };
}
