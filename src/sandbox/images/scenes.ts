import { hash32, type Sequence } from '../random.ts';
import type { Canvas } from './canvas.ts';
import type { SceneName } from './scene-name.ts';
import type { Scene } from './scene.ts';
import { ceiling, door, panel, pipes, switchboard, washroom } from './scenes-indoor.ts';
import { excavation, machine, roof, scaffold, slab, steel } from './scenes-outdoor.ts';

const scenes: Readonly<Record<SceneName, Scene>> = {
  pipes,
  panel,
  ceiling,
  slab,
  scaffold,
  door,
  excavation,
  switchboard,
  washroom,
  roof,
  steel,
  machine,
};

/** Draws a scene, then what a hand-held camera adds: light falling off to the corners and a little unevenness. */
export const drawScene = (name: SceneName, canvas: Canvas, random: Sequence): void => {
  scenes[name](canvas, random);
  const salt = random.whole(1, 1_000_000);
  const [lightX, lightY] = [random.between(0.3, 0.7), random.between(0.25, 0.6)];
  const tile = 16;
  const columns = Math.ceil(canvas.width / tile) + 2;
  const lumps = Float32Array.from(
    { length: columns * (Math.ceil(canvas.height / tile) + 2) },
    (_, cell) => 0.05 * (hash32(salt, cell) / 0x1_0000_0000 - 0.5),
  );
  canvas.shade((x, y) => {
    const awayX = x / canvas.width - lightX;
    const awayY = y / canvas.height - lightY;
    const cell = Math.floor(y / tile) * columns + Math.floor(x / tile);
    const shareX = (x % tile) / tile;
    const shareY = (y % tile) / tile;
    const upper = (lumps[cell] ?? 0) * (1 - shareX) + (lumps[cell + 1] ?? 0) * shareX;
    const lower = (lumps[cell + columns] ?? 0) * (1 - shareX) + (lumps[cell + columns + 1] ?? 0) * shareX;
    return 1.08 - 0.5 * (awayX * awayX + awayY * awayY) + upper * (1 - shareY) + lower * shareY;
  });
};
