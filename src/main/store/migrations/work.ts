import type { Step } from './run.ts';
import { step0010Connections } from './work/0010-connections.ts';
import { step0020Settings } from './work/0020-settings.ts';

/** Every step of work.db, in order. */
export const workSteps: readonly Step[] = [step0010Connections, step0020Settings];
