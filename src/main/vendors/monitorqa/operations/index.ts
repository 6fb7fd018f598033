import { attributeOperations } from './attributes.ts';
import { auditChangeOperations } from './audit-changes.ts';
import { auditObjectOperations } from './audit-objects.ts';
import { auditOperations } from './audits.ts';
import { companyOperations } from './company.ts';
import { correctiveActionOperations } from './corrective-actions.ts';
import { fileOperations } from './files.ts';
import { roleOperations } from './roles.ts';
import { scheduleOperations } from './schedules.ts';
import { scoreSystemOperations } from './score-systems.ts';
import { templateOperations } from './templates.ts';
import { timeZoneOperations } from './time-zones.ts';
import { userGroupOperations } from './user-groups.ts';
import { userOperations } from './users.ts';
import { webhookLogOperations } from './webhook-log.ts';

/** MonitorQA's 68 operations by name, in the order of its document. */
export const operations = {
  ...auditChangeOperations,
  ...auditOperations,
  ...scheduleOperations,
  ...templateOperations,
  ...auditObjectOperations,
  ...userGroupOperations,
  ...userOperations,
  ...companyOperations,
  ...correctiveActionOperations,
  ...attributeOperations,
  ...webhookLogOperations,
  ...roleOperations,
  ...fileOperations,
  ...timeZoneOperations,
  ...scoreSystemOperations,
};
