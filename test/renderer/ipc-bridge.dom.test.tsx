import { describe, expect, it } from 'vitest';
import { createIpcBridge } from '../../src/renderer/api/ipc-bridge.ts';
import type { DesktopBridge, PushMessage } from '../../src/shared/contract/desktop-bridge.ts';
import { OPERATION_NAMES } from '../../src/shared/contract/names.ts';
import { MESSAGE_LIMIT, type Answer } from '../../src/shared/contract/protocol.ts';

interface HeardCall {
  readonly operation: string;
  readonly id: number;
  readonly input: unknown;
  readonly answer: (answer: Answer) => void;
  /** The main process goes away. */
  readonly vanish: () => void;
}

interface World {
  /** Whether files lie on the disk of this computer, where main can find them. */
  readonly isOnDisk?: boolean;
  readonly answerRequest?: () => Response;
}

/** A bridge whose preload and main process are the test. */
function start({ isOnDisk = false, answerRequest }: World = {}) {
  const heard: HeardCall[] = [];
  const cancelled: number[] = [];
  const requests: { readonly url: string; readonly init: RequestInit | undefined }[] = [];
  const listeners = new Set<(message: PushMessage) => void>();
  const hear = (operation: string, id: number, input: unknown): Promise<Answer> =>
    new Promise((answer, reject) => {
      const vanish = (): void => reject(new Error('reply was never sent'));
      heard.push({ operation, id, input, answer, vanish });
    });
  const desktop: DesktopBridge = {
    host: 'desktop',
    operations: Object.freeze(
      Object.fromEntries(
        OPERATION_NAMES.map((name) => [name, (id: number, text: string) => hear(name, id, JSON.parse(text))]),
      ),
    ) as DesktopBridge['operations'],
    cancel: (id) => void cancelled.push(id),
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    addFile: (id, file) => (isOnDisk ? hear('addFile', id, file) : null),
  };
  const bridge = createIpcBridge({
    desktop,
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      requests.push({ url, init });
      return answerRequest?.() ?? new Response(null, { status: 404 });
    },
  });
  const push = (message: PushMessage): void => {
    for (const listener of listeners) listener(message);
  };
  return { bridge, heard, cancelled, requests, listeners, push };
}

