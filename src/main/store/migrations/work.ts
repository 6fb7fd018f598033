import type { Step } from './run.ts';
import { step0010Connections } from './work/0010-connections.ts';
import { step0020Settings } from './work/0020-settings.ts';
import { step0030ConnectionFacts } from './work/0030-connection-facts.ts';
import { step0040Spool } from './work/0040-spool.ts';
import { step0050Outbox } from './work/0050-outbox.ts';
import { step0060OutboxErrorFields } from './work/0060-outbox-error-fields.ts';

/** Every step of work.db, in order. */
export const workSteps: readonly Step[] = [
  step0010Connections,
  step0020Settings,
  step0030ConnectionFacts,
  step0040Spool,
  step0050Outbox,
  step0060OutboxErrorFields,
];
