/** An operation as the document writes it: its path below the instance's host, with `{name}` for each parameter. */
type Documented = {
  readonly name: string;
  readonly method: 'GET' | 'POST';
  readonly path: `/${string}`;
};

/** Every operation this sandbox answers, in the order of the document. */
export const handledOperations = [
  { name: 'listProjects', method: 'GET', path: '/api/projects' },
  { name: 'inviteUsersToProject', method: 'POST', path: '/api/projects/{projectid}/users' },
  { name: 'copyProject', method: 'POST', path: '/api/externalcopyproject' },
] as const satisfies readonly Documented[];

/** The name of an operation. */
export type OperationName = (typeof handledOperations)[number]['name'];
