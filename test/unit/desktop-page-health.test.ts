import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Box } from '../../src/main/desktop/boxes.ts';
import { comesBack, keepPageAlive } from '../../src/main/desktop/page-health.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { asElectron, FakeEmitter } from '../support/fake-electron.ts';

class FakeContents extends FakeEmitter {
  readonly loaded: string[] = [];
  crashes = 0;
  loadURL(address: string): Promise<void> {
    this.loaded.push(address);
    return Promise.resolve();
  }
  forcefullyCrashRenderer(): void {
    this.crashes += 1;
    this.tell('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
  }
}

class FakeWindow extends FakeEmitter {
  readonly webContents = new FakeContents();
  isGone = false;
  isDestroyed(): boolean {
    return this.isGone;
  }
}

interface Question {
  readonly box: Box;
  readonly signal: AbortSignal | undefined;
  readonly answer: (isYes: boolean) => void;
}

let window: FakeWindow;
let now: number;
let questions: Question[];
let quits: number;

beforeEach(() => {
  window = new FakeWindow();
  now = 0;
  questions = [];
  quits = 0;
  keepPageAlive(asElectron<BrowserWindow>(window), {
    now: () => now,
    log: silentLog,
    ask: (box, signal) =>
      new Promise((answer) => {
        questions.push({ box, signal, answer });
        signal?.addEventListener('abort', () => answer(false));
      }),
    quit: () => void (quits += 1),
  });
});

const settle = () => new Promise((resolve) => setImmediate(resolve));
const crash = (reason = 'crashed') => window.webContents.tell('render-process-gone', {}, { reason, exitCode: 1 });

describe('comesBack', () => {
  it('counts what happened within a minute', () => {
    expect(comesBack([], 0)).toBe(true);
    expect(comesBack([0, 1000], 2000)).toBe(true);
    expect(comesBack([0, 1000, 2000], 3000)).toBe(false);
    expect(comesBack([0, 1000, 2000], 60_000)).toBe(true);
  });
});

describe('keepPageAlive', () => {
  it.each(['crashed', 'killed', 'oom', 'abnormal-exit', 'memory-eviction'])('brings the page back: %s', (reason) => {
    crash(reason);
    expect(window.webContents.loaded).toEqual(['app://plumbline/']);
  });

  it('takes a clean end, or one of a window that is closing, for what it is', () => {
    crash('clean-exit');
    window.isGone = true;
    crash();
    expect(window.webContents.loaded).toEqual([]);
  });

  it('asks at the fourth crash within a minute, and comes back when told to', async () => {
    for (let times = 0; times < 4; times += 1) crash();
    expect(window.webContents.loaded).toHaveLength(3);
    expect(questions[0]?.box.options).toMatchObject({ type: 'error', buttons: ['Load the page again', 'Quit'] });
    questions[0]?.answer(true);
    await settle();
    expect(window.webContents.loaded).toHaveLength(4);
    expect(quits).toBe(0);
  });

  it('quits when a person says so', async () => {
    for (let times = 0; times < 4; times += 1) crash();
    questions[0]?.answer(false);
    await settle();
    expect(quits).toBe(1);
  });

  it('comes back by itself again after a quiet minute', () => {
    for (let times = 0; times < 3; times += 1) crash();
    now = 60_000;
    crash();
    expect(window.webContents.loaded).toHaveLength(4);
  });

  it('offers to wait for a page that hangs, once', async () => {
    window.tell('unresponsive');
    window.tell('unresponsive');
    expect(questions.map(({ box }) => box.options.buttons)).toEqual([['Wait', 'Load the page again']]);
    questions[0]?.answer(false);
    await settle();
    expect(window.webContents.crashes).toBe(0);
    window.tell('unresponsive');
    expect(questions).toHaveLength(2);
  });

  it('ends a page that hangs when told to, which brings it back', async () => {
    window.tell('unresponsive');
    questions[0]?.answer(true);
    await settle();
    expect(window.webContents.crashes).toBe(1);
    expect(window.webContents.loaded).toHaveLength(1);
  });

  it('takes the offer away when the page answers again', async () => {
    window.tell('unresponsive');
    window.tell('responsive');
    await settle();
    expect(questions[0]?.signal?.aborted).toBe(true);
    expect(window.webContents.crashes).toBe(0);
  });
});
