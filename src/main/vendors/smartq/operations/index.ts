import { customFieldValueOperations } from './custom-field-values.ts';
import { customFieldOperations } from './custom-fields.ts';
import { fileOperations } from './files.ts';
import { noteOperations } from './notes.ts';
import { projectOperations } from './projects.ts';
import { roleOperations } from './roles.ts';
import { stepOperations } from './steps.ts';
import { ticketOperations } from './tickets.ts';
import { userOperations } from './users.ts';

/** smartQ's operations by name, in the order of its document. */
export const operations = {
  ...userOperations,
  ...projectOperations,
  ...roleOperations,
  ...stepOperations,
  ...customFieldOperations,
  ...customFieldValueOperations,
  ...ticketOperations,
  ...noteOperations,
  ...fileOperations,
};
