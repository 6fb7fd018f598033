import { contract } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import type { Answer, ServerMessage } from '../../shared/contract/protocol.ts';
import { AppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Log } from '../platform/log.ts';
import type { Workspaces } from '../services/services.ts';
import { dispatch, isOperation, type Request } from './dispatch.ts';
import type { Handlers } from './handlers.ts';

/** What a transport carries to its peer besides answers. */
export type PushedMessage = Exclude<ServerMessage, { readonly type: 'answer' }>;

interface SessionCall extends Request {
  /** The peer's own number for the call, unique while it is open. */
  readonly id: number;
}

/** One peer (a page, a window), whatever carries its words: its open calls end with it. */
export interface Session {
  /** Answers one call, exactly once. Never rejects. */
  readonly call: (call: SessionCall) => Promise<Answer>;
  readonly cancel: (id: number) => void;
  /** The peer is gone: what it left open is cancelled, but for what outlives a page (a sync). */
  readonly close: () => void;
}

interface OpenCall {
  readonly controller: AbortController;
  readonly outlivesPage: boolean;
}

/** A call that goes on when its page is gone. */
export interface LongCall {
  readonly cancel: () => void;
  /** Resolves when the call is over, however it ended. */
  readonly over: Promise<unknown>;
}

interface SessionOptions {
  readonly handlers: Handlers;
  readonly workspaces: Workspaces;
  readonly log: Log;
  /** Progress of open calls, and events. Not used any more once the session is closed. */
  readonly push: (message: PushedMessage) => void;
  /** Told of each call that may outlive this peer, when it begins. */
  readonly onLongCall?: (call: LongCall) => void;
}

/** Serves one peer. */
export function createSession({ handlers, workspaces, log, push, onLongCall }: SessionOptions): Session {
  const open = new Map<number, OpenCall>();
  const unlisten = workspaces.events.listen((event, data) => push({ type: 'event', event, data }));

  return {
    call: async ({ id, operation, input, reach, gesture }) => {
      if (open.has(id)) return { ok: false, error: toWire(new AppError('bad-input', 'This call number is in use.')) };
      const controller = new AbortController();
      const entry = { controller, outlivesPage: isOperation(operation) && contract[operation].outlivesPage };
      open.set(id, entry);
      const call = {
        workspaces,
        signal: controller.signal,
        gesture,
        progress: (progress: Progress) => {
          if (open.get(id) === entry) push({ type: 'progress', id, progress });
        },
      };
      const over = dispatch(handlers, { operation, input, reach, gesture }, call, log);
      if (entry.outlivesPage) onLongCall?.({ cancel: () => controller.abort(), over });
      const answer = await over;
      if (open.get(id) === entry) open.delete(id);
      return answer;
    },
    cancel: (id) => open.get(id)?.controller.abort(),
    close: () => {
      unlisten();
      const left = [...open.values()];
      open.clear();
      for (const { controller, outlivesPage } of left) if (!outlivesPage) controller.abort();
    },
  };
}
