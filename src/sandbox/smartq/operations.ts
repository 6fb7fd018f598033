/** An operation as the document writes it: its path below the vendor's base URL, with `{name}` for each parameter. */
type Documented = {
  readonly name: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: `/api/v1/${string}`;
};

const project = '/api/v1/projects/{projectId}';
const field = `${project}/custom_fields/{fieldName}` as const;
const ticket = `${project}/tickets/{ticketId}` as const;
const note = `${ticket}/notes/{noteId}` as const;

/**
 * Every operation this sandbox answers, in the order of the document. Two of its paths are read as they are meant: the
 * change of a default role below `/projects/` like all others (it writes `/project/`, which is answered too), and the
 * deletion of a role with the slash it lacks.
 */
export const handledOperations = [
  { name: 'getMe', method: 'GET', path: '/api/v1/users/me' },
  { name: 'updateMe', method: 'PUT', path: '/api/v1/users/me' },
  { name: 'listUsers', method: 'GET', path: '/api/v1/users' },
  { name: 'createUser', method: 'POST', path: '/api/v1/users' },
  { name: 'getUser', method: 'GET', path: '/api/v1/users/{userId}' },
  { name: 'updateUser', method: 'PUT', path: '/api/v1/users/{userId}' },
  { name: 'deleteUser', method: 'DELETE', path: '/api/v1/users/{userId}' },
  { name: 'listProjects', method: 'GET', path: '/api/v1/projects' },
  { name: 'createProject', method: 'POST', path: '/api/v1/projects' },
  { name: 'getProject', method: 'GET', path: project },
  { name: 'updateProject', method: 'PUT', path: project },
  { name: 'deleteProject', method: 'DELETE', path: project },
  { name: 'listProjectRoles', method: 'GET', path: `${project}/roles` },
  { name: 'createProjectRole', method: 'POST', path: `${project}/roles` },
  { name: 'getProjectRole', method: 'GET', path: `${project}/roles/{roleId}` },
  { name: 'getDefaultProjectRole', method: 'GET', path: `${project}/roles/default` },
  { name: 'updateProjectRole', method: 'PUT', path: `${project}/roles/{roleId}` },
  { name: 'updateDefaultProjectRole', method: 'PUT', path: `${project}/roles/default` },
  { name: 'deleteProjectRole', method: 'DELETE', path: `${project}/roles/{roleId}` },
  { name: 'listSteps', method: 'GET', path: `${project}/steps` },
  { name: 'createStep', method: 'POST', path: `${project}/steps` },
  { name: 'getStep', method: 'GET', path: `${project}/steps/{stepId}` },
  { name: 'updateStep', method: 'PUT', path: `${project}/steps/{stepId}` },
  { name: 'deleteStep', method: 'DELETE', path: `${project}/steps/{stepId}` },
  { name: 'listCustomFields', method: 'GET', path: `${project}/custom_fields` },
  { name: 'getCustomField', method: 'GET', path: field },
  { name: 'createCustomField', method: 'POST', path: `${project}/custom_fields` },
  { name: 'updateCustomField', method: 'PUT', path: field },
  { name: 'deleteCustomField', method: 'DELETE', path: field },
  { name: 'listCustomFieldValues', method: 'GET', path: `${field}/values` },
  { name: 'getCustomFieldValue', method: 'GET', path: `${field}/values/{valueId}` },
  { name: 'createCustomFieldValue', method: 'POST', path: `${field}/values` },
  { name: 'updateCustomFieldValue', method: 'PUT', path: `${field}/values/{valueId}` },
  { name: 'deleteCustomFieldValue', method: 'DELETE', path: `${field}/values/{valueId}` },
  { name: 'listTickets', method: 'GET', path: `${project}/tickets` },
  { name: 'createTicket', method: 'POST', path: `${project}/tickets` },
  { name: 'getTicket', method: 'GET', path: ticket },
  { name: 'updateTicket', method: 'PUT', path: ticket },
  { name: 'deleteTicket', method: 'DELETE', path: ticket },
  { name: 'listNotes', method: 'GET', path: `${ticket}/notes` },
  { name: 'createNote', method: 'POST', path: `${ticket}/notes` },
  { name: 'getNote', method: 'GET', path: note },
  { name: 'updateNote', method: 'PUT', path: note },
  { name: 'deleteNote', method: 'DELETE', path: note },
  { name: 'listNoteFiles', method: 'GET', path: `${note}/files` },
  { name: 'uploadNoteFile', method: 'POST', path: `${note}/filesv2` },
  { name: 'getNoteFile', method: 'GET', path: `${note}/files/{fileId}` },
  { name: 'downloadNoteFile', method: 'GET', path: `${note}/files/{fileId}/download` },
  { name: 'deleteNoteFile', method: 'DELETE', path: `${note}/files/{fileId}` },
] as const satisfies readonly Documented[];

/** The name of an operation. */
export type OperationName = (typeof handledOperations)[number]['name'];
