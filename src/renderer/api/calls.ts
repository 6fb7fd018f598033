import type { Progress } from '../../shared/contract/operation.ts';
import { MESSAGE_LIMIT, type Answer } from '../../shared/contract/protocol.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fromWire } from '../../shared/errors/wire.ts';
import type { CallOptions } from './bridge.ts';

interface OpenCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** What carries a call to the workspace. */
interface Carrier {
  /** The call as the text that travels: the limit is about its size. */
  readonly write: (id: number, operation: string, input: unknown) => string;
  readonly send: (text: string, id: number, operation: string) => void;
  readonly cancel: (id: number) => void;
}

/** The calls of one page: each gets a number, one answer, and an end even when the other side vanishes. */
export interface Calls {
  readonly start: (operation: string, input: unknown, options: CallOptions) => Promise<unknown>;
  /** A call that `send` hands over itself, under the number it is given. It must not throw. */
  readonly open: (send: (id: number) => void, options: CallOptions) => Promise<unknown>;
  readonly answer: (id: number, answer: Answer) => void;
  /** Ends a call that got no answer. */
  readonly fail: (id: number, error: AppError) => void;
  readonly progress: (id: number, progress: Progress) => void;
  /** Rejects every open call: what came of them is not known. */
  readonly abandon: (error: AppError) => void;
}

/** The other side is not there any more, so what came of a call is not known. */
export const peerGone = (cause?: unknown): AppError =>
  new AppError('peer-gone', 'The connection to Plumbline was cut.', cause === undefined ? {} : { cause });

/** Bytes of a text as it goes over the wire. Three bytes a sign is the most UTF-8 needs for one UTF-16 unit. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > MESSAGE_LIMIT && new TextEncoder().encode(text).byteLength > MESSAGE_LIMIT;

/** The calls of a page over a carrier. A call that is aborted, too large or not JSON never reaches it. */
export function createCalls(carrier: Carrier): Calls {
  const open = new Map<number, OpenCall>();
  let lastId = 0;

  const settle = (id: number): OpenCall | undefined => {
    const call = open.get(id);
    open.delete(id);
    return call;
  };

  const fail = (id: number, error: AppError): void => settle(id)?.reject(error);

  // Not async functions: the click that leads to a call must still be fresh when the call is sent.
  const begin = (send: (id: number) => void, { signal, onProgress }: CallOptions): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (signal?.aborted) throw new AppError('cancelled', 'The call was cancelled.');
      lastId += 1;
      const id = lastId;
      const cancel = (): void => {
        if (settle(id) === undefined) return;
        carrier.cancel(id);
        reject(new AppError('cancelled', 'The call was cancelled.'));
      };
      const release = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      open.set(id, {
        resolve: (value) => (release(), resolve(value)),
        reject: (error) => (release(), reject(error)),
        onProgress,
      });
      send(id);
    });

  const start = (operation: string, input: unknown, options: CallOptions): Promise<unknown> =>
    begin((id) => {
      let text: string;
      try {
        text = carrier.write(id, operation, input);
      } catch (cause) {
        fail(id, new AppError('bad-input', `The input of ${operation} is not JSON.`, { cause }));
        return;
      }
      if (isTooLarge(text)) {
        fail(id, new AppError('message-too-large', `The input of ${operation} is larger than 1 MiB.`));
      } else carrier.send(text, id, operation);
    }, options);

  return {
    start,
    open: begin,
    answer: (id, answer) => {
      const call = settle(id);
      if (answer.ok) call?.resolve(answer.value);
      else call?.reject(fromWire(answer.error));
    },
    fail,
    progress: (id, progress) => open.get(id)?.onProgress?.(progress),
    abandon: (error) => {
      const calls = [...open.values()];
      open.clear();
      for (const call of calls) call.reject(error);
    },
  };
}
