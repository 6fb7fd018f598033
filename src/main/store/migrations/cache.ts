import { step0010Records } from './cache/0010-records.ts';
import { step0020Text } from './cache/0020-text.ts';
import { step0030Runs } from './cache/0030-runs.ts';
import { step0040Files } from './cache/0040-files.ts';
import { step0050Missed } from './cache/0050-missed.ts';
import { step0060Learned } from './cache/0060-learned.ts';
import { step0070Drift } from './cache/0070-drift.ts';
import { step0080Lists } from './cache/0080-lists.ts';
import type { Step } from './run.ts';

/** Every step of cache.db, in order. */
export const cacheSteps: readonly Step[] = [
  step0010Records,
  step0020Text,
  step0030Runs,
  step0040Files,
  step0050Missed,
  step0060Learned,
  step0070Drift,
  step0080Lists,
];
