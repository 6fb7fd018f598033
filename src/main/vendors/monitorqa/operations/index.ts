import { auditOperations } from './audits.ts';
import { companyOperations } from './company.ts';
import { correctiveActionOperations } from './corrective-actions.ts';
import { fileOperations } from './files.ts';
import { roleOperations, userOperations } from './people.ts';

/** MonitorQA's operations by name, in the order of its document. */
export const operations = {
  ...auditOperations,
  ...userOperations,
  ...companyOperations,
  ...correctiveActionOperations,
  ...roleOperations,
  ...fileOperations,
};
