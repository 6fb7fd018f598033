import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displaySet, fitToDisplays, type DisplayArea, type Rectangle } from '../../src/main/desktop/fit-to-displays.ts';

const SMALLEST = { width: 360, height: 480 };

/** A display with a panel of 40 pixels at its top. */
const display = (x: number, y: number, width: number, height: number, scaleFactor = 1): DisplayArea => ({
  bounds: { x, y, width, height },
  workArea: { x, y: y + 40, width, height: height - 40 },
  scaleFactor,
});

const main = display(0, 0, 1920, 1080);
const left = display(-1280, -200, 1280, 1024);

const fit = (stood: Rectangle | undefined, ...displays: readonly DisplayArea[]) =>
  fitToDisplays(stood, displays, SMALLEST);

describe('fitToDisplays', () => {
  it('opens in the middle of the first display when it never stood anywhere', () => {
    expect(fit(undefined, main, left)).toEqual({ x: 320, y: 140, width: 1280, height: 840 });
  });

  it('stands where it stood, also left of and above the first display', () => {
    const stood = { x: -1200, y: -100, width: 900, height: 700 };
    expect(fit(stood, main, left)).toEqual(stood);
  });

  it('comes to the middle of the first display, in its size, when its display is gone', () => {
    expect(fit({ x: -1200, y: -100, width: 900, height: 700 }, main)).toEqual({
      x: 510,
      y: 210,
      width: 900,
      height: 700,
    });
  });

  it('comes back when only its lower edge could still be seen: it could not be moved', () => {
    expect(fit({ x: 100, y: -690, width: 900, height: 740 }, main)).toMatchObject({ x: 510 });
  });

  it('moves in from an edge, and under a panel', () => {
    expect(fit({ x: 1500, y: 10, width: 900, height: 700 }, main)).toEqual({ x: 1020, y: 40, width: 900, height: 700 });
  });

  it('shrinks to a smaller display', () => {
    expect(fit({ x: 0, y: 40, width: 2400, height: 1400 }, display(0, 0, 1366, 768, 1.5))).toEqual({
      x: 0,
      y: 40,
      width: 1366,
      height: 728,
    });
  });

  it('grows to the smallest size the screens are drawn for', () => {
    expect(fit({ x: 50, y: 50, width: 10, height: 10 }, main)).toEqual({ x: 50, y: 50, ...SMALLEST });
  });

  it('has an answer where a system names no display', () => {
    expect(fit(undefined)).toEqual({ x: 0, y: 0, width: 1280, height: 840 });
  });

  it('never leaves a window where it cannot be seen whole', () => {
    const number = fc.integer({ min: -20_000, max: 20_000 });
    const size = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(number, number, size, size, (x, y, width, height) => {
        const { x: atX, y: atY, width: wide, height: high } = fit({ x, y, width, height }, main, left);
        const isWithin = [main, left].some(
          ({ workArea: area }) =>
            atX >= area.x && atY >= area.y && atX + wide <= area.x + area.width && atY + high <= area.y + area.height,
        );
        expect(isWithin).toBe(true);
      }),
    );
  });
});

describe('displaySet', () => {
  it('names one set the same whatever order its displays come in', () => {
    expect(displaySet([main, left])).toBe(displaySet([left, main]));
  });

  it('tells sets apart by place, size and scale', () => {
    const sets = [[main], [main, left], [display(0, 0, 1920, 1080, 2)], [display(0, 0, 2560, 1440)]].map(displaySet);
    expect(new Set(sets).size).toBe(4);
  });
});
