import type { App } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { isSending, quitInOrder } from '../../src/main/desktop/quitting.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { createDoor, type Door } from '../../src/main/rpc/door.ts';
import type { Services } from '../../src/main/services/services.ts';
import type { OutboxRow } from '../../src/shared/model/outbox.ts';
import { asElectron, FakeEmitter } from '../support/fake-electron.ts';
import { fakeWorkspaces } from '../support/fake-workspaces.ts';
import { handClock } from '../support/hand-clock.ts';

/** Electron's app as far as its end goes: `quit` asks everybody, then exits. */
class FakeApp extends FakeEmitter {
  exits: number[] = [];
  quit(): void {
    if (!this.tell('before-quit').isPrevented && !this.tell('will-quit').isPrevented) this.exit(0);
  }
  exit(code: number): void {
    this.exits.push(code);
  }
}

const doorOver = (list: () => Promise<readonly OutboxRow[]>) => {
  const workspaces = fakeWorkspaces({ outbox: { list } as unknown as Services['outbox'] });
  return { workspaces, door: createDoor(workspaces, silentLog) };
};
const rows = (...states: readonly OutboxRow['state'][]) =>
  doorOver(() => Promise.resolve(states.map((state) => ({ state }) as OutboxRow)));

let app: FakeApp;
let asked: number;
let stopped: number;
let answer: boolean;

beforeEach(() => {
  app = new FakeApp();
  asked = 0;
  stopped = 0;
  answer = false;
});

const start = (door: Door) =>
  quitInOrder({
    app: asElectron<App>(app),
    door,
    clock: handClock('2026-11-20T12:00:00.000Z'),
    ask: () => {
      asked += 1;
      return Promise.resolve(answer);
    },
    stop: () => void (stopped += 1),
  });

const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('quitInOrder', () => {
  it('closes the workspace before the app ends, once', async () => {
    const { door, workspaces } = rows('ready', 'sent', 'failed', 'needs-checking', 'draft');
    start(door);
    app.quit();
    app.quit();
    await vi.waitFor(() => expect(app.exits).toEqual([0]));
    expect({ asked, stopped, closed: workspaces.closed }).toEqual({ asked: 0, stopped: 1, closed: true });
  });

  it('stays when a change is on its way and the person says so', async () => {
    const { door, workspaces } = rows('sending');
    const quitting = start(door);
    app.quit();
    await settle();
    expect({ asked, exits: app.exits, closed: workspaces.closed }).toEqual({ asked: 1, exits: [], closed: false });
    expect(quitting.isAgreed()).toBe(false);
  });

  it('ends although a change is on its way when the person says so', async () => {
    answer = true;
    const { door } = rows('sending');
    const quitting = start(door);
    app.quit();
    await vi.waitFor(() => expect(app.exits).toEqual([0]));
    expect({ asked, agreed: quitting.isAgreed() }).toEqual({ asked: 1, agreed: true });
  });

  it('asks once, however often the app is told to end meanwhile', async () => {
    const { door } = rows('sending');
    start(door);
    app.quit();
    app.quit();
    await settle();
    expect(asked).toBe(1);
  });

  it('ends although the workspace cannot be closed', async () => {
    const { door } = rows();
    start({ ...door, close: () => Promise.reject(new Error('the disk is gone')) });
    app.quit();
    await vi.waitFor(() => expect(app.exits).toEqual([0]));
  });
});

describe('isSending', () => {
  it('does not hold up the end for an outbox that does not answer', async () => {
    const clock = handClock('2026-11-20T12:00:00.000Z');
    const { door } = doorOver(() => new Promise(() => undefined));
    const sending = isSending(door, clock);
    clock.advance(1000);
    expect(await sending).toBe(false);
  });

  it('is false when the outbox cannot be read', async () => {
    const { door } = doorOver(() => Promise.reject(new Error('closed')));
    expect(await isSending(door, handClock('2026-11-20T12:00:00.000Z'))).toBe(false);
  });
});
