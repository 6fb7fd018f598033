import { boardFor, boardOf, editableBoard } from './board.ts';
import type { SmartqLedger } from './ledger.ts';
import { levels } from './levels.ts';
import type { OperationName } from './operations.ts';
import { readProperties } from './properties.ts';
import { projectSpec, type Project, type Role } from './records.ts';
import { refusal } from './refusal.ts';
import { answerList, answerWith, deleted, readForm, readQuery, recordsOf, type Answers } from './request.ts';
import { projectShape } from './shapes.ts';

/** The operations on projects themselves. */
type ProjectOperation = Extract<
  OperationName,
  'listProjects' | 'createProject' | 'getProject' | 'updateProject' | 'deleteProject'
>;

/** Returns the operations on projects. */
export const projectAnswers = (ledger: SmartqLedger): Answers<ProjectOperation> => ({
  listProjects: (asked) => {
    const isOpen = (project: Project): boolean => boardFor(ledger, project, asked.caller).level > levels.closed;
    return answerList(asked, recordsOf(ledger.table('project'), isOpen), projectShape);
  },
  createProject: async (asked) => {
    readQuery(asked, []);
    const { caller } = asked;
    if (!caller.properties.can_manage_projects && !caller.properties.is_account_administrator) {
      throw refusal(403, 'Access denied');
    }
    const { name = '', description = '' } = readProperties(await readForm(asked), 'project', projectSpec, ['name']);
    const [id, roleId, now] = [ledger.nextId('project'), ledger.nextId('role'), ledger.now()];
    const stamps = { createdAt: now, updatedAt: now };
    const record: Project = {
      id,
      properties: { name, description },
      ownerId: caller.id,
      defaultRoleId: roleId,
      members: [],
      ...stamps,
    };
    const role: Role = {
      id: roleId,
      projectId: id,
      properties: {
        name: 'Default',
        access_level: levels.closed,
        max_step: null,
        can_edit_project: false,
        can_manage_people_notes: false,
        can_see_private_notes: false,
      },
      ...stamps,
    };
    const changes = [
      { kind: 'project', id, record },
      { kind: 'role', id: roleId, record: role },
    ] as const;
    ledger.record(caller.id, { changes });
    return answerWith(asked, projectShape(record));
  },
  getProject: (asked) => {
    readQuery(asked, []);
    return answerWith(asked, projectShape(boardOf(ledger, asked).project));
  },
  updateProject: async (asked) => {
    readQuery(asked, []);
    const { project } = editableBoard(ledger, asked);
    const sent = readProperties(await readForm(asked), 'project', projectSpec);
    const record = { ...project, properties: { ...project.properties, ...sent }, updatedAt: ledger.now() };
    ledger.record(asked.caller.id, { changes: [{ kind: 'project', id: project.id, record }] });
    return answerWith(asked, projectShape(record));
  },
  // What is in a project is only reached through it, so it goes with it.
  deleteProject: (asked) => {
    readQuery(asked, []);
    const { project } = editableBoard(ledger, asked);
    ledger.record(asked.caller.id, { changes: [{ kind: 'project', id: project.id, record: null }] });
    return deleted(asked);
  },
});
