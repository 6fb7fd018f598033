import type { Sequence } from '../random.ts';
import type { Canvas } from './canvas.ts';

/** Draws one scene; the sequence moves things about so that no two photos are the same. */
export type Scene = (canvas: Canvas, random: Sequence) => void;
