import type { Progress } from '../../shared/contract/operation.ts';
import { MESSAGE_LIMIT, type Answer, type ClientMessage } from '../../shared/contract/protocol.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { fromWire } from '../../shared/errors/wire.ts';
import type { CallOptions } from './bridge.ts';

interface OpenCall {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: AppError) => void;
  readonly onProgress: ((progress: Progress) => void) | undefined;
}

/** The calls of one page: each gets a number, one answer, and an end even when the other side vanishes. */
export interface Calls {
  readonly start: (operation: string, input: unknown, options: CallOptions) => Promise<unknown>;
  readonly answer: (id: number, answer: Answer) => void;
  readonly progress: (id: number, progress: Progress) => void;
  /** Rejects every open call: what came of them is not known. */
  readonly abandon: (error: AppError) => void;
}

/** Bytes of a text as it goes over the wire. Three bytes a sign is the most UTF-8 needs for one UTF-16 unit. */
const isTooLarge = (text: string): boolean =>
  text.length * 3 > MESSAGE_LIMIT && new TextEncoder().encode(text).byteLength > MESSAGE_LIMIT;

export function createCalls(send: (text: string) => void): Calls {
  const open = new Map<number, OpenCall>();
  let lastId = 0;

  const settle = (id: number): OpenCall | undefined => {
    const call = open.get(id);
    open.delete(id);
    return call;
  };

  const start = (operation: string, input: unknown, { signal, onProgress }: CallOptions): Promise<unknown> => {
    lastId += 1;
    const id = lastId;
    const message: ClientMessage = { type: 'call', id, operation, input };
    const text = JSON.stringify(message);
    if (signal?.aborted) return Promise.reject(new AppError('cancelled', 'The call was cancelled.'));
    if (isTooLarge(text)) {
      return Promise.reject(new AppError('message-too-large', `The input of ${operation} is larger than 1 MiB.`));
    }
    return new Promise((resolve, reject) => {
      const cancel = (): void => {
        if (settle(id) === undefined) return;
        send(JSON.stringify({ type: 'cancel', id } satisfies ClientMessage));
        reject(new AppError('cancelled', 'The call was cancelled.'));
      };
      const release = (): void => signal?.removeEventListener('abort', cancel);
      signal?.addEventListener('abort', cancel, { once: true });
      open.set(id, {
        resolve: (value) => (release(), resolve(value)),
        reject: (error) => (release(), reject(error)),
        onProgress,
      });
      send(text);
    });
  };

  return {
    start,
    answer: (id, answer) => {
      const call = settle(id);
      if (answer.ok) call?.resolve(answer.value);
      else call?.reject(fromWire(answer.error));
    },
    progress: (id, progress) => open.get(id)?.onProgress?.(progress),
    abandon: (error) => {
      const calls = [...open.values()];
      open.clear();
      for (const call of calls) call.reject(error);
    },
  };
}
