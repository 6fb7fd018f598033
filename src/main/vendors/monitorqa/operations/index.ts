import { auditOperations } from './audits.ts';
import { fileOperations } from './files.ts';
import { peopleOperations } from './people.ts';

/** MonitorQA's operations by name, in the order of its document. */
export const operations = { ...auditOperations, ...peopleOperations, ...fileOperations };
