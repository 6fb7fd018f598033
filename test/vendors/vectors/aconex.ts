import * as changes from './aconex-changes.ts';
import * as list from './aconex-list.ts';
import type { RefusedVector, Vector } from './vector.ts';

const sections = [list, changes];

/** Every example request and answer of Aconex's document. */
export const vectors: readonly Vector[] = sections.flatMap((section) => section.vectors);

/** What Aconex's document forbids. */
export const refused: readonly RefusedVector[] = sections.flatMap((section) => section.refused);
