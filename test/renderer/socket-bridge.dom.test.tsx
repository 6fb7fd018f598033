import { afterEach, describe, expect, it } from 'vitest';
import { backoff, createSocketBridge, type Socket } from '../../src/renderer/api/socket-bridge.ts';
import { MESSAGE_LIMIT, type ServerMessage } from '../../src/shared/contract/protocol.ts';
import { hasCode } from '../../src/shared/errors/app-error.ts';

/** A socket whose other end is the test. */
class TestSocket implements Socket {
  readonly sent: string[] = [];
  readonly listeners = new Map<string, (event: { data?: unknown }) => void>();
  readonly path: string;
  readonly protocols: readonly string[];
  constructor(path: string, protocols: readonly string[]) {
    this.path = path;
    this.protocols = protocols;
  }
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void {
    this.listeners.set(type, listener);
  }
  send(text: string): void {
    this.sent.push(text);
  }
  close(): void {
    this.listeners.get('close')?.({});
  }
  open(): void {
    this.listeners.get('open')?.({});
  }
  say(message: ServerMessage): void {
    this.listeners.get('message')?.({ data: JSON.stringify(message) });
  }
  /** The calls that arrived, as the workspace would read them. */
  get calls(): readonly { type: string; id: number; operation: string; input: unknown }[] {
    return this.sent.map((text) => JSON.parse(text));
  }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

interface World {
  readonly hash?: string;
  readonly kept?: string;
  readonly session?: () => Response;
  readonly file?: () => Response;
}

function start({ hash = '#ticket-1', kept, session, file }: World = {}) {
  const sockets: TestSocket[] = [];
  const timers: (() => void)[] = [];
  const requests: { url: string; init: RequestInit | undefined }[] = [];
  const stored = new Map(kept === undefined ? [] : [['plumbline.token', kept]]);
  const shown: string[] = [];
  const bridge = createSocketBridge({
    fetch: async (input, init) => {
      const url = input instanceof Request ? input.url : input.toString();
      requests.push({ url, init });
      return url === 'session'
        ? (session?.() ?? Response.json({ token: 'token-1' }))
        : (file?.() ?? new Response(null, { status: 404 }));
    },
    storage: {
      getItem: (name) => stored.get(name) ?? null,
      setItem: (name, value) => void stored.set(name, value),
      removeItem: (name) => void stored.delete(name),
    },
    location: { hash, pathname: '/', search: '' },
    history: { replaceState: (_state, _title, url) => void shown.push(String(url)) },
    openSocket: (path, protocols) => {
      const socket = new TestSocket(path, protocols);
      sockets.push(socket);
      return socket;
    },
    later: (act) => {
      timers.push(act);
      return () => undefined;
    },
    random: () => 0.5,
  });
  open.push(bridge);
  return { bridge, sockets, timers, requests, stored, shown };
}

const open: { close: () => void }[] = [];
afterEach(() => {
  for (const bridge of open.splice(0)) bridge.close();
});

async function connected(world: World = {}) {
  const started = start(world);
  await settle();
  const [socket] = started.sockets;
  if (socket === undefined) throw new Error('No socket was opened.');
  socket.open();
  return { ...started, socket };
}

describe('createSocketBridge', () => {
  it('exchanges the ticket, takes it off the address and keeps the token in this tab', async () => {
    const { requests, shown, stored, socket, bridge } = await connected();
    expect(requests[0]).toMatchObject({ url: 'session', init: { method: 'POST', body: '{"ticket":"ticket-1"}' } });
    expect(shown).toEqual(['/']);
    expect(stored.get('plumbline.token')).toBe('token-1');
    expect(socket).toMatchObject({ path: 'socket', protocols: ['plumbline.1', 'token-1'] });
    expect(bridge.state()).toBe('connected');
  });

  it('uses the kept token after the page was loaded again', async () => {
    const { requests, socket } = await connected({ hash: '', kept: 'token-0' });
    expect(requests).toEqual([]);
    expect(socket.protocols[1]).toBe('token-0');
  });

  it('is refused without a ticket, and with one that was used', async () => {
    const without = start({ hash: '' });
    await settle();
    expect(without.bridge.state()).toBe('refused');
    const used = start({ session: () => new Response(null, { status: 401 }) });
    await settle();
    expect(used.bridge.state()).toBe('refused');
    await expect(used.bridge.call('workspace.status', {})).rejects.toSatisfy((error) => hasCode(error, 'peer-gone'));
  });

  it('answers each call with its own answer, in any order', async () => {
    const { bridge, socket } = await connected();
    const first = bridge.call('records.count', { kind: 'audit' });
    const second = bridge.call('records.count', {});
    const [one, two] = socket.calls;
    socket.say({ type: 'answer', id: two?.id ?? 0, answer: { ok: true, value: 'second' } });
    socket.say({ type: 'answer', id: one?.id ?? 0, answer: { ok: true, value: 'first' } });
    await expect(Promise.all([first, second])).resolves.toEqual(['first', 'second']);
    expect(one).toMatchObject({ type: 'call', operation: 'records.count', input: { kind: 'audit' } });
  });

  it('keeps calls made before the first connection until it is there', async () => {
    const { bridge, sockets } = start();
    const call = bridge.call('workspace.status', {});
    await settle();
    sockets[0]?.open();
    expect(sockets[0]?.calls).toHaveLength(1);
    sockets[0]?.say({ type: 'answer', id: 1, answer: { ok: true, value: 1 } });
    await expect(call).resolves.toBe(1);
  });

  it('turns an error answer into the AppError it stands for', async () => {
    const { bridge, socket } = await connected();
    const call = bridge.call('sync.run', {});
    const error = { code: 'workspace-busy', message: 'Busy.', data: { pid: 7 } } as const;
    socket.say({ type: 'answer', id: 1, answer: { ok: false, error } });
    await expect(call).rejects.toMatchObject({ code: 'workspace-busy', data: { pid: 7 } });
  });

  it('tells progress to the call it belongs to, and events to those who listen', async () => {
    const { bridge, socket } = await connected();
    const progress: unknown[] = [];
    const events: unknown[] = [];
    const stop = bridge.on('sync.changed', (data) => events.push(data));
    const call = bridge.call('sync.run', {}, { onProgress: (one) => progress.push(one) });
    socket.say({ type: 'progress', id: 1, progress: { done: 3, unit: 'rows' } });
    socket.say({ type: 'progress', id: 9, progress: { done: 4, unit: 'rows' } });
    socket.say({ type: 'event', event: 'sync.changed', data: { running: true } });
    stop();
    socket.say({ type: 'event', event: 'sync.changed', data: { running: false } });
    socket.say({ type: 'answer', id: 1, answer: { ok: true, value: null } });
    await call;
    expect(progress).toEqual([{ done: 3, unit: 'rows' }]);
    expect(events).toEqual([{ running: true }]);
  });

  it('cancels by telling the workspace, and an answer that comes later is nobody’s', async () => {
    const { bridge, socket } = await connected();
    const controller = new AbortController();
    const call = bridge.call('records.list', {}, { signal: controller.signal });
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(socket.calls.at(-1)).toEqual({ type: 'cancel', id: 1 });
    socket.say({ type: 'answer', id: 1, answer: { ok: true, value: 1 } });
    await expect(bridge.call('x', {}, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('refuses a message over the limit without sending it', async () => {
    const { bridge, socket } = await connected();
    const call = bridge.call('records.list', { search: 'é'.repeat(MESSAGE_LIMIT / 2) });
    await expect(call).rejects.toMatchObject({ code: 'message-too-large' });
    expect(socket.sent).toEqual([]);
  });

  it('rejects what is open when the socket is cut, says so, and connects again by itself', async () => {
    const { bridge, socket, sockets, timers } = await connected();
    const states: string[] = [];
    bridge.onState(() => states.push(bridge.state()));
    const call = bridge.call('records.count', {});
    socket.close();
    await expect(call).rejects.toMatchObject({ code: 'peer-gone' });
    await expect(bridge.call('records.count', {})).rejects.toMatchObject({ code: 'peer-gone' });
    timers.shift()?.();
    await settle();
    sockets[1]?.open();
    expect(sockets[1]?.protocols[1]).toBe('token-1');
    expect(states).toEqual(['lost', 'connected']);
  });

  it('waits for a server that is gone, and gives up on one that does not know it', async () => {
    const gone = await connected({
      file: () => {
        throw new TypeError('fetch failed');
      },
    });
    gone.socket.close();
    gone.timers.shift()?.();
    await settle();
    gone.sockets[1]?.close();
    await settle();
    expect(gone.timers).toHaveLength(1);
    expect(gone.bridge.state()).toBe('lost');

    const other = await connected({ file: () => new Response(null, { status: 401 }) });
    other.socket.close();
    other.timers.shift()?.();
    await settle();
    other.sockets[1]?.close();
    await settle();
    expect(other.bridge.state()).toBe('refused');
    expect(other.stored.has('plumbline.token')).toBe(false);
  });

  it('fetches a kept file by its relative path with the token, never as part of an address', async () => {
    const { bridge, requests } = await connected({ file: () => new Response('%PDF-') });
    await expect((await bridge.file('a/b')).text()).resolves.toBe('%PDF-');
    expect(requests.at(-1)).toMatchObject({
      url: 'files/a%2Fb',
      init: { headers: { authorization: 'Bearer token-1' } },
    });
    const missing = await connected();
    await expect(missing.bridge.file('x')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('backoff', () => {
  it('doubles up to five seconds, and is never at once', () => {
    expect([0, 1, 2, 3, 10].map((attempt) => backoff(attempt, 1))).toEqual([250, 500, 1000, 2000, 5000]);
    expect(backoff(0, 0)).toBe(125);
  });
});
