import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../src/shared/errors/app-error.ts';
import type { FromWorker, ToWorker } from '../../src/main/store/worker-protocol.ts';
import { serveCalls, type Service } from '../../src/main/store/worker-server.ts';

type Calls = {
  one: { input: string; output: string };
  many: { input: string; output: string };
  slow: { input: string; output: string };
};

describe('serveCalls', () => {
  /** A served port without a worker, so that what waits in it is known exactly. */
  function served(given: Pick<Service<Calls, 'many', 'slow'>, 'before' | 'background'> = {}) {
    const { port1, port2 } = new MessageChannel();
    /** What comes while a slice is being done. */
    const meanwhile: ToWorker[] = [];
    const done: string[][] = [];
    serveCalls<Calls, 'many', 'slow'>(port1, () => ({
      ...given,
      recovery: null,
      close: () => done.push(['closed']),
      handlers: {
        one: (input) => {
          done.push([input]);
          return input;
        },
      },
      slices: {
        *slow(input) {
          for (const slice of ['1', '2', '3']) {
            done.push([input, slice]);
            for (const message of meanwhile.splice(0)) port2.postMessage(message);
            if (input === 'bad') throw new AppError('bad-input', 'no');
            yield;
          }
          return `${input} whole`;
        },
      },
      batches: {
        many: (more) => {
          const taken: string[] = [];
          for (let next = more(); next !== undefined; next = taken.length < 3 ? more() : undefined) taken.push(next);
          done.push(taken);
          return taken.map((input) =>
            input === 'bad' ? { thrown: new AppError('bad-input', 'no') } : { value: input },
          );
        },
      },
    }));
    const answers: FromWorker[] = [];
    port2.on('message', (message: FromWorker) => answers.push(message));
    const closed = new Promise<void>((resolve) => {
      port2.once('close', resolve);
    });
    return { port: port2, done, answers, closed, meanwhile };
  }

  const call = (seq: number, name: string, input: string): ToWorker => ({ type: 'call', seq, name, input });

  it('joins what waits of one name, in order, and answers each by itself', async () => {
    const { port, done, answers, closed } = served();
    const calls: ToWorker[] = [
      call(1, 'many', 'a'),
      call(2, 'many', 'bad'),
      call(3, 'many', 'c'),
      call(4, 'many', 'd'),
      call(5, 'one', 'e'),
      call(6, 'many', 'f'),
      { type: 'close' },
    ];
    for (const message of calls) port.postMessage(message);
    await closed;
    expect(done).toEqual([['a', 'bad', 'c'], ['d'], ['e'], ['f'], ['closed']]);
    const outcomes = answers.flatMap((answer) => (answer.type === 'answer' ? [[answer.seq, answer.ok]] : []));
    expect(outcomes).toEqual([
      [1, true],
      [2, false],
      [3, true],
      [4, true],
      [5, true],
      [6, true],
    ]);
  });

  it('lets other calls overtake those in the background, which come in their order', async () => {
    const { port, done, closed } = served({ background: ['many'] });
    for (const message of [call(1, 'many', 'a'), call(2, 'one', 'b'), call(3, 'one', 'c'), { type: 'close' }]) {
      port.postMessage(message);
    }
    await closed;
    expect(done).toEqual([['b'], ['c'], ['a'], ['closed']]);
  });

  it('makes ready what a call needs once, before the first that needs it, and keeps the order meanwhile', async () => {
    let loaded = 0;
    const before = {
      one: async () => {
        await Promise.resolve();
        loaded += 1;
      },
    };
    const { port, done, closed } = served({ before });
    for (const message of [call(1, 'one', 'a'), call(2, 'many', 'b'), call(3, 'one', 'c'), { type: 'close' }]) {
      port.postMessage(message);
    }
    await closed;
    expect(done).toEqual([['a'], ['b'], ['c'], ['closed']]);
    expect(loaded).toBe(1);
  });

  it('answers a call whose needs cannot be met with why, and tries again for the next', async () => {
    let tries = 0;
    const before = {
      one: () => {
        tries += 1;
        return tries === 1 ? Promise.reject(new AppError('disk-failed', 'gone')) : Promise.resolve();
      },
    };
    const { port, done, answers, closed } = served({ before });
    for (const message of [call(1, 'one', 'a'), call(2, 'one', 'b'), { type: 'close' }]) port.postMessage(message);
    await closed;
    expect(done).toEqual([['b'], ['closed']]);
    expect(answers).toContainEqual(
      expect.objectContaining({ seq: 1, ok: false, error: expect.objectContaining({ code: 'disk-failed' }) }),
    );
  });

  it('does not begin a call that was cancelled while it waited', async () => {
    const { port, done, closed } = served();
    for (const message of [call(1, 'one', 'a'), call(2, 'one', 'b'), { type: 'cancel', seq: 2 }, { type: 'close' }]) {
      port.postMessage(message);
    }
    await closed;
    expect(done).toEqual([['a'], ['closed']]);
  });

  it('does other calls between the slices of one, and the next in the background when it is whole', async () => {
    const { port, done, answers, closed, meanwhile } = served();
    meanwhile.push(call(3, 'one', 'c'), call(4, 'many', 'd'));
    for (const message of [call(1, 'slow', 'a'), call(2, 'slow', 'b'), { type: 'close' }]) port.postMessage(message);
    await closed;
    expect(done).toEqual([
      ['a', '1'],
      ['c'],
      ['d'],
      ['a', '2'],
      ['a', '3'],
      ['b', '1'],
      ['b', '2'],
      ['b', '3'],
      ['closed'],
    ]);
    expect(answers).toContainEqual(expect.objectContaining({ seq: 1, ok: true, value: 'a whole' }));
  });

  it('gives up between two slices a call that is cancelled, and goes on with the next', async () => {
    const { port, done, answers, closed, meanwhile } = served();
    meanwhile.push({ type: 'cancel', seq: 1 });
    for (const message of [call(1, 'slow', 'a'), call(2, 'slow', 'b'), { type: 'close' }]) port.postMessage(message);
    await closed;
    expect(done).toEqual([['a', '1'], ['b', '1'], ['b', '2'], ['b', '3'], ['closed']]);
    expect(answers.filter((answer) => answer.type === 'answer').map(({ seq }) => seq)).toEqual([2]);
  });

  it('answers a call whose slice fails with why', async () => {
    const { port, done, answers, closed } = served();
    for (const message of [call(1, 'slow', 'bad'), call(2, 'one', 'b'), { type: 'close' }]) port.postMessage(message);
    await closed;
    expect(done).toEqual([['b'], ['bad', '1'], ['closed']]);
    expect(answers).toContainEqual(
      expect.objectContaining({ seq: 1, ok: false, error: expect.objectContaining({ code: 'bad-input' }) }),
    );
  });
});
