import { contract } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import type { ClientMessage, ServerMessage } from '../../shared/contract/protocol.ts';
import { MESSAGE_LIMIT } from '../../shared/contract/protocol.ts';
import type { WireError } from '../../shared/errors/wire.ts';
import type { Log } from '../platform/log.ts';
import type { Workspaces } from '../services/services.ts';
import { dispatch, isOperation, type Reach } from './dispatch.ts';
import type { Handlers } from './handlers.ts';

/** One peer (a page, later a window): its open calls end with it. */
export interface Session {
  /** Takes one message in text form. Never throws; a message that cannot be read is answered where it has a number. */
  readonly receive: (text: string) => void;
  /** The peer is gone: what it left open is cancelled, but for what outlives a page (a sync). */
  readonly close: () => void;
}

interface OpenCall {
  readonly controller: AbortController;
  readonly outlivesPage: boolean;
}

interface SessionOptions {
  readonly handlers: Handlers;
  readonly workspaces: Workspaces;
  readonly reach: Reach;
  readonly log: Log;
  readonly send: (message: ServerMessage) => void;
}

function parseMessage(text: string): ClientMessage | undefined {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message !== 'object' || message === null || !('type' in message) || !('id' in message)) return undefined;
    const { type, id } = message;
    if (typeof id !== 'number' || !Number.isSafeInteger(id)) return undefined;
    if (type === 'cancel') return { type, id };
    if (type !== 'call' || !('operation' in message) || typeof message.operation !== 'string') return undefined;
    return { type, id, operation: message.operation, input: 'input' in message ? message.input : {} };
  } catch {
    return undefined;
  }
}

/** The number of a message too large to be parsed whole, when it stands at its beginning as our client writes it. */
const numberOf = (text: string): number | undefined => {
  const found = /^\{"type":"call","id":(\d{1,15}),/.exec(text.slice(0, 100));
  return found?.[1] === undefined ? undefined : Number(found[1]);
};

/** Serves one peer over any transport that carries text both ways. */
export function createSession({ handlers, workspaces, reach, log, send }: SessionOptions): Session {
  const open = new Map<number, OpenCall>();
  const unlisten = workspaces.events.listen((event, data) => send({ type: 'event', event, data }));

  const fail = (id: number, error: WireError): void => send({ type: 'answer', id, answer: { ok: false, error } });

  const start = async (id: number, operation: string, input: unknown): Promise<void> => {
    const controller = new AbortController();
    const entry = { controller, outlivesPage: isOperation(operation) && contract[operation].outlivesPage };
    open.set(id, entry);
    const call = {
      workspaces,
      signal: controller.signal,
      progress: (progress: Progress) => {
        if (open.get(id) === entry) send({ type: 'progress', id, progress });
      },
    };
    const answer = await dispatch(handlers, { operation, input, reach }, call, log);
    if (open.get(id) !== entry) return;
    open.delete(id);
    send({ type: 'answer', id, answer });
  };

  return {
    receive: (text) => {
      if (Buffer.byteLength(text) > MESSAGE_LIMIT) {
        log.warn('rpc.too-large', { bytes: text.length });
        const id = numberOf(text);
        if (id !== undefined) {
          fail(id, {
            code: 'message-too-large',
            message: 'The message is over 1 MiB.',
            data: { limit: MESSAGE_LIMIT },
          });
        }
        return;
      }
      const message = parseMessage(text);
      if (message === undefined) {
        log.warn('rpc.unreadable', { bytes: text.length });
        return;
      }
      if (message.type === 'cancel') {
        open.get(message.id)?.controller.abort();
      } else if (open.has(message.id)) {
        fail(message.id, { code: 'bad-input', message: 'This call number is in use.', data: {} });
      } else {
        void start(message.id, message.operation, message.input);
      }
    },
    close: () => {
      unlisten();
      const left = [...open.values()];
      open.clear();
      for (const { controller, outlivesPage } of left) if (!outlivesPage) controller.abort();
    },
  };
}
