import { ipcMain, type IpcMainEvent, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { CHANNELS, type PushMessage } from '../../shared/contract/desktop-bridge.ts';
import { MESSAGE_LIMIT, type Answer } from '../../shared/contract/protocol.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Door } from '../rpc/door.ts';
import type { Session } from '../rpc/session.ts';
import { isPageAddress, mayGoTo } from './page-address.ts';

/** Whether a message comes from the main frame of our own page, as it stands now: neither from an iframe nor elsewhere. */
function isOurPage({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  if (sender.isDestroyed() || senderFrame === null || senderFrame.isDestroyed()) return false;
  return senderFrame === sender.mainFrame && isPageAddress(senderFrame.url);
}

const refusal = (error: AppError): Answer => ({ ok: false, error: toWire(error) });

/** The number and name of a call. Throws AppError `bad-input`. */
function readCall(id: unknown, operation: unknown): { readonly id: number; readonly operation: string } {
  if (typeof id === 'number' && Number.isSafeInteger(id) && typeof operation === 'string') return { id, operation };
  throw new AppError('bad-input', 'A call has a number and names an operation.');
}

/** The JSON of a call's input. Throws AppError `message-too-large`, `bad-input`. */
function readInput(text: unknown): unknown {
  if (typeof text !== 'string') throw new AppError('bad-input', 'The input of a call is JSON text.');
  if (Buffer.byteLength(text) > MESSAGE_LIMIT) {
    throw new AppError('message-too-large', 'The message is over 1 MiB.', { data: { limit: MESSAGE_LIMIT } });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new AppError('bad-input', 'The input of a call is not JSON.', { cause });
  }
}

/** The pages that are answered, for what main tells one of them unasked. */
export interface AnsweredPages {
  /** Tells one page something. A page that is gone is not told. */
  readonly tell: (contents: WebContents, message: PushMessage) => void;
}

/**
 * The contract over Electron's IPC. Every message goes through the two functions below, which ask who is speaking before
 * anything else; no other file listens to `ipcMain`. Each document of the page is one peer: it ends when the page is
 * loaded again, crashes or closes; `onPageGone` is told then.
 */
export function answerPages(door: Door, onPageGone: () => void): AnsweredPages {
  const { log } = door;
  const sessions = new Map<number, Session>();
  const watched = new WeakSet<WebContents>();

  const tell = (contents: WebContents, message: PushMessage): void => {
    if (!contents.isDestroyed()) contents.send(CHANNELS.push, message);
  };

  const end = (id: number): void => {
    if (!sessions.has(id)) return;
    sessions.get(id)?.close();
    sessions.delete(id);
    onPageGone();
  };

  /** Ends a document's session with the document. */
  const watch = (contents: WebContents): void => {
    if (watched.has(contents)) return;
    watched.add(contents);
    const { id } = contents;
    // The next document is another peer; a step within a document is none, and a way out is refused after it began.
    contents.on('did-start-navigation', ({ url, isMainFrame, isSameDocument }) => {
      if (!isSameDocument && mayGoTo(url, isMainFrame)) end(id);
    });
    contents.on('render-process-gone', () => end(id));
    contents.once('destroyed', () => end(id));
  };

  const sessionOf = (contents: WebContents): Session => {
    const { id } = contents;
    const known = sessions.get(id);
    if (known !== undefined) return known;
    const session = door.connect((message) => tell(contents, message));
    sessions.set(id, session);
    watch(contents);
    return session;
  };

  /** The one way in for a question: answers an error to a stranger. */
  const answer = (channel: string, handle: (contents: WebContents, given: readonly unknown[]) => Promise<Answer>) => {
    ipcMain.handle(channel, async (event, ...given: unknown[]): Promise<Answer> => {
      if (!isOurPage(event)) {
        log.warn('ipc.stranger', { operation: typeof given[1] === 'string' ? given[1] : '' });
        return refusal(new AppError('unknown-sender', 'Only Plumbline’s own page is answered.'));
      }
      try {
        return await handle(event.sender, given);
      } catch (thrown) {
        log.warn('ipc.unreadable', {});
        return refusal(thrown instanceof AppError ? thrown : new AppError('internal', 'The call could not be read.'));
      }
    });
  };

  /** The one way in for what needs no answer: a stranger is not heard. */
  const hear = (channel: string, handle: (contents: WebContents, given: readonly unknown[]) => void) => {
    ipcMain.on(channel, (event, ...given: unknown[]) => {
      if (isOurPage(event)) handle(event.sender, given);
      else log.warn('ipc.stranger', {});
    });
  };

  answer(CHANNELS.call, (contents, [id, operation, input, gesture]) =>
    sessionOf(contents).call({
      ...readCall(id, operation),
      input: readInput(input),
      reach: 'window',
      gesture: gesture === true,
    }),
  );

  // The path comes from the preload, which had it from the system for a file that a person picked or dropped.
  answer(CHANNELS.addFile, (contents, [id, path]) =>
    sessionOf(contents).call({ ...readCall(id, 'uploads.add'), input: { path }, reach: 'local', gesture: true }),
  );

  hear(CHANNELS.cancel, (contents, [id]) => {
    if (typeof id === 'number') sessions.get(contents.id)?.cancel(id);
  });
  return { tell };
}
