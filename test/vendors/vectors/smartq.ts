import * as fields from './smartq-fields.ts';
import * as notes from './smartq-notes.ts';
import * as projects from './smartq-projects.ts';
import * as tickets from './smartq-tickets.ts';
import * as users from './smartq-users.ts';
import type { RefusedVector, Vector } from './vector.ts';

const sections = [users, projects, fields, tickets, notes];

/** Every example of smartQ's API guide, and a call of every operation that has none. */
export const vectors: readonly Vector[] = sections.flatMap((section) => section.vectors);

/** What the guide forbids. */
export const refused: readonly RefusedVector[] = sections.flatMap((section) => section.refused);
