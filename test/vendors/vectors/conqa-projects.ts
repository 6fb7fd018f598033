import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const id = 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx';
const path = { projectId: id };

/** Projects, their summary, issues and milestones in CONQA's "API Endpoints". */
export const vectors: readonly Vector[] = [
  {
    operation: 'listProjects',
    section: 'Get Projects for User',
    ...sends('GET', '/projects', {}),
    answer: {
      status: 200,
      body: {
        projects: [
          { projectId: id, projectName: 'CONQA Apartments' },
          { projectId: id, projectName: 'CONQA Office Upgrade' },
        ],
      },
    },
  },
  {
    operation: 'getProjectSummary',
    section: 'Get Project Summary',
    ...sends('GET', `/project/${id}/summary`, { path }),
    // Its total is 10 and its counts add up to 97: that is what the document shows, and what is kept.
    answer: {
      status: 200,
      body: {
        data: {
          name: 'CONQA Apartments',
          issues: {
            total: 10,
            statuses: [
              { name: 'open', issueCount: 45 },
              { name: 'closed', issueCount: 33 },
              { name: 'disputed', issueCount: 3 },
              { name: 'ready-to-inspect', issueCount: 4 },
              { name: 'work-completed', issueCount: 12 },
            ],
          },
          milestones: { total: 3, statuses: [], measures: {} },
        },
      },
    },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'listProjectIssues',
    section: 'Get Project Issues',
    ...sends('GET', `/project/${id}/issues`, { path }),
    answer: {
      status: 200,
      body: {
        data: {
          paging: { total_records: 112, page_size: 300, page_number: 1 },
          issues: [
            {
              issueId: id,
              projectId: id,
              assignedTo: id,
              checklistId: id,
              checkpointId: id,
              description: 'Test issue description',
              dueDate: '2023-12-30T11:00:00.000Z',
              issueNumber: 'ISS-22',
              lastUpdatedAt: '2024-10-21T12:38:02.959Z',
              lastUpdatedBy: id,
              raisedAt: '2024-10-21T12:38:02.959Z',
              raisedBy: id,
              raisedByName: 'John Doe',
              responsiblePerson: id,
              responsiblePersonName: 'Jane Smith',
              status: 'open',
              title: 'Test issue',
              daysAtStatus: 3,
              ballInCourtUser: id,
              ballInCourtUserName: 'John Doe',
              numberOfAttachments: 2,
            },
          ],
        },
      },
    },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'listProjectIssues',
    section: 'Get Project Issues',
    ...sends('GET', `/project/${id}/issues?page=1&limit=300`, { path, query: { page: 1, limit: 300 } }),
    corrected: `${PLACEHOLDER} The two parameters are described, not shown; their documented defaults stand in.`,
  },
  {
    operation: 'listProjectMilestones',
    section: 'Get Project Milestones',
    ...sends('GET', `/project/${id}/milestones`, { path }),
    answer: {
      status: 200,
      body: {
        data: {
          paging: { total_records: 50, page_size: 300, page_number: 1 },
          milestones: [
            {
              milestoneId: `ms:${id}`,
              projectId: id,
              externalId: 'QA10M-ITP-001-A1-LOT-001',
              name: 'Excavation, Fill & Subgrade Prep',
              status: {
                value: 'open',
                display: 'Open',
                lastUpdatedAt: '2024-01-15T10:30:00.000Z',
                lastUpdatedBy: 'user@example.com',
                lastUpdatedByUser: id,
              },
              fields: { area: { value: 'Area 1', display: 'Area 1' } },
              checklistId: `cl:${id}`,
              measurements: { timeToSubmitted: { days: 410, threshold: 'overdue' } },
            },
          ],
        },
      },
    },
    corrected: `${PLACEHOLDER} The header that stands on the line of the request belongs below it.`,
  },
  {
    operation: 'listProjectMilestones',
    section: 'Get Project Milestones',
    ...sends('GET', `/project/${id}/milestones?page=1&limit=300&orderBy=name&orderDirection=desc`, {
      path,
      query: { page: 1, limit: 300, orderBy: 'name', orderDirection: 'desc' },
    }),
    corrected: `${PLACEHOLDER} The parameters are described, not shown; their documented values stand in, and the name of a field of the answer.`,
  },
];

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'getProjectSummary', params: {}, field: 'path.projectId' },
  { operation: 'getProjectSummary', params: { path: { projectId: ' ' } }, field: 'path.projectId' },
  { operation: 'listProjectIssues', params: { path: { projectId: '' } }, field: 'path.projectId' },
  { operation: 'listProjectIssues', params: { path, query: { page: 0 } }, field: 'query.page' },
  { operation: 'listProjectIssues', params: { path, query: { limit: 0 } }, field: 'query.limit' },
  { operation: 'listProjectIssues', params: { path, query: { orderBy: 'title' } }, field: 'query.orderBy' },
  { operation: 'listProjectMilestones', params: { path: { projectId: 'a/b' } }, field: 'path.projectId' },
  { operation: 'listProjectMilestones', params: { path, query: { limit: 1.5 } }, field: 'query.limit' },
  { operation: 'listProjectMilestones', params: { path, query: { orderBy: '' } }, field: 'query.orderBy' },
  {
    operation: 'listProjectMilestones',
    params: { path, query: { orderDirection: 'ASC' } },
    field: 'query.orderDirection',
  },
];
