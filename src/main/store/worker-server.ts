import { performance } from 'node:perf_hooks';
import { receiveMessageOnPort, type MessagePort } from 'node:worker_threads';
import { AppError, hasCode, isAppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import { toStoreError } from './errors.ts';
import type { Outcome } from './ingest.ts';
import type { Slices } from './slices.ts';
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
export interface Service<
  Calls extends CallMap,
  Batched extends keyof Calls = never,
  Sliced extends keyof Calls = never,
> {
  readonly recovery: Recovery | null;
  readonly handlers: Handlers<Omit<Calls, Batched | Sliced>>;
  readonly batches: { readonly [Name in Batched]: BatchHandler<Calls[Name]> };
  /** What must be there before a call is done: awaited at the first call of each name, while all others wait behind it. */
  readonly before?: { readonly [Name in keyof Calls]?: () => Promise<void> };
  /** Calls that others may overtake while they wait: they take long, and a screen is complete without their answer. */
  readonly background?: readonly (keyof Calls)[];
  /** Calls of the background that are done in slices: between two of them others are done, and they can be given up. */
  readonly slices?: { readonly [Name in Sliced]: (input: Calls[Name]['input']) => Slices<Calls[Name]['output']> };
  readonly close: () => void;
}

type CallMessage = Extract<ToWorker, { type: 'call' }>;

/** A call that is being done in slices; `ms` is the longest so far. */
interface Running {
  readonly call: CallMessage;
  readonly slices: Slices<unknown>;
  ms: number;
}

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
 * worker ends. Calls are done one after the other in the order they came, but for those in the background: these wait for
 * all others, also between slices.
 */
export function serveCalls<
  Calls extends CallMap,
  Batched extends keyof Calls = never,
  Sliced extends keyof Calls = never,
>(port: MessagePort, start: () => Service<Calls, Batched, Sliced>): void {
  const send = (message: FromWorker): void => port.postMessage(message);
  const waiting: CallMessage[] = [];
  let service: Service<Calls, Batched, Sliced>;
  let toldDamaged = false;
  let scheduled = false;
  let closing = false;
  let running: Running | null = null;

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

  const sliced = (service.slices ?? {}) as Readonly<Record<string, ((input: unknown) => Slices<unknown>) | undefined>>;

  const unmet = new Map(Object.entries(service.before ?? {}) as [string, () => Promise<void>][]);
  const background = new Set<string>([...(service.background ?? []).map(String), ...Object.keys(sliced)]);

  /** The call to be done next, taken off those that wait; none in the background while one of them is being done. */
  const nextCall = (): CallMessage | undefined => {
    const index = waiting.findIndex(({ name }) => !background.has(name));
    if (index >= 0) return waiting.splice(index, 1)[0];
    return running === null ? waiting.shift() : undefined;
  };

  const take = (message: ToWorker): void => {
    if (message.type === 'call') waiting.push(message);
    if (message.type === 'close') closing = true;
    if (message.type === 'cancel') {
      const index = waiting.findIndex((call) => call.seq === message.seq);
      if (index >= 0) waiting.splice(index, 1);
      if (running?.call.seq === message.seq) running = null;
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

  const doSlice = (current: Running): void => {
    const began = performance.now();
    let outcome: Outcome<unknown> | null;
    try {
      const slice = current.slices.next();
      outcome = slice.done ? { value: slice.value } : null;
    } catch (thrown) {
      outcome = { thrown };
    }
    current.ms = Math.max(current.ms, performance.now() - began);
    if (outcome === null) return;
    running = null;
    answer(current.call, current.ms, outcome);
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
    for (let call = nextCall(); call ?? running; call = nextCall()) {
      const load = call && unmet.get(call.name);
      // Still scheduled: what comes meanwhile waits.
      if (call && load) return void meet(call, load);
      const batch = call && Object.hasOwn(batches, call.name) ? batches[call.name] : undefined;
      const slices = call && Object.hasOwn(sliced, call.name) ? sliced[call.name] : undefined;
      if (call && batch) doBatch(call, batch);
      else if (call && slices) running = { call, slices: slices(call.input), ms: 0 };
      else if (call) doOne(call);
      else if (running) doSlice(running);
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
