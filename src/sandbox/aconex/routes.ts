import { hasBody, mediaType, type SandboxContext } from '../http.ts';
import type { AconexDataset, AconexUser, Project } from './data/projects.ts';
import { readCopy } from './copy-rules.ts';
import type { AconexLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { projectResults } from './project-shape.ts';
import { refusal } from './refusal.ts';
import { writeXml, xmlType } from './xml.ts';

/** What an operation is asked. */
type Asked = { readonly c: SandboxContext; readonly caller: AconexUser };

/** Answers one operation. */
type Answer = (asked: Asked) => Response | Promise<Response>;

/**
 * Returns the users an invitation names: one id, or several with commas between them.
 * @throws HTTPException 400 that tells which is nobody's.
 */
const readUserIds = (c: SandboxContext, { users }: AconexDataset): readonly string[] => {
  const [given, ...more] = c.req.queries('userid') ?? [];
  const ids = (given ?? '').split(',').map((id) => id.trim());
  const isKnown = (id: string): boolean => users.some((user) => user.id === id);
  const unknown = ids.find((id) => !isKnown(id));
  if (unknown !== undefined || more.length > 0) {
    const message = more.length > 0 ? 'userid was given twice' : `No user with id "${unknown}"`;
    const field = { name: 'userid', code: 'INVALID_VALUE', message };
    throw refusal(400, 'VALIDATION_FAILED', 'Validation failed', [field]);
  }
  return [...new Set(ids)];
};

/** Returns the JSON object of a copy's body. @throws HTTPException 400 on anything else. */
const readBody = async (c: SandboxContext): Promise<Readonly<Record<string, unknown>>> => {
  const malformed = refusal(400, 'BAD REQUEST', 'Malformed request body');
  if (mediaType(c) !== 'application/json') throw malformed;
  let body: unknown;
  try {
    body = await c.req.json();
  } catch {
    throw malformed;
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw malformed;
  return body as Readonly<Record<string, unknown>>;
};

/** Returns the three operations. */
export const aconexAnswers = (
  dataset: AconexDataset,
  ledger: AconexLedger,
): Readonly<Record<OperationName, Answer>> => {
  /** Returns a project somebody is in. @throws HTTPException 404 when there is none, 403 when they are not in it. */
  const projectOf = (caller: AconexUser, id: string): Project => {
    if (!ledger.projects().some((project) => project.id === id)) {
      throw refusal(404, 'NOT_FOUND', `Project ${id} not found`);
    }
    const project = ledger.projectsOf(caller.id).find((candidate) => candidate.id === id);
    if (project === undefined) throw refusal(403, 'USER_NOT_ON_PROJECT', 'User does not participate in the project');
    return project;
  };

  return {
    listProjects: ({ c, caller }) =>
      c.body(writeXml(projectResults(ledger.projectsOf(caller.id))), 200, { 'Content-Type': xmlType }),

    inviteUsersToProject: ({ c, caller }) => {
      if (hasBody(c)) throw refusal(400, 'BAD REQUEST', 'This operation has no request body');
      const { id, isActive, isOpenToApi, invitation } = projectOf(caller, c.req.param('projectid') ?? '');
      if (!isActive) throw refusal(403, 'ACCESS_FAILED_FOR_PROJECT', 'The project is not active');
      if (!isOpenToApi) throw refusal(403, 'API_NOT_ENABLED_FOR_PROJECT', 'API access is not enabled for the project');
      if (invitation === 'explicit') {
        throw refusal(
          401,
          'PROJECT_IS_BY_EXPLICIT_INVITATION_ONLY',
          'The project invitation mode is explicit, users can only be invited through the web application',
        );
      }
      ledger.record(caller.id, { type: 'users-invited', projectId: id, userIds: readUserIds(c, dataset) });
      return c.body(null, 200);
    },

    copyProject: async ({ c, caller }) => {
      const copy = readCopy(await readBody(c));
      const taken = ledger.projects();
      if (taken.some(({ name }) => name === copy.projectName)) {
        throw refusal(400, 'BAD REQUEST', 'projectName already exists');
      }
      if (taken.some(({ shortName }) => shortName === copy.projectShortName)) {
        throw refusal(400, 'BAD REQUEST', 'projectshortName already exists');
      }
      const source = ledger.projectsOf(caller.id).find(({ id }) => id === copy.projectId);
      // One that somebody else has is not told apart from one there is not.
      if (source?.hasContract !== true) throw refusal(404, 'NOT_FOUND', 'Project with no CONTRACTUAL METADATA');
      ledger.record(caller.id, { type: 'project-copied', copy });
      return c.json({ message: `${copy.projectShortName} successfully copied.`, status: 'OK' });
    },
  };
};
