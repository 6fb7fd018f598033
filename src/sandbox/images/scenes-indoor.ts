import type { Canvas, Color, Point } from './canvas.ts';
import type { Sequence } from '../random.ts';
import type { Scene } from './scene.ts';

const wall = (canvas: Canvas, random: Sequence): void => {
  const base = random.whole(168, 200);
  canvas.cover([base + 14, base + 10, base], [base - 34, base - 38, base - 46]);
};

/** A fire riser with valve, flow switch and gauge. */
export const pipes: Scene = (canvas, random) => {
  wall(canvas, random);
  const red: Color = [178, 32, 30];
  const left = random.whole(120, 240);
  canvas.box([left, 0], [left + 70, 480], red, { pipe: true });
  canvas.box([left - 16, 150], [left + 86, 178], [150, 26, 24], { pipe: true, round: 4 });
  canvas.box([left - 16, 330], [left + 86, 358], [150, 26, 24], { pipe: true, round: 4 });
  const branch = random.whole(216, 262);
  canvas.box([left + 60, branch], [640, branch + 44], red, { pipe: true });
  canvas.box([left + 150, branch - 70], [left + 220, branch + 8], [66, 70, 74], { round: 8 });
  canvas.box([left + 158, branch - 62], [left + 212, branch - 24], [96, 101, 104], { round: 4 });
  canvas.line([left + 186, branch - 70], [left + 186 + random.whole(-30, 60), 0], 6, [40, 42, 44]);
  const gauge: Point = [left + 330, branch - 48];
  canvas.box([gauge[0] - 6, gauge[1] + 30], [gauge[0] + 6, branch + 6], [160, 140, 80]);
  canvas.ellipse(gauge, [40, 40], [48, 50, 52]);
  canvas.ellipse(gauge, [33, 33], [236, 236, 230]);
  const angle = random.between(-2.4, -0.7);
  canvas.line(gauge, [gauge[0] + 26 * Math.cos(angle), gauge[1] + 26 * Math.sin(angle)], 3, [30, 30, 30]);
  canvas.box([20, random.whole(40, 90)], [90, random.whole(120, 150)], [222, 205, 90], { round: 2, alpha: 0.9 });
};

/** A fire panel on a wall. */
export const panel: Scene = (canvas, random) => {
  wall(canvas, random);
  const [x, y] = [random.whole(130, 200), random.whole(50, 90)];
  canvas.box([x + 8, y + 10], [x + 318, y + 350], [60, 58, 54], { round: 10, alpha: 0.4 });
  canvas.box([x, y], [x + 310, y + 340], [196, 44, 40], { round: 10 });
  canvas.box([x + 16, y + 16], [x + 294, y + 324], [222, 220, 212], { round: 6 });
  canvas.box([x + 40, y + 40], [x + 190, y + 106], [58, 74, 60], { round: 3 });
  for (let row = 0; row < 3; row += 1) {
    canvas.line(
      [x + 50, y + 54 + row * 18],
      [x + 90 + random.whole(10, 85), y + 54 + row * 18],
      4,
      [150, 196, 150],
      0.8,
    );
  }
  const isFault = random.next() < 0.5;
  for (let row = 0; row < 6; row += 1) {
    const lamp: Color = row === 2 && isFault ? [240, 180, 40] : row === 0 ? [70, 190, 90] : [120, 116, 110];
    canvas.ellipse([x + 222, y + 48 + row * 22], [6, 6], lamp);
    canvas.line([x + 236, y + 48 + row * 22], [x + 276, y + 48 + row * 22], 3, [150, 148, 142]);
  }
  for (let key = 0; key < 12; key += 1) {
    const [keyX, keyY] = [x + 46 + (key % 3) * 46, y + 130 + Math.floor(key / 3) * 42];
    canvas.box([keyX, keyY], [keyX + 34, keyY + 28], [250, 249, 244], { round: 4 });
  }
  canvas.ellipse([x + 244, y + 270], [20, 20], [90, 92, 94]);
  canvas.box([x + 240, y + 256], [x + 248, y + 284], [40, 42, 44], { round: 2 });
};

/** A sprinkler head in a tiled ceiling, with a stain. */
export const ceiling: Scene = (canvas, random) => {
  canvas.cover([214, 212, 204], [180, 177, 168]);
  const grid = random.whole(200, 240);
  const shift = random.whole(-80, 60);
  for (let line = -1; line < 5; line += 1) {
    canvas.box([shift + line * grid, 0], [shift + line * grid + 8, 480], [238, 237, 232]);
    canvas.box([0, shift + line * grid], [640, shift + line * grid + 8], [232, 231, 226]);
  }
  const stain: Point = [random.whole(120, 260), random.whole(280, 380)];
  for (let ring = 0; ring < 4; ring += 1) {
    canvas.ellipse([stain[0] + ring * 6, stain[1]], [90 - ring * 20, 54 - ring * 12], [168, 132, 74], 0.22);
  }
  const head: Point = [random.whole(350, 460), random.whole(150, 240)];
  canvas.ellipse([head[0] + 8, head[1] + 10], [56, 50], [90, 88, 82], 0.35);
  canvas.ellipse(head, [52, 48], [246, 246, 242]);
  canvas.ellipse(head, [30, 28], [206, 206, 202]);
  canvas.box([head[0] - 7, head[1] - 4], [head[0] + 7, head[1] + 44], [176, 150, 84], { pipe: true });
  canvas.ellipse([head[0], head[1] + 46], [24, 8], [150, 126, 66]);
  canvas.line([head[0], head[1] + 2], [head[0], head[1] + 34], 4, [208, 60, 50]);
};

