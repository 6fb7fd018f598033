import * as groups from './connectnow-groups.ts';
import * as issues from './connectnow-issues.ts';
import * as subscriptions from './connectnow-subscriptions.ts';
import * as webhooks from './connectnow-webhooks.ts';
import type { RefusedVector, Vector } from './vector.ts';

const sections = [issues, subscriptions, groups, webhooks];

/** Every example of ConnectNow's document, and a request for each operation that it shows none of. */
export const vectors: readonly Vector[] = sections.flatMap((section) => section.vectors);

/** What ConnectNow's document forbids. */
export const refused: readonly RefusedVector[] = sections.flatMap((section) => section.refused);
