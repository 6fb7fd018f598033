/** "Observer Role Permissions": 9. */
const OBSERVER = [
  'audits.viewResults',
  'correctiveActions.view',
  'auditObjects.accessNonParticipant',
  'issues.view',
  'reports.viewSummary',
  'reports.viewAuditPerformance',
  'reports.viewAuditorPerformance',
  'reports.viewAuditObjectPerformance',
  'reports.viewItemAnalysis',
] as const;

/** "Auditee Role Permissions": 4. */
const AUDITEE = [
  'audits.viewResults',
  'correctiveActions.do',
  'correctiveActions.view',
  'auditObjects.accessNonParticipant',
] as const;

/** "Auditor Role Permissions": 17. */
const AUDITOR = [
  'audits.do',
  'audits.assign',
  'audits.createInstant',
  'audits.viewResults',
  'correctiveActions.approve',
  'correctiveActions.assign',
  'correctiveActions.do',
  'correctiveActions.view',
  'auditObjects.accessNonParticipant',
  'issues.edit',
  'issues.changeStatus',
  'issues.view',
  'reports.viewSummary',
  'reports.viewAuditPerformance',
  'reports.viewAuditorPerformance',
  'reports.viewAuditObjectPerformance',
  'reports.viewItemAnalysis',
] as const;

/** "Admin Role Permissions": 31, those of every other type among them. */
const ADMIN = [
  'audits.do',
  'audits.assign',
  'audits.manage',
  'audits.schedule',
  'audits.createInstant',
  'audits.viewResults',
  'correctiveActions.manage',
  'correctiveActions.approve',
  'correctiveActions.assign',
  'correctiveActions.do',
  'correctiveActions.view',
  'auditObjects.manage',
  'auditTemplates.manage',
  'users.manage',
  'tags.manage',
  'roles.manage',
  'scoreSystems.manage',
  'billing.manage',
  'generalSetup.manage',
  'auditObjects.accessNonParticipant',
  'issueTypes.manage',
  'issues.delete',
  'issues.edit',
  'issues.changeStatus',
  'issues.view',
  'reports.viewSummary',
  'reports.viewAuditPerformance',
  'reports.viewAuditorPerformance',
  'reports.viewAuditObjectPerformance',
  'reports.viewItemAnalysis',
  'dataExports.accessCustom',
] as const;

/** Any permission the document knows. */
export type Permission = (typeof ADMIN)[number];

/** "Role Permissions Reference": what a role may hold, by its `roleType` (0 Admin, 1 Auditor, 2 Auditee, 3 Observer). */
export const ROLE_PERMISSIONS = [ADMIN, AUDITOR, AUDITEE, OBSERVER] as const;

/** "Role Types" by `roleType`. */
export const ROLE_TYPES = ['Admin', 'Auditor', 'Auditee', 'Observer'] as const;
