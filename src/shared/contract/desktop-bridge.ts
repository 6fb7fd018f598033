import type { EventName, Events } from './events.ts';
import type { OPERATION_NAMES } from './names.ts';
import type { Progress } from './operation.ts';
import type { Answer } from './protocol.ts';

/** The channels between the desktop's page and its main process. There are no others. */
export const CHANNELS = {
  call: 'plumbline:call',
  addFile: 'plumbline:add-file',
  cancel: 'plumbline:cancel',
  /** From main to the page: progress of a call, and events. */
  push: 'plumbline:push',
} as const;

/** What main tells the page without being asked; the answer to a call is the result of the call. */
export type PushMessage =
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'event'; readonly event: EventName; readonly data: Events[EventName] };

/**
 * All that the desktop's page gets from the system, frozen, as `window.plumbline`. One function for each operation; `id`
 * is the page's own number for the call, `input` the operation's input as JSON text (its size can be judged, and it
 * carries nothing but data). Never rejects for a reason of the workspace: that is an answer.
 */
export interface DesktopBridge {
  readonly host: 'desktop';
  readonly operations: {
    readonly [Name in (typeof OPERATION_NAMES)[number]]: (id: number, input: string) => Promise<Answer>;
  };
  readonly cancel: (id: number) => void;
  /** Listens to what main tells, until the returned function is called. No object of Electron's reaches the listener. */
  readonly listen: (listener: (message: PushMessage) => void) => () => void;
  /**
   * Copies a file that a person picked or dropped into the workspace, by where it lies on this computer; the page never
   * learns or names that place. Null for a file that lies nowhere (pasted, or made by the page): its bytes go over
   * `spool` instead. Answers like `uploads.add`.
   */
  readonly addFile: (id: number, file: unknown) => Promise<Answer> | null;
}
