import type { Input, OperationName, Output } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import { fromWire } from '../../shared/errors/wire.ts';
import type { Log } from '../platform/log.ts';
import type { Workspaces } from '../services/services.ts';
import { dispatch } from './dispatch.ts';
import { handlers } from './handlers.ts';

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/** The contract without a transport, for the command line: same checks, same answers. */
export interface LocalClient {
  /** Returns the operation's output. Throws the AppError that a page would be answered with. */
  readonly call: <Name extends OperationName>(
    operation: Name,
    input: Input<Name>,
    options?: CallOptions,
  ) => Promise<Output<Name>>;
}

/** A client of `workspaces` in this process. */
export function createLocalClient(workspaces: Workspaces, log: Log): LocalClient {
  return {
    call: async (operation, input, { signal, onProgress } = {}) => {
      const answer = await dispatch(
        handlers,
        { operation, input, reach: 'local', gesture: true },
        {
          workspaces,
          signal: signal ?? new AbortController().signal,
          gesture: true,
          progress: onProgress ?? (() => undefined),
        },
        log,
      );
      if (!answer.ok) throw fromWire(answer.error);
      return answer.value as Output<typeof operation>;
    },
  };
}
