import type { EventName, Events } from '../../shared/contract/events.ts';
import type { SpooledFile } from '../../shared/contract/outbox.ts';
import type { Progress } from '../../shared/contract/operation.ts';

export interface CallOptions {
  /** Aborting tells the workspace to stop and rejects with AppError `cancelled`. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * How the page stands with the workspace. `connecting`: calls wait; `lost`: it was there and is looked for again;
 * `refused`: this page has no access and only a new start helps.
 */
export type BridgeState = 'connecting' | 'connected' | 'lost' | 'refused';

/** The one way from a screen to the workspace, whatever carries it. Every rejection is an AppError. */
export interface Bridge {
  readonly call: (operation: string, input: unknown, options?: CallOptions) => Promise<unknown>;
  /** Listens until the returned function is called. */
  readonly on: <Name extends EventName>(event: Name, listener: (data: Events[Name]) => void) => () => void;
  readonly state: () => BridgeState;
  readonly onState: (listener: () => void) => () => void;
  /** The bytes of a kept file, by its id. */
  readonly file: (id: string, signal?: AbortSignal) => Promise<Blob>;
  /** Copies a file that a person chose or dropped into the workspace's spool. */
  readonly spool: (file: File, signal?: AbortSignal) => Promise<SpooledFile>;
  readonly close: () => void;
}
