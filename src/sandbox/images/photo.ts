import { createSequence } from '../random.ts';
import { createCanvas, type Canvas } from './canvas.ts';
import { encodePng } from './png.ts';
import { drawScene } from './scenes.ts';
import type { SceneName } from './scene-name.ts';

/** The word SAMPLE in letters of five by seven dots: a letter per line, a row per number, highest bit left. */
const word: readonly (readonly number[])[] = [
  [15, 16, 16, 14, 1, 1, 30],
  [14, 17, 17, 31, 17, 17, 17],
  [17, 27, 21, 21, 17, 17, 17],
  [30, 17, 17, 30, 16, 16, 16],
  [16, 16, 16, 16, 16, 16, 31],
  [31, 16, 16, 30, 16, 16, 31],
];

/** Writes SAMPLE across the lower right corner, as the vendor's watermark would mark a photo. */
const watermark = (canvas: Canvas): void => {
  const dot = 4;
  const [left, top] = [canvas.width - 6 * 6 * dot - 16, canvas.height - 7 * dot - 20];
  canvas.box([left - 10, top - 10], [canvas.width, canvas.height - 10], [0, 0, 0], { alpha: 0.45 });
  word.forEach((letter, place) => {
    letter.forEach((bits, row) => {
      for (let column = 0; column < 5; column += 1) {
        if ((bits & (16 >> column)) === 0) continue;
        const [x, y] = [left + (place * 6 + column) * dot, top + row * dot];
        canvas.box([x, y], [x + dot, y + dot], [255, 255, 255], { alpha: 0.9 });
      }
    });
  });
};

/** Returns the PNG of a site photo, 640 x 480 pixels; the same seed and scene always give the same bytes. */
export const drawPhoto = (scene: SceneName, seed: number, options: { readonly withWatermark: boolean }): Uint8Array => {
  const canvas = createCanvas(640, 480);
  drawScene(scene, canvas, createSequence(seed));
  if (options.withWatermark) watermark(canvas);
  return encodePng(canvas.width, canvas.height, canvas.pixels);
};

/** Returns the PNG of the company's logo (320 x 96) or icon (96 x 96): three boards of timber under a roof line. */
export const drawLogo = (kind: 'logo' | 'icon'): Uint8Array => {
  const canvas = createCanvas(kind === 'logo' ? 320 : 96, 96);
  canvas.cover([255, 255, 255], [255, 255, 255]);
  canvas.polygon(
    [
      [8, 44],
      [48, 10],
      [88, 44],
      [80, 44],
      [48, 18],
      [16, 44],
    ],
    [24, 84, 72],
  );
  for (let board = 0; board < 3; board += 1) {
    canvas.box([20 + board * 20, 50 - (board === 1 ? 12 : 0)], [34 + board * 20, 86], [158, 106, 54], { round: 2 });
  }
  if (kind === 'logo') {
    canvas.box([108, 30], [300, 46], [24, 84, 72], { round: 3 });
    canvas.box([108, 58], [236, 68], [120, 128, 124], { round: 3 });
  }
  return encodePng(canvas.width, canvas.height, canvas.pixels);
};
