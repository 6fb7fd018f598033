import { boardOf, editableBoard, type Board } from './board.ts';
import { boardWithOldServer } from './data/boards.ts';
import type { SmartqLedger } from './ledger.ts';
import type { OperationName } from './operations.ts';
import { readProperties, type PropertiesOf } from './properties.ts';
import { roleSpec, type Role } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import {
  answerList,
  answerWith,
  deleted,
  idIn,
  readForm,
  readQuery,
  recordsOf,
  type Answers,
  type Asked,
} from './request.ts';
import { roleShape } from './shapes.ts';

/** The operations on the roles of a project. */
type RoleOperation = Extract<OperationName, `${string}ProjectRole` | `${string}ProjectRoles`>;

const blank: PropertiesOf<typeof roleSpec> = {
  name: '',
  access_level: 0,
  max_step: null,
  can_edit_project: false,
  can_manage_people_notes: false,
  can_see_private_notes: false,
};

/** Returns the operations on roles. Only who may edit a project changes them; who may read it sees them. */
export const roleAnswers = (ledger: SmartqLedger): Answers<RoleOperation> => {
  const find = ({ project }: Board, id: number): Role => {
    const role = ledger.table('role').get(id);
    if (role === undefined || role.projectId !== project.id) throw notFound('role', id);
    return role;
  };
  const named = (asked: Asked, board: Board): Role => find(board, idIn(asked, 'roleId', 'role'));

  const save = (asked: Asked, before: Role, sent: Partial<Role['properties']>): Response => {
    const step = typeof sent.max_step === 'number' ? ledger.table('step').get(sent.max_step) : null;
    if (step === undefined || (step !== null && step.projectId !== before.projectId)) {
      throw refusal(400, 'role[max_step] is not a step of this project');
    }
    const record = { ...before, properties: { ...before.properties, ...sent }, updatedAt: ledger.now() };
    ledger.record(asked.caller.id, { changes: [{ kind: 'role', id: record.id, record }] });
    return answerWith(asked, roleShape(record));
  };
  const read = async (asked: Asked, required: readonly ('name' | 'access_level')[] = []) =>
    readProperties(await readForm(asked), 'role', roleSpec, required);

  return {
    // The default role has resources of its own and is not in the list.
    listProjectRoles: (asked) => {
      const { project } = boardOf(ledger, asked);
      const isListed = (role: Role): boolean => role.projectId === project.id && role.id !== project.defaultRoleId;
      return answerList(asked, recordsOf(ledger.table('role'), isListed), roleShape);
    },
    createProjectRole: async (asked) => {
      readQuery(asked, []);
      const { project } = editableBoard(ledger, asked);
      const sent = await read(asked, ['name', 'access_level']);
      const [id, now] = [ledger.nextId('role'), ledger.now()];
      return save(asked, { id, projectId: project.id, properties: blank, createdAt: now, updatedAt: now }, sent);
    },
    getProjectRole: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, roleShape(named(asked, boardOf(ledger, asked))));
    },
    getDefaultProjectRole: (asked) => {
      readQuery(asked, []);
      const board = boardOf(ledger, asked);
      return answerWith(asked, roleShape(find(board, board.project.defaultRoleId)));
    },
    updateProjectRole: async (asked) => {
      readQuery(asked, []);
      const role = named(asked, editableBoard(ledger, asked));
      return save(asked, role, await read(asked));
    },
    /**
     * The document reads the default role below `/projects/` and changes it below `/project/`. Both are answered, but one
     * board takes the document at its word: there `default` is the id of no role to whoever writes `/projects/`.
     */
    updateDefaultProjectRole: async (asked) => {
      readQuery(asked, []);
      const board = editableBoard(ledger, asked);
      const isLiteral = new URL(asked.c.req.url).pathname.includes('/api/v1/project/');
      if (!isLiteral && board.project.id === boardWithOldServer) throw notFound('role', 'default');
      return save(asked, find(board, board.project.defaultRoleId), await read(asked));
    },
    deleteProjectRole: (asked) => {
      readQuery(asked, []);
      const board = editableBoard(ledger, asked);
      const { id } = named(asked, board);
      if (id === board.project.defaultRoleId) throw refusal(400, 'The default role cannot be deleted');
      ledger.record(asked.caller.id, { changes: [{ kind: 'role', id, record: null }] });
      return deleted(asked);
    },
  };
};
