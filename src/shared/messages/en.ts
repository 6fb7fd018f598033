import { actionMessages } from './en/actions.ts';
import { auditMessages } from './en/audits.ts';
import { companyMessages } from './en/company.ts';
import { connectionMessages } from './en/connections.ts';
import { errorMessages } from './en/errors.ts';
import { firstRunMessages } from './en/first-run.ts';
import { galleryMessages } from './en/gallery.ts';
import { menuMessages } from './en/menu.ts';
import { networkMessages } from './en/network.ts';
import { outboxMessages } from './en/outbox.ts';
import { partMessages } from './en/parts.ts';
import { reportMessages } from './en/report.ts';
import { shellMessages } from './en/shell.ts';
import { signInMessages } from './en/sign-in.ts';
import { stateMessages } from './en/states.ts';
import { workMessages } from './en/work.ts';

/** Every word a person reads, as ICU messages by key: plain data, read by the screens and the command line. */
export const en = {
  ...shellMessages,
  ...stateMessages,
  ...partMessages,
  ...firstRunMessages,
  ...connectionMessages,
  ...signInMessages,
  ...networkMessages,
  ...auditMessages,
  ...actionMessages,
  ...workMessages,
  ...reportMessages,
  ...outboxMessages,
  ...companyMessages,
  ...errorMessages,
  ...menuMessages,
  ...galleryMessages,
} as const;

export type MessageKey = keyof typeof en;
