import { actionOperations } from './action-routes.ts';
import { attributeOperations } from './attribute-routes.ts';
import { auditReadOperations } from './audit-routes.ts';
import { auditWriteOperations } from './audit-writes.ts';
import { companyOperations } from './company-routes.ts';
import { fileOperations } from './file-routes.ts';
import { objectOperations } from './object-routes.ts';
import { roleOperations } from './role-routes.ts';
import type { Operation } from './routes.ts';
import { scheduleOperations } from './schedule-routes.ts';
import { scoreSystemOperations } from './score-system-routes.ts';
import { templateOperations } from './template-routes.ts';
import { userOperations } from './user-routes.ts';
import { webhookOperations } from './webhook-routes.ts';

/** Every operation of the vendor, in the order of its document. */
export const monitorqaOperations: readonly Operation[] = [
  ...auditWriteOperations,
  ...auditReadOperations,
  ...scheduleOperations,
  ...templateOperations,
  ...objectOperations,
  ...userOperations,
  ...companyOperations,
  ...actionOperations,
  ...attributeOperations,
  ...webhookOperations,
  ...roleOperations,
  ...fileOperations,
  ...scoreSystemOperations,
];

/** What the sandbox answers of MonitorQA: each operation's name, method and path as the document writes it. */
export const handledOperations = monitorqaOperations.map(({ name, method, path }) => ({ name, method, path }));
