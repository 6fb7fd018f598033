import { describe, expect, it, vi } from 'vitest';
import type { ServerMessage } from '../../src/shared/contract/protocol.ts';
import { AppError } from '../../src/shared/errors/app-error.ts';
import { ERROR_CODES } from '../../src/shared/errors/codes.ts';
import { fromWire } from '../../src/shared/errors/wire.ts';
import type { ConnectionId } from '../../src/shared/model/ids.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { handlers } from '../../src/main/rpc/handlers.ts';
import { createSession } from '../../src/main/rpc/session.ts';
import { createTextPeer } from '../../src/main/rpc/text-peer.ts';
import type { Services } from '../../src/main/services/services.ts';
import { fakeConnections, fakeWorkspaces } from '../support/fake-workspaces.ts';

/** A peer that remembers what it was told and can wait for the answer to a call. */
function peerOf(services: Partial<Services>) {
  const told: ServerMessage[] = [];
  const waiting = new Map<number, (message: ServerMessage & { type: 'answer' }) => void>();
  const workspaces = fakeWorkspaces(services);
  const session = createTextPeer({
    connect: (push) => createSession({ handlers, workspaces, log: silentLog, push }),
    log: silentLog,
    send: (message) => {
      told.push(message);
      if (message.type === 'answer') waiting.get(message.id)?.(message);
    },
  });
  const answerTo = (id: number) =>
    new Promise<ServerMessage & { type: 'answer' }>((resolve) => {
      const known = told.find((message) => message.type === 'answer' && message.id === id);
      if (known?.type === 'answer') resolve(known);
      else waiting.set(id, resolve);
    });
  const call = async (id: number, operation: string, input: unknown = {}) => {
    session.receive(JSON.stringify({ type: 'call', id, operation, input }));
    return (await answerTo(id)).answer;
  };
  return { told, session, workspaces, call, answerTo };
}

const failing = (thrown: unknown): Partial<Services> => fakeConnections(() => Promise.reject(thrown));

