import { sends, type RefusedVector, type Vector } from './vector.ts';

/** "Audits" of MonitorQA's document: the two lists. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listPendingAudits',
    section: 'Audits: Get list of pending audits',
    ...sends('GET', '/audit/pending?inProgress=true&auditScheduleId=d4e5f6a7-b8c9-7012-def4-567890123gbc&pageSize=50', {
      query: { inProgress: true, auditScheduleId: 'd4e5f6a7-b8c9-7012-def4-567890123gbc', pageSize: 50 },
    }),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: 'a1b2c3d4-e5f6-4789-abc1-234567890def',
            name: 'Weekly Kitchen Safety Inspection',
            assignees: [{ id: 'b2c3d4e5-f6a7-5890-bcd2-345678901efa', name: 'Emily Davis' }],
            auditObject: { id: 'c3d4e5f6-a7b8-6901-cde3-456789012fab', name: 'Main Kitchen - Building B' },
            endDate: '2023-12-15T17:00:00.000Z',
            number: 'AUD-2023-1247',
            startDate: '2023-12-15T09:00:00.000Z',
            template: { id: 'd4e5f6a7-b8c9-7012-def4-567890123gbc', name: 'Kitchen Safety Inspection Template' },
            isReopened: false,
            isStarted: true,
            completedActionsCount: 8,
            pendingActionsCount: 3,
          },
          {
            id: 'e5f6a7b8-c9d0-8123-efg5-678901234hcd',
            name: 'Monthly Equipment Maintenance Check',
            assignees: [
              { id: 'f6a7b8c9-d0e1-9234-fgh6-789012345ide', name: 'Robert Wilson' },
              { id: 'a7b8c9d0-e1f2-0345-ghi7-890123456jef', name: 'Maria Garcia' },
            ],
            auditObject: { id: 'b8c9d0e1-f2a3-1456-hij8-901234567kfg', name: 'Manufacturing Floor - Zone A' },
            endDate: '2023-12-20T16:30:00.000Z',
            number: 'AUD-2023-1248',
            startDate: '2023-12-18T08:00:00.000Z',
            template: { id: 'c9d0e1f2-a3b4-2567-ijk9-012345678lgh', name: 'Equipment Maintenance Audit' },
            isReopened: true,
            isStarted: true,
            completedActionsCount: 15,
            pendingActionsCount: 7,
          },
        ],
        meta: { pageNumber: 1, pageSize: 50, totalCount: 2 },
      },
    },
  },
  {
    operation: 'listCompleteAudits',
    section: 'Audits: Get list of complete audits',
    ...sends('GET', '/audit/complete?scoreMin=80&pageSize=50', { query: { scoreMin: 80, pageSize: 50 } }),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890',
            name: 'Quarterly Food Safety Audit',
            assignees: [{ id: 'b2c3d4e5-f6a7-890b-cdef-012345678901', name: 'Sarah Martinez' }],
            auditObject: { id: 'c3d4e5f6-a7b8-901c-defa-123456789012', name: 'Restaurant Main Kitchen' },
            endDate: '2023-11-10T16:00:00.000Z',
            number: 'AUD-2023-Q4-001',
            startDate: '2023-11-10T08:00:00.000Z',
            template: { id: 'd4e5f6a7-b8c9-012d-efab-234567890123', name: 'Food Safety & Hygiene Checklist' },
            completeDate: '2023-11-10T15:42:18.750Z',
            completedBy: { id: 'b2c3d4e5-f6a7-890b-cdef-012345678901', name: 'Sarah Martinez' },
            score: 94,
            scoreLabel: 'Excellent',
          },
          {
            id: 'e5f6a7b8-c9d0-123e-fabc-345678901234',
            name: 'Monthly Equipment Inspection',
            assignees: [
              { id: 'f6a7b8c9-d0e1-234f-abcd-456789012345', name: 'James Wilson' },
              { id: 'a7b8c9d0-e1f2-345a-bcde-567890123456', name: 'Lisa Chen' },
            ],
            auditObject: { id: 'b8c9d0e1-f2a3-456b-cdef-678901234567', name: 'Production Line A' },
            endDate: '2023-11-08T17:30:00.000Z',
            number: 'AUD-2023-1156',
            startDate: '2023-11-08T09:00:00.000Z',
            template: { id: 'c9d0e1f2-a3b4-567c-defa-789012345678', name: 'Manufacturing Equipment Safety Audit' },
            completeDate: '2023-11-08T16:55:30.250Z',
            completedBy: { id: 'f6a7b8c9-d0e1-234f-abcd-456789012345', name: 'James Wilson' },
            score: 82,
            scoreLabel: 'Good',
          },
        ],
        meta: { pageNumber: 1, pageSize: 50, totalCount: 2 },
      },
    },
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listPendingAudits', params: { query: { inProgress: 'yes' } }, field: 'query.inProgress' },
  { operation: 'listPendingAudits', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
  { operation: 'listPendingAudits', params: { query: { pageSize: 0 } }, field: 'query.pageSize' },
  { operation: 'listPendingAudits', params: { query: { orderBy: 'name' } }, field: 'query.orderBy' },
  { operation: 'listCompleteAudits', params: { query: { scoreMin: 'high' } }, field: 'query.scoreMin' },
  { operation: 'listCompleteAudits', params: { query: { fromDate: '2023-11-10' } }, field: 'query.fromDate' },
  { operation: 'listCompleteAudits', params: { query: { toDate: '2023-11-31T00:00:00.000Z' } }, field: 'query.toDate' },
  { operation: 'listCompleteAudits', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
  { operation: 'listCompleteAudits', params: { query: { pageSize: 1.5 } }, field: 'query.pageSize' },
];
