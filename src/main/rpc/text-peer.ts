import { MESSAGE_LIMIT, type ClientMessage, type ServerMessage } from '../../shared/contract/protocol.ts';
import type { WireError } from '../../shared/errors/wire.ts';
import type { Log } from '../platform/log.ts';
import type { PushedMessage, Session } from './session.ts';

/** A peer that speaks text both ways: a socket. */
export interface TextPeer {
  /** Takes one message. Never throws; a message that cannot be read is answered where it has a number. */
  readonly receive: (text: string) => void;
  readonly close: () => void;
}

interface TextPeerOptions {
  readonly connect: (push: (message: PushedMessage) => void) => Session;
  readonly send: (message: ServerMessage) => void;
  readonly log: Log;
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

/** What a message over the limit is answered with. */
const tooLarge = (): WireError => ({
  code: 'message-too-large',
  message: 'The message is over 1 MiB.',
  data: { limit: MESSAGE_LIMIT },
});

/** Serves a page in a browser. It cannot prove that a person clicked, so none of its calls did. */
export function createTextPeer({ connect, send, log }: TextPeerOptions): TextPeer {
  const session = connect(send);
  let isClosed = false;

  const answer = async ({ id, operation, input }: Extract<ClientMessage, { type: 'call' }>): Promise<void> => {
    const given = await session.call({ id, operation, input, reach: 'anywhere', gesture: false });
    if (!isClosed) send({ type: 'answer', id, answer: given });
  };

  return {
    receive: (text) => {
      if (Buffer.byteLength(text) > MESSAGE_LIMIT) {
        log.warn('rpc.too-large', { bytes: text.length });
        const id = numberOf(text);
        if (id !== undefined) send({ type: 'answer', id, answer: { ok: false, error: tooLarge() } });
        return;
      }
      const message = parseMessage(text);
      if (message === undefined) log.warn('rpc.unreadable', { bytes: text.length });
      else if (message.type === 'cancel') session.cancel(message.id);
      else void answer(message);
    },
    close: () => {
      isClosed = true;
      session.close();
    },
  };
}
