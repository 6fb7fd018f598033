import type { Input, OperationName } from '../../shared/contract/index.ts';

/** The key of a cached answer: its operation and input. Invalidating by the operation alone reaches all its inputs. */
export const queryKey = <Name extends OperationName>(operation: Name, input: Input<Name>) =>
  [operation, input] as const;

/** Where the progress of the run under way is kept; events fill it, nothing fetches it. */
export const SYNC_PROGRESS_KEY = ['sync.progress'] as const;

/** Where the progress of the change being sent is kept; likewise. */
export const OUTBOX_PROGRESS_KEY = ['outbox.progress'] as const;

/** The bytes of a kept file. They never change under an id. */
export const fileKey = (id: string) => ['file', id] as const;
