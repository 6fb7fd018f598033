import type { SmartqLedger } from './ledger.ts';
import { levels } from './levels.ts';
import type { Project, Role, User } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import { idIn, type Asked } from './request.ts';

/** A project as somebody may use it. */
export type Board = {
  readonly project: Project;
  readonly level: number;
  readonly mayEdit: boolean;
  readonly managesNotes: boolean;
  readonly seesPrivate: boolean;
  /** The step beyond which they may not move a ticket; null for none. */
  readonly maxStep: number | null;
};

const roleIn = (ledger: SmartqLedger, project: Project, user: User): Role | undefined => {
  const own = project.members.find(([userId]) => userId === user.id)?.[1];
  // Whoever had a role that was deleted has the default one.
  const role = own === undefined ? undefined : ledger.table('role').get(own);
  return role ?? ledger.table('role').get(project.defaultRoleId);
};

/** Returns what a project is to somebody, closed ones included. Administrators and owners may do everything. */
export const boardFor = (ledger: SmartqLedger, project: Project, user: User): Board => {
  if (user.properties.is_account_administrator || project.ownerId === user.id) {
    return { project, level: levels.all, mayEdit: true, managesNotes: true, seesPrivate: true, maxStep: null };
  }
  const role = roleIn(ledger, project, user)?.properties;
  return {
    project,
    level: role?.access_level ?? levels.closed,
    mayEdit: role?.can_edit_project ?? false,
    managesNotes: role?.can_manage_people_notes ?? false,
    seesPrivate: role?.can_see_private_notes ?? false,
    maxStep: role?.max_step ?? null,
  };
};

/**
 * Returns the project of the path.
 * @throws HTTPException in the envelope: 404 when there is none, 403 below the level asked for.
 */
export const boardOf = (ledger: SmartqLedger, asked: Asked, level: number = levels.read): Board => {
  const id = idIn(asked, 'projectId', 'project');
  const project = ledger.table('project').get(id);
  if (project === undefined) throw notFound('project', id);
  const board = boardFor(ledger, project, asked.caller);
  if (board.level < level) throw refusal(403, 'Access denied');
  return board;
};

/** Returns the project of the path, to change its settings. @throws HTTPException like {@link boardOf}. */
export const editableBoard = (ledger: SmartqLedger, asked: Asked): Board => {
  const board = boardOf(ledger, asked);
  if (!board.mayEdit) throw refusal(403, 'Access denied');
  return board;
};
