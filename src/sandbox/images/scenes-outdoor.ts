import type { Canvas, Color, Point } from './canvas.ts';
import type { Sequence } from '../random.ts';
import type { Scene } from './scene.ts';

const concrete = (canvas: Canvas, random: Sequence): void => {
  const base = random.whole(140, 168);
  canvas.cover([base, base, base - 4], [base - 22, base - 22, base - 28]);
};

const sky = (canvas: Canvas, random: Sequence): void => {
  const warm = random.whole(0, 24);
  canvas.cover([150 + warm, 182, 214 - warm], [226, 230, 228]);
};

/** Reinforcement on a deck before the pour. */
export const slab: Scene = (canvas, random) => {
  concrete(canvas, random);
  const horizon = random.whole(90, 150);
  canvas.box([0, 0], [640, horizon], [196, 206, 212]);
  canvas.polygon(
    [
      [0, horizon],
      [640, horizon - 20],
      [640, horizon + 26],
      [0, horizon + 40],
    ],
    [150, 116, 72],
  );
  for (let bar = 0; bar < 13; bar += 1) {
    const x = -240 + bar * 90;
    canvas.line([320 + (x - 320) * 0.4, horizon + 40], [320 + (x - 320) * 1.9, 500], 5, [96, 62, 44], 0.95);
  }
  for (let bar = 0; bar < 8; bar += 1) {
    const y = horizon + 46 + bar * bar * 6 + bar * 10;
    canvas.line([0, y], [640, y - 4], 3 + bar * 0.5, [112, 74, 52], 0.95);
  }
  const [chairX, chairY] = [random.whole(160, 420), random.whole(300, 400)];
  canvas.polygon(
    [
      [chairX, chairY],
      [chairX + 26, chairY + 40],
      [chairX - 26, chairY + 40],
    ],
    [52, 56, 60],
  );
  canvas.box([random.whole(430, 520), 250], [random.whole(560, 600), 286], [232, 196, 60], { pipe: true });
};

/** A scaffold before a facade. */
export const scaffold: Scene = (canvas, random) => {
  sky(canvas, random);
  canvas.box([0, 110], [640, 480], [176, 168, 156]);
  for (let window = 0; window < 4; window += 1) {
    canvas.box([36 + window * 160, 170], [120 + window * 160, 270], [92, 106, 116]);
    canvas.box([36 + window * 160, 340], [120 + window * 160, 440], [84, 98, 108]);
  }
  const steel: Color = [168, 172, 176];
  const gap = random.whole(118, 150);
  for (let x = 30; x < 640; x += gap) canvas.box([x, 0], [x + 12, 480], steel, { pipe: true });
  for (const y of [130, 300]) {
    canvas.box([0, y], [640, y + 14], [164, 124, 72]);
    canvas.box([0, y - 30], [640, y - 22], steel, { pipe: true });
    canvas.box([0, y - 66], [640, y - 58], steel, { pipe: true });
    canvas.box([0, y - 12], [random.whole(340, 640), y], [206, 160, 64]);
  }
  canvas.line([30, 300], [30 + gap, 130], 8, [146, 150, 154]);
  canvas.line([30 + gap * 2, 470], [30 + gap * 3, 300], 8, [146, 150, 154]);
  canvas.box([52, 350], [104, 420], [58, 150, 78], { round: 4 });
  canvas.box([60, 360], [96, 378], [240, 244, 240]);
};

/** A trench with a ladder. */
export const excavation: Scene = (canvas, random) => {
  sky(canvas, random);
  const edge = random.whole(150, 190);
  canvas.box([0, edge], [640, 480], [140, 104, 70]);
  canvas.polygon(
    [
      [150, edge + 20],
      [520, edge + 10],
      [430, 480],
      [220, 480],
    ],
    [84, 60, 40],
  );
  canvas.polygon(
    [
      [150, edge + 20],
      [220, 480],
      [120, 480],
      [60, edge + 30],
    ],
    [118, 86, 56],
  );
  for (let rung = 0; rung < 8; rung += 1) {
    canvas.line([250, edge + 30 + rung * 34], [296, edge + 28 + rung * 34], 4, [198, 200, 202]);
  }
  canvas.line([248, edge - 30], [252, 470], 6, [186, 188, 190]);
  canvas.line([298, edge - 32], [294, 470], 6, [186, 188, 190]);
  canvas.ellipse([random.whole(540, 590), edge + 10], [100, 46], [124, 92, 60]);
  for (let post = 0; post < 4; post += 1) {
    const x = 30 + post * 150;
    canvas.box([x, edge - 60], [x + 10, edge + 30], [232, 112, 32]);
  }
  canvas.line([0, edge - 40], [640, edge - 46], 7, [238, 232, 226]);
  for (let pool = 0; pool < 3; pool += 1) {
    canvas.ellipse([random.whole(270, 380), random.whole(420, 465)], [46, 10], [110, 112, 112], 0.6);
  }
};