/** A fire door with closer and vision panel. */
export const door: Scene = (canvas, random) => {
  wall(canvas, random);
  canvas.box([0, 400], [640, 480], [112, 104, 96]);
  const x = random.whole(180, 260);
  canvas.box([x - 18, 20], [x + 258, 410], [204, 200, 190]);
  canvas.box([x, 38], [x + 240, 410], [random.whole(110, 150), 84, 56]);
  canvas.box([x + 240 - random.whole(5, 10), 38], [x + 240, 410], [26, 22, 18]);
  canvas.box([x + 150, 90], [x + 204, 220], [60, 70, 76]);
  canvas.box([x + 155, 95], [x + 199, 215], [158, 178, 184]);
  for (let wire = 0; wire < 8; wire += 1) {
    canvas.line([x + 155, 100 + wire * 15], [x + 199, 100 + wire * 15], 1, [70, 80, 86], 0.6);
  }
  if (random.next() < 0.6) {
    canvas.line([x + 160, 110], [x + 184, 160], 2, [240, 246, 248]);
    canvas.line([x + 184, 160], [x + 176, 208], 2, [240, 246, 248]);
  }
  canvas.box([x + 14, 44], [x + 96, 62], [150, 152, 154], { round: 3 });
  canvas.line([x + 56, 52], [x + 130, 26], 7, [136, 138, 140]);
  canvas.box([x + 196, 250], [x + 226, 266], [190, 190, 186], { round: 7, pipe: true });
  canvas.box([x + 30, 120], [x + 74, 164], [32, 72, 150], { round: 22 });
};

/** A temporary switchboard with one way tripped. */
export const switchboard: Scene = (canvas, random) => {
  wall(canvas, random);
  canvas.box([110, 30], [530, 450], [92, 98, 102], { round: 6 });
  canvas.box([130, 50], [510, 430], [206, 208, 206], { round: 3 });
  const tripped = random.whole(0, 23);
  for (let way = 0; way < 24; way += 1) {
    const [x, y] = [156 + (way % 8) * 42, 96 + Math.floor(way / 8) * 100];
    canvas.box([x, y], [x + 34, y + 66], [240, 240, 236], { round: 3 });
    const isOff = way === tripped;
    canvas.box([x + 11, y + (isOff ? 36 : 12)], [x + 23, y + (isOff ? 56 : 32)], isOff ? [206, 56, 44] : [44, 46, 50], {
      round: 2,
    });
    canvas.line([x + 4, y + 78], [x + random.whole(14, 30), y + 78], 3, [120, 122, 122]);
  }
  canvas.line([320, 450], [random.whole(280, 360), 480], 26, [40, 42, 44]);
};

/** A basin on a tiled wall. */
export const washroom: Scene = (canvas, random) => {
  canvas.cover([226, 232, 232], [190, 200, 202]);
  const tile = random.whole(52, 66);
  for (let x = 0; x < 640; x += tile) canvas.line([x, 0], [x, 360], 2, [178, 188, 190]);
  for (let y = 0; y < 360; y += tile) canvas.line([0, y], [640, y], 2, [178, 188, 190]);
  canvas.box([0, 360], [640, 480], [148, 142, 134]);
  const x = random.whole(180, 260);
  canvas.box([x + 96, 300], [x + 164, 480], [222, 224, 224], { pipe: true });
  canvas.ellipse([x + 130, 290], [150, 46], [248, 250, 250]);
  canvas.ellipse([x + 130, 282], [122, 30], [206, 212, 214]);
  canvas.ellipse([x + 130, 288], [12, 5], [70, 74, 76]);
  canvas.box([x + 122, 190], [x + 138, 262], [184, 188, 192], { pipe: true });
  canvas.box([x + 122, 186], [x + 132, 204], [184, 188, 192], { round: 4 });
  canvas.line([x + 130, 196], [x + 130, 232], 12, [170, 174, 178]);
  canvas.box([470, 90], [550, 220], [120, 130, 138], { round: 8 });
  canvas.box([486, 196], [534, 216], [60, 66, 70], { round: 3 });
  canvas.ellipse([random.whole(80, 150), 430], [80, 18], [120, 122, 120], 0.6);
};
