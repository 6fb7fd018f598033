import { describe, expect, it } from 'vitest';
import { createLane, type Lane } from '../../src/main/vendors/core/lanes.ts';
import { handClock } from '../support/hand-clock.ts';

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

/** Enters the lane `count` times and notes the order in which places were given. */
function enterMany(lane: Lane, count: number): { started: number[]; leavers: (() => void)[] } {
  const started: number[] = [];
  const leavers: (() => void)[] = [];
  for (let index = 0; index < count; index += 1) {
    void lane.enter().then((leave) => {
      started.push(index);
      return leavers.push(leave);
    });
  }
  return { started, leavers };
}

describe('createLane', () => {
  it('lets so many in at once and the next ones in the order they came', async () => {
    const { started, leavers } = enterMany(createLane({ atOnce: 2 }, handClock('2026-01-01T00:00:00Z')), 5);
    await settle();
    expect(started).toEqual([0, 1]);
    leavers[1]?.();
    leavers[1]?.();
    await settle();
    expect(started).toEqual([0, 1, 2]);
    leavers[0]?.();
    leavers[2]?.();
    await settle();
    expect(started).toEqual([0, 1, 2, 3, 4]);
  });

  it('spaces starts evenly, however fast calls end', async () => {
    const clock = handClock('2026-01-01T00:00:00Z');
    const { started } = enterMany(createLane({ atOnce: 10, perSecond: 4 }, clock), 4);
    await settle();
    expect(started).toEqual([0]);
    for (const expected of [
      [0, 1],
      [0, 1, 2],
      [0, 1, 2, 3],
    ]) {
      clock.advance(249);
      await settle();
      expect(started).toHaveLength(expected.length - 1);
      clock.advance(1);
      await settle();
      expect(started).toEqual(expected);
    }
  });

  it('starts nothing while it rests, also what waits already, and a later end wins', async () => {
    const clock = handClock('2026-01-01T00:00:00Z');
    const lane = createLane({ atOnce: 5, perSecond: 10 }, clock);
    const { started } = enterMany(lane, 2);
    await settle();
    lane.pause(5000);
    lane.pause(1000);
    clock.advance(4999);
    await settle();
    expect(started).toEqual([0]);
    clock.advance(1);
    await settle();
    expect(started).toEqual([0, 1]);
  });

  it('lets go of an aborted caller, which holds nobody up', async () => {
    const lane = createLane({ atOnce: 1 }, handClock('2026-01-01T00:00:00Z'));
    const first = await lane.enter();
    const controller = new AbortController();
    const second = lane.enter(controller.signal);
    const third = lane.enter();
    const reason = new Error('enough');
    controller.abort(reason);
    await expect(second).rejects.toBe(reason);
    first();
    await expect(third).resolves.toBeTypeOf('function');
    await expect(lane.enter(controller.signal)).rejects.toBe(reason);
  });

  it('keeps the place of a caller that is inside when its signal is aborted later', async () => {
    const lane = createLane({ atOnce: 1 }, handClock('2026-01-01T00:00:00Z'));
    const controller = new AbortController();
    const leave = await lane.enter(controller.signal);
    const { started } = enterMany(lane, 1);
    controller.abort();
    await settle();
    expect(started).toEqual([]);
    leave();
    await settle();
    expect(started).toEqual([0]);
  });
});
