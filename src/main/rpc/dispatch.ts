import { contract, type OperationName } from '../../shared/contract/index.ts';
import type { Reach } from '../../shared/contract/operation.ts';
import type { Answer } from '../../shared/contract/protocol.ts';
import { AppError, isAppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Log } from '../platform/log.ts';
import type { Call, Handlers } from './handlers.ts';

/** How far each kind of asker reaches; an operation is answered to those that reach at least as far as it asks. */
const DISTANCE: Readonly<Record<Reach, number>> = { anywhere: 0, window: 1, local: 2 };

/** True when `name` is an operation of the contract. */
export const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name);

/** One call, and who asks. */
export interface Request {
  readonly operation: string;
  readonly input: unknown;
  readonly reach: Reach;
  /** Whether a click or a key press of a person led to it. */
  readonly gesture: boolean;
}

/** Names and reasons of what is wrong, without the values: they may be long, private or both. */
function inputFault(name: string, issues: readonly { path: PropertyKey[]; message: string }[]): AppError {
  const fields = issues.map((issue) => issue.path.map(String).join('.') || 'input');
  const first = issues[0]?.message ?? 'not valid';
  return new AppError('bad-input', `${name} was given a value it cannot use: ${fields[0] ?? 'input'} (${first}).`, {
    data: { operation: name, fields },
  });
}

async function run(handlers: Handlers, name: OperationName, input: unknown, call: Call): Promise<unknown> {
  const parsed = contract[name].input.safeParse(input);
  if (!parsed.success) throw inputFault(name, parsed.error.issues);
  // The handler map is checked name by name where it is declared; here name and input belong together by construction.
  const handler = handlers[name] as (input: unknown, call: Call) => unknown;
  return await handler(parsed.data, call);
}

/**
 * Answers one call: checks name, reach and input, runs the handler, and turns whatever happens into an answer. Never
 * throws. Errors that are not ours, and ours that no person caused, are logged here, where their cause is still known.
 */
export async function dispatch(handlers: Handlers, request: Request, call: Call, log: Log): Promise<Answer> {
  const { operation, input, reach, gesture } = request;
  try {
    if (!isOperation(operation)) {
      throw new AppError('unknown-operation', 'There is no such operation.', {
        data: { operation: operation.slice(0, 100) },
      });
    }
    if (DISTANCE[reach] < DISTANCE[contract[operation].reach]) {
      throw new AppError('not-offered-here', `${operation} is not offered to this page.`);
    }
    if (contract[operation].gesture && !gesture) {
      throw new AppError('needs-gesture', `${operation} must follow a click or a key press.`);
    }
    return { ok: true, value: await run(handlers, operation, input, call) };
  } catch (thrown) {
    if (call.signal.aborted) return { ok: false, error: toWire(new AppError('cancelled', 'The call was cancelled.')) };
    if (!isAppError(thrown) || thrown.code === 'internal') log.error('rpc.failed', thrown, { operation });
    else log.info('rpc.refused', { operation, code: thrown.code });
    return { ok: false, error: toWire(thrown) };
  }
}
