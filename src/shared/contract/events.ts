import type { ConnectionId } from '../model/ids.ts';
import type { Kind } from '../model/record.ts';
import type { Progress } from './operation.ts';

/** What the workspace tells every screen. Events say what changed after it was committed; they carry no content. */
export interface Events {
  /** Another workspace was opened: everything known is of the former one. */
  'workspace.changed': Record<string, never>;
  'connections.changed': Record<string, never>;
  'records.changed': { readonly connectionId: ConnectionId; readonly kinds: readonly Kind[] };
  'files.changed': Record<string, never>;
  'outbox.changed': { readonly progress?: Progress };
  /** A run began, came further or ended. */
  'sync.changed': { readonly running: boolean; readonly progress?: Progress };
  /** A native menu asks for a command of the page, by the name the page gave it. */
  'system.command': { readonly id: string };
}

export type EventName = keyof Events;

export const EVENT_NAMES = [
  'workspace.changed',
  'connections.changed',
  'records.changed',
  'files.changed',
  'outbox.changed',
  'sync.changed',
  'system.command',
] as const satisfies readonly EventName[];
