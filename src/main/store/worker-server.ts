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
  /** What must be there before a call is done: awaited at the first call of each name, while all others wait behind it. */
  readonly before?: { readonly [Name in keyof Calls]?: () => Promise<void> };
  /** Calls that others may overtake while they wait: they take long, and a screen is complete without their answer. */
  readonly background?: readonly (keyof Calls)[];
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
 * worker ends. Calls are done one after the other in the order they came, but for those in the background.
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

  const unmet = new Map(Object.entries(service.before ?? {}) as [string, () => Promise<void>][]);
  const background = new Set<string>(service.background?.map(String));

  /** The call to be done next, taken off those that wait. */
  const nextCall = (): CallMessage | undefined => {
    const isBehind = waiting[0] !== undefined && background.has(waiting[0].name);
    const index = isBehind ? waiting.findIndex(({ name }) => !background.has(name)) : 0;
    return waiting.splice(Math.max(0, index), 1)[0];
  };

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

  const schedule = (): void => {
    if (scheduled) return;
    scheduled = true;
    setImmediate(work);
  };

  /** Makes ready what a call needs, then goes on with it. A call whose needs cannot be met is answered with why. */
  const meet = async (call: CallMessage, load: () => Promise<void>): Promise<void> => {
    // It stays in its place, where a cancel finds it.
    waiting.unshift(call);
    try {
      await load();
      unmet.delete(call.name);
    } catch (thrown) {
      const index = waiting.indexOf(call);
      if (index >= 0) answer(call, 0, { thrown });
      if (index >= 0) waiting.splice(index, 1);
    }
    scheduled = false;
    schedule();
  };

  const work = (): void => {
    takeAll();
    for (let call = nextCall(); call; call = nextCall()) {
      const load = unmet.get(call.name);
      // Still scheduled: what comes meanwhile waits.
      if (load) return void meet(call, load);
      const batch = Object.hasOwn(batches, call.name) ? batches[call.name] : undefined;
      if (batch) doBatch(call, batch);
      else doOne(call);
      takeAll();
    }
    scheduled = false;
    if (!closing) return;
    service.close();
    port.close();
  };

  port.on('message', (message: ToWorker) => {
    take(message);
    schedule();
  });
  send({ type: 'ready', recovery: service.recovery });
}