describe('createIpcBridge', () => {
  it('is connected from the start', () => {
    expect(start().bridge.state()).toBe('connected');
  });

  it('sends a call before it returns, so that the click it follows is still fresh', () => {
    const { bridge, heard } = start();
    void bridge.call('system.print', {});
    expect(heard).toMatchObject([{ operation: 'system.print', id: 1, input: {} }]);
  });

  it('answers each call with its own answer, in any order', async () => {
    const { bridge, heard } = start();
    const first = bridge.call('records.count', { kind: 'audit' });
    const second = bridge.call('records.count', {});
    heard[1]?.answer({ ok: true, value: 'second' });
    heard[0]?.answer({ ok: true, value: 'first' });
    await expect(Promise.all([first, second])).resolves.toEqual(['first', 'second']);
    expect(heard.map(({ id, input }) => [id, input])).toEqual([
      [1, { kind: 'audit' }],
      [2, {}],
    ]);
  });

  it('turns an error answer into the AppError it stands for', async () => {
    const { bridge, heard } = start();
    const call = bridge.call('sync.run', {});
    heard[0]?.answer({ ok: false, error: { code: 'workspace-busy', message: 'Busy.', data: { pid: 7 } } });
    await expect(call).rejects.toMatchObject({ code: 'workspace-busy', data: { pid: 7 } });
  });

  it('says that nobody answers when the main process goes away', async () => {
    const { bridge, heard } = start();
    const call = bridge.call('sync.run', {});
    heard[0]?.vanish();
    await expect(call).rejects.toMatchObject({ code: 'peer-gone' });
  });

  it.each(['no.such', 'toString', '__proto__'])('knows no operation %s, and asks main for none', async (name) => {
    const { bridge, heard } = start();
    await expect(bridge.call(name, {})).rejects.toMatchObject({ code: 'unknown-operation' });
    expect(heard).toEqual([]);
  });

  it('tells progress to the call it belongs to, and events to those who listen', async () => {
    const { bridge, heard, push } = start();
    const progress: unknown[] = [];
    const events: unknown[] = [];
    const stop = bridge.on('system.command', (data) => events.push(data));
    const call = bridge.call('sync.run', {}, { onProgress: (one) => progress.push(one) });
    push({ type: 'progress', id: 1, progress: { done: 3, unit: 'rows' } });
    push({ type: 'progress', id: 9, progress: { done: 4, unit: 'rows' } });
    push({ type: 'event', event: 'system.command', data: { id: 'sync' } });
    stop();
    push({ type: 'event', event: 'system.command', data: { id: 'print' } });
    heard[0]?.answer({ ok: true, value: null });
    await call;
    push({ type: 'progress', id: 1, progress: { done: 5, unit: 'rows' } });
    expect(progress).toEqual([{ done: 3, unit: 'rows' }]);
    expect(events).toEqual([{ id: 'sync' }]);
  });

  it('cancels by telling main, and an answer that comes later is nobody’s', async () => {
    const { bridge, heard, cancelled } = start();
    const controller = new AbortController();
    const call = bridge.call('records.list', {}, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(cancelled).toEqual([1]);
    heard[0]?.answer({ ok: true, value: 1 });
    const late = bridge.call('records.list', {}, { signal: AbortSignal.abort() });
    await expect(late).rejects.toMatchObject({ code: 'cancelled' });
    expect(heard).toHaveLength(1);
  });

  it('refuses an input over the limit, and one that is not JSON, without sending either', async () => {
    const { bridge, heard } = start();
    const large = bridge.call('records.list', { search: 'é'.repeat(MESSAGE_LIMIT / 2) });
    await expect(large).rejects.toMatchObject({ code: 'message-too-large' });
    await expect(bridge.call('records.list', { limit: 1n })).rejects.toMatchObject({ code: 'bad-input' });
    expect(heard).toEqual([]);
  });

  it('fetches a kept file by its relative path, without a token', async () => {
    const { bridge, requests } = start({ answerRequest: () => new Response('%PDF-') });
    await expect((await bridge.file('a/b')).text()).resolves.toBe('%PDF-');
    expect(requests[0]).toMatchObject({ url: 'files/a%2Fb', init: { headers: {} } });
  });

  it('hands a file on the disk over as it is: neither its place nor its bytes pass through the page', async () => {
    const { bridge, heard, requests } = start({ isOnDisk: true });
    const file = new File(['x'], 'logo.png');
    const spooled = bridge.spool(file);
    expect(heard).toMatchObject([{ operation: 'addFile', id: 1, input: file }]);
    heard[0]?.answer({ ok: true, value: { id: 's1' } });
    await expect(spooled).resolves.toEqual({ id: 's1' });
    expect(requests).toEqual([]);
  });

  it('says why a file on the disk was not taken, and stops copying it when asked', async () => {
    const { bridge, heard, cancelled } = start({ isOnDisk: true });
    const refused = bridge.spool(new File(['x'], 'logo.gif'));
    heard[0]?.answer({ ok: false, error: { code: 'file-wrong-type', message: 'Not a picture.', data: {} } });
    await expect(refused).rejects.toMatchObject({ code: 'file-wrong-type' });
    const controller = new AbortController();
    const stopped = bridge.spool(new File(['x'], 'logo.png'), controller.signal);
    controller.abort();
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' });
    expect(cancelled).toEqual([2]);
  });

  it('sends the bytes of a file that lies nowhere on the disk', async () => {
    const { bridge, heard, requests } = start({ answerRequest: () => Response.json({ id: 's2' }) });
    const file = new File(['x'], 'Übersicht.png');
    await expect(bridge.spool(file)).resolves.toEqual({ id: 's2' });
    expect(requests[0]).toMatchObject({
      url: 'spool',
      init: { method: 'POST', headers: { 'x-file-name': '%C3%9Cbersicht.png' }, body: file },
    });
    expect(heard).toEqual([]);
  });

  it('leaves nothing waiting once it is closed, and hears nothing more', async () => {
    const { bridge, listeners } = start();
    const call = bridge.call('sync.run', {});
    bridge.close();
    await expect(call).rejects.toMatchObject({ code: 'peer-gone' });
    await expect(bridge.call('sync.run', {})).rejects.toMatchObject({ code: 'peer-gone' });
    expect(listeners.size).toBe(0);
  });
});
