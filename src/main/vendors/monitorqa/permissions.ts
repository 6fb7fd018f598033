import type { Permit, VendorPermissions } from '../core/permit.ts';
import { role, user } from './schemas/people.ts';
import type { Permission } from './role-permissions.ts';

/** What "Role Permissions Reference" says of an operation. */
interface PermissionRule {
  /** Each of these is enough by itself. */
  readonly enough: readonly Permission[];
  /** These allow a part of it, or the document does not tie them to this operation clearly. */
  readonly part?: readonly Permission[];
  /** The reference names no such deed: without `enough` nobody knows. Left out, the answer is no. */
  readonly unnamed?: true;
}

const manageAudits: PermissionRule = { enough: ['audits.manage'] };
const manageSchedules: PermissionRule = { enough: ['audits.schedule'], part: ['audits.manage'] };
const readResults: PermissionRule = { enough: ['audits.viewResults'], part: ['audits.manage', 'audits.do'] };
const manageObjects: PermissionRule = { enough: ['auditObjects.manage'] };
/** Attributes of audit objects are named nowhere in the reference. */
const manageAttributes: PermissionRule = { enough: [], part: ['auditObjects.manage'], unnamed: true };
const manageUsers: PermissionRule = { enough: ['users.manage'] };
const manageRoles: PermissionRule = { enough: ['roles.manage'] };
const manageScoreSystems: PermissionRule = { enough: ['scoreSystems.manage'] };
/** "General configuration" is taken to hold the company's own profile, name and pictures. */
const manageCompany: PermissionRule = { enough: ['generalSetup.manage'], unnamed: true };
const actionDeeds = ['correctiveActions.approve', 'correctiveActions.assign', 'correctiveActions.do'] as const;
const readActions: PermissionRule = {
  enough: ['correctiveActions.view', 'correctiveActions.manage'],
  part: actionDeeds,
};

/** Operations the document ties to permissions. All others are `not-documented`. */
const RULES: Readonly<Partial<Record<string, PermissionRule>>> = {
  updateOneTimeAudit: { ...manageAudits, part: ['audits.assign', 'audits.schedule'] },
  // To reopen and to expire are changes, but not among those the reference names.
  reopenAudit: { ...manageAudits, unnamed: true },
  expireAudits: { ...manageAudits, unnamed: true },
  deleteAudits: manageAudits,
  createOneTimeAudit: { ...manageAudits, part: ['audits.createInstant', 'audits.schedule', 'audits.assign'] },
  listCompleteAudits: readResults,
  getCompleteAudit: readResults,
  getAuditReportPdf: readResults,
  getAuditReport: readResults,
  createDailySchedule: manageSchedules,
  createWeeklySchedule: manageSchedules,
  createMultipleWeeksSchedule: manageSchedules,
  createMonthlySchedule: manageSchedules,
  updateSchedule: manageSchedules,
  deleteSchedules: manageSchedules,
  // "Copy template" needs it in the other company too, of which this key says nothing.
  copyTemplate: { enough: [], part: ['auditTemplates.manage'] },
  createAuditObject: manageObjects,
  updateAuditObject: manageObjects,
  deleteAuditObjects: manageObjects,
  assignAuditObjectAttributes: manageAttributes,
  unassignAuditObjectAttributes: manageAttributes,
  createAttribute: manageAttributes,
  updateAttribute: manageAttributes,
  deleteAttributes: manageAttributes,
  createUser: manageUsers,
  updateUser: manageUsers,
  deleteUsers: manageUsers,
  updateCompany: manageCompany,
  uploadCompanyLogo: manageCompany,
  deleteCompanyLogo: manageCompany,
  uploadCompanyIcon: manageCompany,
  deleteCompanyIcon: manageCompany,
  listPendingCorrectiveActions: readActions,
  listExpiredCorrectiveActions: readActions,
  listCompletedCorrectiveActions: readActions,
  getCorrectiveAction: readActions,
  // Which field of the change needs which permission is not documented.
  updateCorrectiveAction: { enough: ['correctiveActions.manage'], part: actionDeeds },
  deleteCorrectiveAction: { enough: ['correctiveActions.manage'], unnamed: true },
  createRole: manageRoles,
  updateRole: manageRoles,
  deleteRoles: manageRoles,
  createScoreSystem: manageScoreSystems,
  updateScoreSystem: manageScoreSystems,
  deleteScoreSystems: manageScoreSystems,
};

/**
 * Whether a role may do an operation. `held` are the role's permissions ("Get Role Details"); null where it is not
 * known whose key it is. A `yes` is what the role says: "Conditional Access" may still depend on the object. Where the
 * document ties no permission to the operation, the answer is `unknown`, never a guess.
 */
export function permits(operation: string, held: readonly string[] | null): Permit {
  const rule = Object.hasOwn(RULES, operation) ? RULES[operation] : undefined;
  if (rule === undefined) return { permitted: 'unknown', reason: 'not-documented', permissions: [] };
  const { enough, part = [], unnamed = false } = rule;
  const needed = enough.length > 0 ? enough : part;
  if (held === null) return { permitted: 'unknown', reason: 'role-unknown', permissions: needed };
  const granted = enough.filter((permission) => held.includes(permission));
  if (granted.length > 0) return { permitted: 'yes', reason: 'granted', permissions: granted };
  const partly = part.filter((permission) => held.includes(permission));
  if (partly.length > 0) return { permitted: 'unknown', reason: 'partly', permissions: partly };
  if (unnamed) return { permitted: 'unknown', reason: 'not-documented', permissions: needed };
  return { permitted: 'no', reason: 'missing', permissions: needed };
}

/** Whose key it is, and what that user's role holds ("Get user details", "Get Role Details"). */
export const permissions: VendorPermissions = {
  permits,
  userCall: (id) => ({ operation: 'getUser', params: { path: { id } } }),
  roleCall: (json) => {
    const id = user.safeParse(json).data?.role?.id;
    return id === undefined ? null : { operation: 'getRole', params: { path: { id } } };
  },
  role: (json) => {
    const { name = null, permissions: held } = role.safeParse(json).data ?? {};
    return held === undefined || held === null ? null : { name, permissions: held };
  },
};
