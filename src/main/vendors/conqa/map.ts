import type { MappedPage, MappedRecord } from '../../../shared/model/mapped-record.ts';
import type { Collection, CollectionList } from '../core/collection.ts';
import { EMPTY_FIELDS } from '../core/map-answer.ts';
import { mapOrRefuse } from './map-common.ts';
import { mapIssueRow } from './map-issue.ts';
import { mapMilestoneRow } from './map-milestone.ts';
import { projectSummary } from './project-summary.ts';
import { issuesAnswer, milestonesAnswer, projectRow, projectsAnswer } from './schemas.ts';

/** The document's own default; no largest page is documented. */
const PAGE_SIZE = 300;

function page(operation: string, json: unknown, read: (json: unknown) => Omit<MappedPage, 'received' | 'cursor'>) {
  const { records, total } = mapOrRefuse(operation, () => read(json));
  return { records, received: records.length, total, cursor: null };
}

function mapProject(json: unknown): MappedRecord {
  const { projectId, projectName } = projectRow.parse(json);
  return { ...EMPTY_FIELDS, vendorId: projectId, title: projectName ?? projectId, raw: json };
}

const noParts = { parts: () => [], mapPart: () => ({}), confirm: null };

/**
 * Projects, each with its summary, which changes without their row: it is read at every run. A project that the list
 * leaves out may be gone or only closed to the token, and its summary then answers 403 or 404: no call tells for sure.
 */
const projects: Collection = {
  kind: 'project',
  lists: [{ operation: 'listProjects' }],
  mapPage: (operation, json) =>
    page(operation, json, () => {
      const rows = projectsAnswer.parse(json).projects;
      return { records: rows.map(mapProject), total: null };
    }),
  readsPartsAlways: true,
  parts: ({ vendorId: projectId }) => [
    { part: 'summary', operation: 'getProjectSummary', params: { path: { projectId } } },
  ],
  mapPart: (_part, json) => {
    projectSummary(json);
    return {};
  },
  confirm: null,
};

/** A list that every project has. */
const listOf = (operation: string) => ({
  kind: 'project' as const,
  list: (projectId: string): CollectionList => ({ operation, params: { path: { projectId } }, pageSize: PAGE_SIZE }),
});

const issues: Collection = {
  kind: 'issue',
  lists: [],
  within: listOf('listProjectIssues'),
  mapPage: (operation, json, owner) =>
    page(operation, json, () => {
      const { paging, issues: rows } = issuesAnswer.parse(json).data;
      return { records: rows.map((row) => mapIssueRow(row, owner ?? null)), total: paging?.total_records ?? null };
    }),
  ...noParts,
};

const milestones: Collection = {
  kind: 'milestone',
  lists: [],
  within: listOf('listProjectMilestones'),
  mapPage: (operation, json, owner) =>
    page(operation, json, () => {
      const { paging, milestones: rows } = milestonesAnswer.parse(json).data;
      return { records: rows.map((row) => mapMilestoneRow(row, owner ?? null)), total: paging?.total_records ?? null };
    }),
  ...noParts,
};

/** What the cache keeps of CONQA, in the order it is read: a project's lists come after the projects. */
export const collections: readonly Collection[] = [projects, issues, milestones];
