import type { MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection } from '../core/collection.ts';
import { answerMapping, EMPTY_FIELDS, joinTexts } from '../core/map-answer.ts';
import { compileLater } from '../core/wire-fields.ts';
import { projectRow, projectsAnswer, type ProjectRow } from './schemas.ts';

const { mapOrRefuse } = answerMapping('aconex', 'Aconex');

/** The project's state as one word. A connection that only was warned still has its project. */
function statusOf({ Active, DisconnectionStatus }: ProjectRow): string | null {
  if (DisconnectionStatus === 'PROJECT DISCONNECTED') return 'disconnected';
  if (Active === 'true') return 'active';
  return Active === 'false' ? 'de-activated' : Active;
}

function textOf(project: ProjectRow): string {
  const responsibilities = (project.ProjectResponsibilities?.ProjectResponsibility ?? []).map(
    ({ Role, Responsibility }) => [Role, Responsibility].filter((word) => word !== null).join(': '),
  );
  const parts = [
    project.ProjectShortName,
    project.ProjectDescription,
    project.ProjectType,
    project.ProjectOwnerOrganizationName,
    project.ProjectOwnerOrganizationTradingName,
    project.ProjectAddressLine,
    project.ProjectCity,
    project.ProjectCountry,
    ...responsibilities,
  ];
  return joinTexts(parts);
}

const rowReader = compileLater(projectRow);

/**
 * One project of "List Projects for User" as a record. It stops at the moment of `StopDate`, as the document shows it,
 * in UTC. Those responsible are organizations as often as people, in words of their own: they are searched, not listed
 * as people. Throws ZodError for a project without an id.
 */
export function mapProject(json: unknown): MappedRecord {
  const project = rowReader().parse(json);
  return {
    ...EMPTY_FIELDS,
    vendorId: project.ProjectId,
    number: project.ProjectCode,
    title: project.ProjectName ?? project.ProjectShortName ?? project.ProjectCode ?? project.ProjectId,
    status: statusOf(project),
    dueAt: project.StopDate,
    dueKind: project.StopDate === null ? null : 'time',
    createdAt: project.CreationDate,
    text: textOf(project),
    raw: json,
  };
}

const projects: Collection = {
  kind: 'project',
  lists: [{ operation: 'listProjects' }],
  mapPage: (operation, json) => {
    const records = mapOrRefuse(operation, () => projectsAnswer.parse(json).Project.map(mapProject));
    return { records, received: records.length, total: null, cursor: null };
  },
  parts: () => [],
  mapPart: () => ({}),
  confirm: null,
};

/** What the cache keeps of Aconex. No call reads one project: one that left the list is gone after two complete runs. */
export const collections: readonly Collection[] = [projects];