describe('createSession', () => {
  it('answers a query with its value', async () => {
    const { call } = peerOf(fakeConnections());
    expect(await call(1, 'connections.list')).toEqual({ ok: true, value: [] });
  });

  it('answers an unknown operation with an error, also for names of the object’s own', async () => {
    const { call } = peerOf({});
    for (const [index, name] of ['nothing.here', 'constructor', '__proto__', 'toString', ''].entries()) {
      expect(await call(index, name)).toMatchObject({ ok: false, error: { code: 'unknown-operation' } });
    }
  });

  it('answers bad input with the field’s name and never with its value', async () => {
    const { call } = peerOf({});
    const answer = await call(1, 'records.list', { kind: 'audit', limit: 'a secret thing' });
    expect(answer).toMatchObject({ ok: false, error: { code: 'bad-input', data: { fields: ['limit'] } } });
    expect(JSON.stringify(answer)).not.toContain('a secret thing');
  });

  it('refuses input fields it does not know', async () => {
    const { call } = peerOf({});
    expect(await call(1, 'connections.list', { extra: true })).toMatchObject({ error: { code: 'bad-input' } });
  });

  it.each(ERROR_CODES)('carries %s there and back with message and data', async (code) => {
    const { call } = peerOf(failing(new AppError(code, 'It happened.', { data: { vendor: 'conqa', status: 401 } })));
    const answer = await call(1, 'connections.list');
    expect(answer.ok).toBe(false);
    const error = fromWire(answer.ok ? undefined : answer.error);
    expect(error).toMatchObject({ code, message: 'It happened.', data: { vendor: 'conqa', status: 401 } });
  });

  it('says nothing of an error that is not ours', async () => {
    const { call } = peerOf(failing(new Error('key sk-123 in /home/hana/x')));
    const answer = await call(1, 'connections.list');
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal', data: {} } });
    expect(JSON.stringify(answer)).not.toMatch(/sk-123|hana/);
  });

  it('answers a message over 1 MiB by its number', async () => {
    const { session, answerTo } = peerOf({});
    session.receive(JSON.stringify({ type: 'call', id: 7, operation: 'x', input: 'x'.repeat(1024 * 1024) }));
    expect((await answerTo(7)).answer).toMatchObject({ ok: false, error: { code: 'message-too-large' } });
  });

  it('stays quiet on what is no message', () => {
    const { session, told } = peerOf({});
    for (const text of ['', '{', '[]', 'null', '{"type":"call"}', '{"type":"call","id":"1","operation":"x"}']) {
      session.receive(text);
    }
    expect(told).toEqual([]);
  });

  it('refuses a second call under a number that is open', async () => {
    let release = (): void => undefined;
    const held = new Promise<never[]>((resolve) => {
      release = () => resolve([]);
    });
    const { session, told, answerTo } = peerOf(fakeConnections(() => held));
    const text = JSON.stringify({ type: 'call', id: 1, operation: 'connections.list', input: {} });
    session.receive(text);
    session.receive(text);
    await vi.waitFor(() => {
      expect(told).toMatchObject([{ type: 'answer', id: 1, answer: { ok: false, error: { code: 'bad-input' } } }]);
    });
    release();
    await answerTo(1);
  });

  it('passes progress on until the answer, and cancels on request', async () => {
    const services: Partial<Services> = {
      sync: {
        run: (_only, { signal, progress }) => {
          progress({ done: 3, unit: 'rows' });
          return new Promise((_resolve, reject) => {
            signal.addEventListener('abort', () => reject(new Error('stopped')));
          });
        },
        status: () => Promise.reject(new Error()),
        record: () => Promise.reject(new Error()),
        afterSend: () => Promise.reject(new Error()),
      },
    };
    const { session, told, answerTo } = peerOf(services);
    session.receive(JSON.stringify({ type: 'call', id: 4, operation: 'sync.run', input: {} }));
    await Promise.resolve();
    session.receive(JSON.stringify({ type: 'cancel', id: 4 }));
    expect((await answerTo(4)).answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(told[0]).toEqual({ type: 'progress', id: 4, progress: { done: 3, unit: 'rows' } });
  });

  /** A call that ends only when it is aborted, and whether it was. */
  function endless() {
    const state = { aborted: false };
    const run = (signal: AbortSignal) =>
      new Promise<never>((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          state.aborted = true;
          reject(new Error('stopped'));
        });
      });
    return { state, run };
  }

  it('cancels what a vanished peer left open and tells it nothing more', async () => {
    const { state, run } = endless();
    const { session, told, workspaces } = peerOf({
      reports: { open: (_input, { signal }) => run(signal), download: () => Promise.reject(new Error()) },
    });
    session.receive(JSON.stringify({ type: 'call', id: 4, operation: 'reports.open', input: { id: 'a:audit:1' } }));
    await Promise.resolve();
    session.close();
    workspaces.events.emit('connections.changed', {});
    await Promise.resolve();
    expect(state.aborted).toBe(true);
    expect(told).toEqual([]);
  });

  it('lets a sync go on when the page that asked for it was loaded again', async () => {
    const { state, run } = endless();
    const { session } = peerOf({
      sync: {
        run: (_only, { signal }) => run(signal),
        status: () => Promise.reject(new Error()),
        record: () => Promise.reject(new Error()),
        afterSend: () => Promise.reject(new Error()),
      },
    });
    session.receive(JSON.stringify({ type: 'call', id: 4, operation: 'sync.run', input: {} }));
    await Promise.resolve();
    session.close();
    expect(state.aborted).toBe(false);
  });

  it('tells every event to the peer', () => {
    const { told, workspaces } = peerOf({});
    workspaces.events.emit('records.changed', { connectionId: 'c' as ConnectionId, kinds: ['audit'] });
    expect(told).toEqual([{ type: 'event', event: 'records.changed', data: { connectionId: 'c', kinds: ['audit'] } }]);
  });

  it('keeps operations that name a place on this computer away from pages, the desktop’s too', async () => {
    const reports = {
      open: () => Promise.reject(new Error()),
      download: () => Promise.reject(new AppError('not-found', '')),
    };
    const workspaces = fakeWorkspaces({ reports });
    const session = createSession({ handlers, workspaces, log: silentLog, push: () => undefined });
    const input = { records: ['a:audit:1'], out: 'somewhere' };
    const answers = await Promise.all(
      (['anywhere', 'window', 'local'] as const).map((reach, id) =>
        session.call({ id, operation: 'reports.download', input, reach, gesture: true }),
      ),
    );
    expect(answers).toMatchObject([
      { error: { code: 'not-offered-here' } },
      { error: { code: 'not-offered-here' } },
      { error: { code: 'not-found' } },
    ]);
  });
});
