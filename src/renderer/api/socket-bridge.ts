import {
  SOCKET_PATH,
  SOCKET_PROTOCOL,
  type ClientMessage,
  type ServerMessage,
} from '../../shared/contract/protocol.ts';
import type { Bridge, BridgeState } from './bridge.ts';
import { createCalls, peerGone } from './calls.ts';
import { createListeners } from './listeners.ts';
import { createSession, type SessionEnvironment } from './session.ts';
import { sendToSpool } from './spool-file.ts';
import { fetchStoredFile } from './stored-file.ts';

/** What the bridge uses of a WebSocket. */
export interface Socket {
  readonly addEventListener: (
    type: 'open' | 'message' | 'close',
    listener: (event: { readonly data?: unknown }) => void,
  ) => void;
  readonly send: (text: string) => void;
  readonly close: () => void;
}

export interface SocketEnvironment extends SessionEnvironment {
  readonly openSocket: (path: string, protocols: string[]) => Socket;
  /** Runs `act` after `ms` milliseconds; the result takes it back. */
  readonly later: (act: () => void, ms: number) => () => void;
  /** 0 to 1. */
  readonly random: () => number;
}

/** Milliseconds before try `attempt` (from 0): doubling up to 5 s, spread by half so that tabs do not come at once. */
export const backoff = (attempt: number, random: number): number =>
  Math.round(Math.min(5000, 250 * 2 ** attempt) * (0.5 + random / 2));

const textOf = (message: ClientMessage): string => JSON.stringify(message);

/**
 * The bridge of a page in a browser: a session token for the ticket in the address, then one socket for calls and
 * events. A cut rejects what is open with `peer-gone` and connects again by itself; calls made before the first
 * connection wait for it.
 */
export function createSocketBridge(environment: SocketEnvironment): Bridge {
  const { openSocket, later, random } = environment;
  const session = createSession(environment);
  const listeners = createListeners();
  const stateListeners = new Set<() => void>();
  let state: BridgeState = 'connecting';
  let socket: Socket | undefined;
  let token = '';
  let attempt = 0;
  let closed = false;
  let takeBack = (): void => undefined;
  let waiting: string[] = [];

  const send = (text: string): void => {
    if (socket !== undefined && state === 'connected') socket.send(text);
    else waiting.push(text);
  };
  const calls = createCalls({
    write: (id, operation, input) => textOf({ type: 'call', id, operation, input }),
    send,
    cancel: (id) => send(textOf({ type: 'cancel', id })),
  });

  const enter = (next: BridgeState): void => {
    if (state === next) return;
    state = next;
    for (const listener of stateListeners) listener();
  };

  const refuse = (): void => {
    session.forget();
    waiting = [];
    calls.abandon(peerGone());
    enter('refused');
  };

  const retry = (): void => {
    if (closed) return;
    const delay = backoff(attempt, random());
    attempt += 1;
    takeBack = later(() => void connect(), delay);
  };

  const receive = (text: unknown): void => {
    const message = JSON.parse(String(text)) as ServerMessage;
    if (message.type === 'answer') calls.answer(message.id, message.answer);
    else if (message.type === 'progress') calls.progress(message.id, message.progress);
    else listeners.emit(message.event, message.data);
  };

  const dropped = async (wasOpen: boolean): Promise<void> => {
    if (closed) return;
    if (wasOpen) {
      calls.abandon(peerGone());
      enter('lost');
      return retry();
    }
    // The handshake failed: a server that is gone is waited for, one that does not know us is not.
    if ((await session.check(token)) === 'refused') refuse();
    else retry();
  };

  const connect = async (): Promise<void> => {
    if (token === '') {
      const outcome = await session.open();
      if (outcome === 'refused') return refuse();
      if (outcome === 'unreachable') return retry();
      token = outcome.token;
    }
    if (closed) return;
    const opening = openSocket(SOCKET_PATH, [SOCKET_PROTOCOL, token]);
    socket = opening;
    let isOpen = false;
    opening.addEventListener('open', () => {
      isOpen = true;
      attempt = 0;
      enter('connected');
      for (const text of waiting.splice(0)) opening.send(text);
    });
    opening.addEventListener('message', ({ data }) => receive(data));
    opening.addEventListener('close', () => void dropped(isOpen));
  };

  void connect();

  return {
    call: (operation, input, options = {}) =>
      state === 'lost' || state === 'refused' || closed
        ? Promise.reject(peerGone())
        : calls.start(operation, input, options),
    on: listeners.on,
    state: () => state,
    onState: (listener) => {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
    file: (id, signal) => fetchStoredFile(environment.fetch, id, token, signal),
    spool: (file, signal) => sendToSpool(environment.fetch, file, token, signal),
    close: () => {
      closed = true;
      takeBack();
      calls.abandon(peerGone());
      socket?.close();
    },
  };
}
