import { createSequence, hashText } from '../random.ts';
import { createCanvas, type Canvas, type Point } from './canvas.ts';
import { encodePng } from './png.ts';

const [width, height] = [480, 160] as const;

/** Draws a smooth stroke through the points (Catmull-Rom), thinner where the pen is quick. */
const stroke = (canvas: Canvas, points: readonly Point[]): void => {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  let previous: Point = at(0);
  for (let index = 0; index < points.length - 1; index += 1) {
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    for (let step = 1; step <= 10; step += 1) {
      const t = step / 10;
      const along = (axis: 0 | 1): number =>
        0.5 *
        (2 * b[axis] +
          (c[axis] - a[axis]) * t +
          (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
          (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
      const next: Point = [along(0), along(1)];
      const speed = Math.hypot(next[0] - previous[0], next[1] - previous[1]);
      canvas.line(previous, next, Math.max(1.6, 4.2 - speed * 0.22), [28, 34, 62]);
      previous = next;
    }
  }
};

/** Returns the PNG of a person's signature, 480 x 160 pixels on white; the same name always signs the same way. */
export const drawSignature = (name: string): Uint8Array => {
  const canvas = createCanvas(width, height);
  canvas.cover([255, 255, 255], [255, 255, 255]);
  const random = createSequence(hashText(name));
  const letters = Math.min(9, Math.max(5, name.replaceAll(' ', '').length - 2));
  const pace = 330 / letters;
  let x = 46;
  const points: Point[] = [
    [x, 104],
    [x + 16, 34 + random.between(-8, 10)],
    [x + 34, 40],
    [x + 26, 108],
  ];
  for (let letter = 0; letter < letters; letter += 1) {
    x += pace * random.between(0.85, 1.1);
    const isTall = random.next() < 0.28;
    points.push([x - pace * 0.5, isTall ? 40 + random.between(0, 16) : 82 + random.between(-10, 4)]);
    points.push([x - pace * 0.2, random.next() < 0.15 ? 134 : 106 + random.between(-6, 4)]);
  }
  points.push([Math.min(width - 20, x + 34), 84 + random.between(-16, 12)]);
  stroke(canvas, points);
  if (random.next() < 0.5) {
    const underline: readonly Point[] = [
      [70, 132],
      [210, 124],
      [Math.min(440, x), 130],
    ];
    stroke(canvas, underline);
  }
  return encodePng(width, height, canvas.pixels);
};
