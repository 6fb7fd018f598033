import { performance } from 'node:perf_hooks';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { AppError, hasCode, isAppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import { toStoreError } from './errors.ts';
import type { Outcome } from './ingest.ts';
import type { CallMap, Recovery } from './worker-calls.ts';
import type { FromWorker, ToWorker } from './worker-protocol.ts';

/** One function for each call: the worker's whole switch, complete at compile time. */
type Handlers<Calls extends CallMap> = {
  readonly [Name in keyof Calls]: (input: Calls[Name]['input']) => Calls[Name]['output'];
};

/**
 * Does several waiting calls of one name at once: takes inputs from `more` until it gives none or enough are taken, and
 * answers one outcome for each, in order. What it throws is the outcome of all that it took.
 */
type BatchHandler<Call extends { input: unknown; output: unknown }> = (
  more: () => Call['input'] | undefined,
) => readonly Outcome<Call['output']>[];

/** An opened database and what answers the calls on it. */
export interface Service<Calls extends CallMap, Batched extends keyof Calls = never> {
  readonly recovery: Recovery | null;
  readonly handlers: Handlers<Omit<Calls, Batched>>;
  readonly batches: { readonly [Name in Batched]: BatchHandler<Calls[Name]> };
  readonly close: () => void;
}

type CallMessage = Extract<ToWorker, { type: 'call' }>;

/** An error for the wire, with the original beside it when it is a fault of ours. */
function failure(thrown: unknown) {
  const error = toStoreError(thrown);
  return {
    error: toWire(error),
    ...(!isAppError(error) && thrown instanceof Error ? { thrown } : {}),
    damaged: hasCode(error, 'database-corrupt'),
  };
}

/**
 * Serves calls on `port` until it is told to close. `start` opens the database; what it throws is told to main, and the
 * worker ends. Calls are done one after the other in the order they came.
 */
export function serveCalls<Calls extends CallMap, Batched extends keyof Calls = never>(
  port: MessagePort,
  start: () => Service<Calls, Batched>,
): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const waiting: CallMessage[] = [];
  let service: Service<Calls, Batched>;
  let toldDamaged = false;
  let scheduled = false;
  let closing = false;

  try {
    service = start();
  } catch (thrown) {
    const { error, ...rest } = failure(thrown);
    send({ type: 'failed', error, ...(rest.thrown ? { thrown: rest.thrown } : {}) });
    port.close();
    return;
  }
  const handlers = service.handlers as Readonly<Record<string, ((input: unknown) => unknown) | undefined>>;
  const batches = service.batches as unknown as Readonly<
    Record<string, BatchHandler<{ input: unknown; output: unknown }> | undefined>
  >;

  const take = (message: ToWorker): void => {
    if (message.type === 'call') waiting.push(message);
    if (message.type === 'close') closing = true;
    if (message.type === 'cancel') {
      const index = waiting.findIndex((call) => call.seq === message.seq);
      if (index >= 0) waiting.splice(index, 1);
    }
  };

  /** Takes what has come meanwhile, so that a cancel overtakes the call it is for and pages can be joined. */
  const takeAll = (): void => {
    for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port)) {
      take(next.message as ToWorker);
    }
  };

  const answer = ({ seq }: CallMessage, ms: number, outcome: Outcome<unknown>): void => {
    if ('value' in outcome) {
      send({ type: 'answer', seq, ms, ok: true, value: outcome.value });
      return;
    }
    const { damaged, ...wire } = failure(outcome.thrown);
    send({ type: 'answer', seq, ms, ok: false, ...wire });
    if (damaged && !toldDamaged) send({ type: 'damaged' });
    toldDamaged ||= damaged;
  };

  const doBatch = (first: CallMessage, batch: BatchHandler<{ input: unknown; output: unknown }>): void => {
    const taken: CallMessage[] = [];
    const began = performance.now();
    let outcomes: readonly Outcome<unknown>[];
    let next: CallMessage | undefined = first;
    try {
      outcomes = batch(() => {
        if (!next) takeAll();
        const call = next ?? (waiting[0]?.name === first.name ? waiting.shift() : undefined);
        next = undefined;
        if (call) taken.push(call);
        return call?.input;
      });
    } catch (thrown) {
      outcomes = taken.map(() => ({ thrown }));
    }
    const ms = performance.now() - began;
    taken.forEach((call, index) => answer(call, ms, outcomes[index] ?? { thrown: new TypeError('No outcome.') }));
  };

  const doOne = (call: CallMessage): void => {
    const began = performance.now();
    const handler = Object.hasOwn(handlers, call.name) ? handlers[call.name] : undefined;
    let outcome: Outcome<unknown>;
    try {
      if (!handler) throw new AppError('unknown-operation', `No call ${call.name}.`);
      outcome = { value: handler(call.input) };
    } catch (thrown) {
      outcome = { thrown };
    }
    answer(call, performance.now() - began, outcome);
  };

  const work = (): void => {
    scheduled = false;
    takeAll();
    for (let call = waiting.shift(); call; call = waiting.shift()) {
      const batch = Object.hasOwn(batches, call.name) ? batches[call.name] : undefined;
      if (batch) doBatch(call, batch);
      else doOne(call);
      takeAll();
    }
    if (!closing) return;
    service.close();
    port.close();
  };

  port.on('message', (message: ToWorker) => {
    take(message);
    if (scheduled) return;
    scheduled = true;
    setImmediate(work);
  });
  send({ type: 'ready', recovery: service.recovery });
}
