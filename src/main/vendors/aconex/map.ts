import { z } from 'zod';
import type { MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection } from '../core/collection.ts';
import { VendorError } from '../core/vendor-error.ts';
import { compileLater } from '../core/wire-fields.ts';
import { projectRow, projectsAnswer, type ProjectRow } from './schemas.ts';

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
  return [...new Set(parts.filter((part) => part !== null && part !== ''))].join('\n');
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
    vendorId: project.ProjectId,
    number: project.ProjectCode,
    title: project.ProjectName ?? project.ProjectShortName ?? project.ProjectCode ?? project.ProjectId,
    status: statusOf(project),
    priority: null,
    project: null,
    parent: null,
    dueAt: project.StopDate,
    dueKind: project.StopDate === null ? null : 'time',
    dueZone: null,
    createdAt: project.CreationDate,
    updatedAt: null,
    score: null,
    people: [],
    text: textOf(project),
    raw: json,
  };
}

const projects: Collection = {
  kind: 'project',
  lists: [{ operation: 'listProjects' }],
  mapPage: (operation, json) => {
    try {
      const records = projectsAnswer.parse(json).Project.map(mapProject);
      return { records, received: records.length, total: null, cursor: null };
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      const place = error.issues[0]?.path.map(String).join('.') || 'the whole answer';
      throw new VendorError({
        code: 'unexpected-answer',
        message: `Aconex’s answer has another form than documented, at ${place}.`,
        vendor: 'aconex',
        operation,
        status: 200,
        sent: 'yes',
      });
    }
  },
  parts: () => [],
  mapPart: () => ({}),
  confirm: null,
};

/** What the cache keeps of Aconex. No call reads one project: one that left the list is gone after two complete runs. */
export const collections: readonly Collection[] = [projects];
