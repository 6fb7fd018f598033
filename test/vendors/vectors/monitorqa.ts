import * as attributes from './monitorqa-attributes.ts';
import * as auditChanges from './monitorqa-audit-changes.ts';
import * as auditDetails from './monitorqa-audit-details.ts';
import * as auditLists from './monitorqa-audit-lists.ts';
import * as company from './monitorqa-company.ts';
import * as correctiveActions from './monitorqa-corrective-actions.ts';
import * as newSchedules from './monitorqa-new-schedules.ts';
import * as objects from './monitorqa-objects.ts';
import * as other from './monitorqa-other.ts';
import * as roles from './monitorqa-roles.ts';
import * as schedules from './monitorqa-schedules.ts';
import * as scoreSystems from './monitorqa-score-systems.ts';
import * as templates from './monitorqa-templates.ts';
import * as users from './monitorqa-users.ts';
import type { RefusedVector, Vector } from './vector.ts';

const pages = [
  auditChanges,
  auditLists,
  auditDetails,
  schedules,
  newSchedules,
  templates,
  objects,
  users,
  company,
  correctiveActions,
  attributes,
  roles,
  scoreSystems,
  other,
];

/** Every example request and answer of MonitorQA's document but the messages of its webhooks, which nobody receives. */
export const vectors: readonly Vector[] = pages.flatMap((page) => page.vectors);

/** What MonitorQA's document forbids. */
export const refused: readonly RefusedVector[] = pages.flatMap((page) => page.refused);
