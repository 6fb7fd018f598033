import type { DesktopBridge, PushMessage } from '../../shared/contract/desktop-bridge.ts';
import type { SpooledFile } from '../../shared/contract/outbox.ts';
import type { Answer } from '../../shared/contract/protocol.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Bridge } from './bridge.ts';
import { createCalls, peerGone } from './calls.ts';
import { createListeners } from './listeners.ts';
import { sendToSpool } from './spool-file.ts';
import { fetchStoredFile } from './stored-file.ts';

interface IpcEnvironment {
  /** What the preload exposes. */
  readonly desktop: DesktopBridge;
  readonly fetch: typeof fetch;
}

type Operations = DesktopBridge['operations'];

/**
 * The bridge of the page in the desktop's window. It is connected from the start: the page and the workspace live and
 * end together, and a page that is loaded again is a new one.
 */
export function createIpcBridge({ desktop, fetch: request }: IpcEnvironment): Bridge {
  const listeners = createListeners();
  let isClosed = false;

  const isKnown = (operation: string): operation is keyof Operations => Object.hasOwn(desktop.operations, operation);

  /** Ends a call with what main answers, or with null where there was nothing to ask. */
  const follow = async (id: number, ask: () => Promise<Answer> | null): Promise<void> => {
    try {
      calls.answer(id, (await ask()) ?? { ok: true, value: null });
    } catch (cause) {
      // Main answers every call. Only a main process that is going away leaves one without.
      calls.fail(id, peerGone(cause));
    }
  };

  const calls = createCalls({
    write: (_id, _operation, input) => JSON.stringify(input ?? {}),
    send: (input, id, operation) => {
      if (isKnown(operation)) void follow(id, () => desktop.operations[operation](id, input));
      else calls.fail(id, new AppError('unknown-operation', 'There is no such operation.', { data: { operation } }));
    },
    cancel: desktop.cancel,
  });

  const receive = (message: PushMessage): void => {
    if (message.type === 'progress') calls.progress(message.id, message.progress);
    else listeners.emit(message.event, message.data);
  };
  const unlisten = desktop.listen(receive);

  return {
    call: (operation, input, options = {}) =>
      isClosed ? Promise.reject(peerGone()) : calls.start(operation, input, options),
    on: listeners.on,
    state: () => 'connected',
    onState: () => () => undefined,
    file: (id, signal) => fetchStoredFile(request, id, '', signal),
    spool: async (file, signal) => {
      if (isClosed) throw peerGone();
      const options = signal === undefined ? {} : { signal };
      const added = await calls.open((id) => void follow(id, () => desktop.addFile(id, file)), options);
      // A picture from the clipboard lies nowhere on the disk: its bytes go as they do from a browser.
      return added === null ? sendToSpool(request, file, '', signal) : (added as SpooledFile);
    },
    close: () => {
      isClosed = true;
      unlisten();
      calls.abandon(peerGone());
    },
  };
}
