import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

/** "Audits" of MonitorQA's document: one audit and its report. */
export const vectors: readonly Vector[] = [
  {
    operation: 'getAudit',
    section: 'Audits: Get details of audit',
    ...sends('GET', '/audit/123e4567-e89b-12d3-a456-426614174000', {
      path: { auditId: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890',
        auditorHint: 'Check all emergency exits are clear and properly marked',
        companyId: 'b2c3d4e5-f6a7-890b-cdef-012345678901',
        number: 'AUD-2023-0892',
        auditObject: {
          id: 'c3d4e5f6-a7b8-901c-defa-123456789012',
          name: 'Corporate Headquarters - Floor 3',
          notes: 'High traffic area with multiple conference rooms',
        },
        startedBy: { id: 'd4e5f6a7-b8c9-012d-efab-234567890123', name: 'Jennifer Thompson' },
        templateId: 'e5f6a7b8-c9d0-123e-fabc-345678901234',
        template: { id: 'e5f6a7b8-c9d0-123e-fabc-345678901234', name: 'Fire Safety and Emergency Preparedness Audit' },
        assignees: [
          { id: 'f6a7b8c9-d0e1-234f-abcd-456789012345', name: 'David Lee' },
          { id: 'a7b8c9d0-e1f2-345a-bcde-567890123456', name: 'Amanda Rodriguez' },
        ],
        isStarted: true,
        startedAt: '2023-11-15T09:30:00.000Z',
        isCompleted: true,
        completeDate: '2023-11-15T14:45:22.150Z',
        isFailed: false,
        isExpired: false,
        isReopened: false,
        completedBy: { id: 'f6a7b8c9-d0e1-234f-abcd-456789012345', name: 'David Lee' },
        startDate: '2023-11-15T09:00:00.000Z',
        endDate: '2023-11-15T17:00:00.000Z',
        score: 87,
        scoreLabel: 'Good',
        scoreColor: '#28a745',
        completionTime: 315,
      },
    },
  },
  {
    operation: 'getCompleteAudit',
    section: 'Audits: Get details of complete audit',
    ...sends('GET', '/audit/complete/a1b2c3d4-e5f6-789a-bcde-f01234567890', {
      path: { auditId: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' },
    }),
    answer: {
      status: 200,
      body: {
        id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890',
        companyId: 'b2c3d4e5-f6a7-890b-cdef-012345678901',
        number: 'AUD-2023-0475',
        auditorHint: 'Pay special attention to cold storage temperature logs and cleaning schedules',
        auditObject: {
          id: 'c3d4e5f6-a7b8-901c-defa-123456789012',
          name: 'Warehouse Cold Storage Unit B',
          notes: 'Temperature-controlled environment for perishable goods',
        },
        startedBy: { id: 'd4e5f6a7-b8c9-012d-efab-234567890123', name: 'Michael Johnson' },
        templateId: 'e5f6a7b8-c9d0-123e-fabc-345678901234',
        template: { id: 'e5f6a7b8-c9d0-123e-fabc-345678901234', name: 'Cold Storage Compliance Audit' },
        assignees: [
          { id: 'f6a7b8c9-d0e1-234f-abcd-456789012345', name: 'Rachel Kim' },
          { id: 'a7b8c9d0-e1f2-345a-bcde-567890123456', name: 'Carlos Rodriguez' },
        ],
        isStarted: true,
        isFailed: false,
        startedAt: '2023-10-25T07:30:00.000Z',
        isCompleted: true,
        completeDate: '2023-10-25T11:45:33.875Z',
        isExpired: false,
        isReopened: false,
        completedBy: { id: 'f6a7b8c9-d0e1-234f-abcd-456789012345', name: 'Rachel Kim' },
        startDate: '2023-10-25T07:00:00.000Z',
        endDate: '2023-10-25T15:00:00.000Z',
        score: 91,
        scoreLabel: 'Excellent',
        scoreColor: '#198754',
        completionTime: 255,
        reportUrl: 'https://api-external.monitorqa.com/reports/audit/a1b2c3d4-e5f6-789a-bcde-f01234567890',
        auditeeSignature: {
          photoId: 'd1b4b954-3e9f-4d93-bdeb-a4112f1ed26e',
          createdBy: { id: '00000000-0000-0000-0000-000000000000', name: 'Auditee name' },
        },
        auditorSignature: {
          photoId: 'c54e4562-3ce2-4957-b1f0-2dd96405de29',
          createdBy: { id: '3c71b2a5-4c01-4bb0-9f08-785a2d8f7128', name: 'Rachel Kim' },
        },
      },
    },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'getAuditReportPdf',
    section: 'Audits: Get audit pdf report',
    ...sends('GET', '/audit/complete/123e4567-e89b-12d3-a456-426614174000/report-pdf?reportType=2&includePhotos=true', {
      path: { auditId: '123e4567-e89b-12d3-a456-426614174000' },
      query: { reportType: 2, includePhotos: true },
    }),
    answer: { status: 200, body: null, contentType: 'application/pdf' },
  },
  {
    operation: 'getAuditReport',
    section: 'Audits: Get audit report',
    ...sends('GET', '/audit/complete/123e4567-e89b-12d3-a456-426614174000/report', {
      path: { auditId: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        id: '1acad6ca-cab8-48a7-07f2-08da929c74ab',
        items: [
          {
            id: '4ff6fbf7-8e6d-46be-356c-08da929d03c7',
            text: 'Fire extinguisher present and accessible',
            note: 'Located near main entrance - needs pressure check',
            notApplicable: false,
            isCritical: true,
            isPassed: false,
            isFailed: false,
            childrenIds: [],
            metafields: [{ name: 'Metafield name', text: 'Metafield user input' }],
            actions: [
              {
                id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890',
                name: 'Schedule fire extinguisher maintenance',
                number: 'CA-2023-0892',
                description: 'Contact certified technician for monthly pressure check',
                assignees: [{ id: 'b2c3d4e5-f6a7-890b-cdef-012345678901', name: 'David Martinez' }],
                comments: [],
                createdBy: { id: '3c71b2a5-4c00-4bb0-9f08-785a2d8f7128', name: 'Jennifer Thompson' },
                createdAt: '2023-09-12T03:10:30.133Z',
                dueDate: '2023-09-27T23:59:59.999Z',
                priority: 2,
                status: 0,
                photos: [],
                tags: [],
              },
            ],
            photos: [],
            itemsCount: null,
            points: null,
            signature: {
              photoId: 'a49d853b-c51b-488d-adc9-3baeab3bde3e',
              createdBy: { id: '3c71b2a5-4c00-4bb0-9f08-785a2d8f7128', name: 'Jennifer Thompson' },
            },
            failedInRowCount: 1,
            itemType: 2,
            data: { name: null, points: 0, text: null, number: 4, isFailed: true },
          },
        ],
      },
    },
    corrected: PLACEHOLDER,
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'getAudit', params: { path: { auditId: '' } }, field: 'path.auditId' },
  { operation: 'getCompleteAudit', params: { path: { auditId: '' } }, field: 'path.auditId' },
  { operation: 'getAuditReportPdf', params: { path: { auditId: '' } }, field: 'path.auditId' },
  { operation: 'getAuditReport', params: { path: { auditId: '' } }, field: 'path.auditId' },
  {
    operation: 'getAuditReportPdf',
    params: { path: { auditId: 'a1' }, query: { reportType: 3 } },
    field: 'query.reportType',
  },
  {
    operation: 'getAuditReportPdf',
    params: { path: { auditId: 'a1' }, query: { includePhotos: 'yes' } },
    field: 'query.includePhotos',
  },
];
