import * as projects from './conqa-projects.ts';
import * as reports from './conqa-reports.ts';
import type { RefusedVector, Vector } from './vector.ts';
import * as webhooks from './conqa-webhooks.ts';

const sections = [projects, webhooks, reports];

/** Every example request and answer of CONQA's document but the messages of its webhooks, which nobody receives. */
export const vectors: readonly Vector[] = sections.flatMap((section) => section.vectors);

/** What CONQA's document forbids. */
export const refused: readonly RefusedVector[] = sections.flatMap((section) => section.refused);
