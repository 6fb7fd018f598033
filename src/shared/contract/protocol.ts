import type { WireError } from '../errors/wire.ts';
import type { EventName, Events } from './events.ts';
import type { Progress } from './operation.ts';

/** The largest message either side accepts, in bytes of its text form: 1 MiB. */
export const MESSAGE_LIMIT = 1024 * 1024;

/** The subprotocol a socket names; its second value carries the session token. */
export const SOCKET_PROTOCOL = 'plumbline.1';

/** Where a page exchanges its single-use ticket for a session token. */
export const SESSION_PATH = 'session';

/** Where a page sends the bytes of a file, by POST with its token; the header below carries the file's name. */
export const SPOOL_PATH = 'spool';
export const FILE_NAME_HEADER = 'x-file-name';

/** Where the socket listens. */
export const SOCKET_PATH = 'socket';

/** What a screen or script says. `id` is its own number for the call, unique while the call is open. */
export type ClientMessage =
  | { readonly type: 'call'; readonly id: number; readonly operation: string; readonly input: unknown }
  | { readonly type: 'cancel'; readonly id: number };

export type Answer<Output = unknown> =
  | { readonly ok: true; readonly value: Output }
  | { readonly ok: false; readonly error: WireError };

/** What the workspace says. Every call gets exactly one answer, progress comes before it. */
export type ServerMessage =
  | { readonly type: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly type: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly type: 'event'; readonly event: EventName; readonly data: Events[EventName] };