/** A roof membrane with blisters. */
export const roof: Scene = (canvas, random) => {
  sky(canvas, random);
  canvas.box([0, 170], [640, 480], [118, 120, 124]);
  for (let lap = 0; lap < 5; lap += 1) {
    canvas.line([320 + (lap - 2) * 90, 170], [320 + (lap - 2) * 290, 480], 4, [92, 94, 98]);
  }
  canvas.box([0, 130], [640, 176], [156, 150, 140]);
  canvas.box([random.whole(40, 120), 60], [random.whole(220, 260), 150], [176, 180, 180], { round: 4 });
  for (let blister = 0; blister < 5; blister += 1) {
    const at: Point = [random.whole(120, 520), random.whole(260, 430)];
    const size = random.whole(18, 60);
    canvas.ellipse([at[0] + 6, at[1] + 6], [size, size * 0.4], [70, 72, 76], 0.5);
    canvas.ellipse(at, [size, size * 0.4], [140, 142, 146]);
    canvas.ellipse([at[0] - size * 0.2, at[1] - size * 0.1], [size * 0.5, size * 0.16], [176, 178, 180], 0.7);
  }
  canvas.ellipse([random.whole(440, 560), 330], [24, 12], [40, 42, 44]);
};

/** A bolted connection of a steel frame. */
export const steel: Scene = (canvas, random) => {
  sky(canvas, random);
  const grey: Color = [random.whole(120, 150), 92, 78];
  const x = random.whole(220, 300);
  canvas.box([0, 200], [640, 212], grey);
  canvas.box([0, 212], [640, 280], [grey[0] - 22, grey[1] - 18, grey[2] - 16]);
  canvas.box([0, 280], [640, 294], grey);
  canvas.box([x, 0], [x + 22, 480], grey);
  canvas.box([x + 22, 0], [x + 118, 480], [grey[0] - 30, grey[1] - 24, grey[2] - 20]);
  canvas.box([x + 118, 0], [x + 140, 480], grey);
  canvas.box([x - 64, 206], [x, 288], [150, 152, 154]);
  const missing = random.whole(0, 7);
  for (let bolt = 0; bolt < 6; bolt += 1) {
    const at: Point = [x - 46 + (bolt % 2) * 28, 222 + Math.floor(bolt / 2) * 25];
    canvas.ellipse(at, [9, 9], bolt === missing ? [30, 32, 34] : [190, 192, 194]);
    if (bolt !== missing) canvas.line([at[0] - 7, at[1] + 4], [at[0] + 7, at[1] - 4], 2, [240, 220, 60]);
  }
  canvas.line([640, 0], [470, 200], 3, [40, 42, 44]);
  canvas.box([0, 440], [640, 480], [128, 122, 112]);
};

/** An excavator on site. */
export const machine: Scene = (canvas, random) => {
  sky(canvas, random);
  canvas.box([0, 350], [640, 480], [150, 126, 96]);
  const x = random.whole(180, 260);
  const yellow: Color = [226, 168, 32];
  canvas.box([x - 60, 330], [x + 210, 400], [52, 54, 56], { round: 34 });
  canvas.box([x - 44, 346], [x + 194, 384], [96, 98, 100], { round: 18 });
  for (let wheel = 0; wheel < 5; wheel += 1) canvas.ellipse([x - 20 + wheel * 48, 365], [14, 14], [40, 42, 44]);
  canvas.box([x - 50, 240], [x + 190, 326], yellow, { round: 10 });
  canvas.box([x - 40, 150], [x + 56, 250], yellow, { round: 8 });
  canvas.box([x - 28, 162], [x + 46, 226], [122, 150, 166], { round: 4 });
  const elbow: Point = [x + 270 + random.whole(-20, 30), 110 + random.whole(-20, 20)];
  canvas.line([x + 90, 250], elbow, 30, yellow);
  canvas.line(elbow, [elbow[0] + 50, 300], 24, yellow);
  canvas.line([x + 130, 240], [elbow[0] - 30, elbow[1] + 40], 9, [186, 188, 190]);
  const [bucketX, bucketY] = [elbow[0] + 50, 300];
  canvas.polygon(
    [
      [bucketX - 40, bucketY],
      [bucketX + 26, bucketY - 10],
      [bucketX + 20, bucketY + 56],
      [bucketX - 34, bucketY + 66],
    ],
    [70, 72, 74],
  );
  canvas.ellipse([bucketX - 60, 400], [120, 34], [132, 104, 72]);
};
