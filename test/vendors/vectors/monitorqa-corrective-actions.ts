import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const changed = {
  assignedUsersIds: ['123e4567-e89b-12d3-a456-426614174000', '987fcdeb-51d2-43e8-b456-426614174001'],
  description: 'Replace damaged safety equipment and conduct training',
  name: 'Safety Equipment Replacement',
  dueDateUtc: '2024-02-15T17:00:00.000Z',
  status: 3,
  priority: 2,
};

/** "Corrective Actions" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listPendingCorrectiveActions',
    section: 'Corrective Actions: Get pending corrective actions list',
    ...sends(
      'GET',
      '/corrective-actions/pending?pageNumber=1&pageSize=10&assignedToId=123e4567-e89b-12d3-a456-426614174000',
      { query: { pageNumber: 1, pageSize: 10, assignedToId: '123e4567-e89b-12d3-a456-426614174000' } },
    ),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: '567890kl-mnop-123c-defg-234567890123',
            assignedUsers: [{ id: '987fcdeb-51d2-43e8-b456-426614174001', name: 'John Smith' }],
            audit: {
              id: '789012mn-opqr-345e-fghi-456789012345',
              name: 'Safety Inspection',
              ianaTimeZone: 'America/New_York',
              number: 'AUD-2024-001',
            },
            createdBy: { id: '456e7890-e89b-12d3-a456-426614174002', name: 'Jane Manager' },
            auditObject: { id: '234567890-abcd-efgh-ijkl-mnopqrstuvwx', name: 'Main Production Floor' },
            status: 0,
            priority: 1,
            createdAtUtc: '2024-01-15T10:30:00.000Z',
            dueDateUtc: '2024-02-01T17:00:00.000Z',
            name: 'Fix Safety Guard',
            number: 'CA-2024-001',
          },
        ],
        meta: { pageNumber: 1, pageSize: 10, totalCount: 1 },
      },
    },
  },
  {
    operation: 'getCorrectiveAction',
    section: 'Corrective Actions: Get corrective action details',
    ...sends('GET', '/corrective-actions/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        answer: {
          name: 'Fire extinguisher inspection',
          points: 5,
          text: 'Fire extinguisher is missing from designated location',
          number: 3,
          isFailed: true,
        },
        approvedAtUtc: '2023-11-15T14:30:22.123Z',
        approvedBy: { id: 'a8f3d2c1-b4e5-4f6g-9h8i-1j2k3l4m5n6o', name: 'Sarah Johnson' },
        assignedUsers: [{ id: 'b9e4c3d2-c5f6-5g7h-0i9j-2k3l4m5n6o7p', name: 'Mike Rodriguez' }],
        audit: {
          id: 'c0f5d4e3-d6g7-6h8i-1j0k-3l4m5n6o7p8q',
          name: 'Monthly Safety Inspection - Building A',
          ianaTimeZone: 'America/New_York',
        },
        auditItemId: 'd1g6e5f4-e7h8-7i9j-2k1l-4m5n6o7p8q9r',
        auditObject: { id: 'e2h7f6g5-f8i9-8j0k-3l2m-5n6o7p8q9r0s', name: 'Building A - First Floor' },
        createdAtUtc: '2023-10-31T11:05:37.688Z',
        createdBy: { id: 'f3i8g7h6-g9j0-9k1l-4m3n-6o7p8q9r0s1t', name: 'John Smith' },
        description: 'Replace missing fire extinguisher in hallway near conference room 101',
        dueDateUtc: '2023-11-01T06:59:59.000Z',
        expiredAtUtc: '2023-11-03T06:59:59.000Z',
        expiredBy: { id: 'g4j9h8i7-h0k1-0l2m-5n4o-7p8q9r0s1t2u', name: 'Lisa Chen' },
        id: 'h5k0i9j8-i1l2-1m3n-6o5p-8q9r0s1t2u3v',
        information: {
          text: 'Fire extinguisher has been ordered and will be installed by facilities team',
          photosIds: ['i6l1j0k9-j2m3-2n4o-7p6q-9r0s1t2u3v4w'],
          files: [
            {
              id: 'j7m2k1l0-k3n4-3o5p-8q7r-0s1t2u3v4w5x',
              name: 'fire_extinguisher_order_receipt.pdf',
              contentType: 'application/pdf',
              updatedAt: '2023-11-02T09:15:33.456Z',
            },
          ],
        },
        name: 'Fire Extinguisher Replacement',
        number: 'CA-2023-001',
        priority: 2,
        question: 'Is the fire extinguisher present and accessible?',
        status: 3,
        tags: [{ id: 'k8n3l2m1-l4o5-4p6q-9r8s-1t2u3v4w5x6y', name: 'Fire Safety' }],
        files: [
          {
            id: 'l9o4m3n2-m5p6-5q7r-0s9t-2u3v4w5x6y7z',
            name: 'corrective_action_photos.jpg',
            contentType: 'image/jpeg',
            updatedAt: '2023-10-31T11:05:37.688Z',
          },
        ],
      },
    },
  },
  {
    operation: 'updateCorrectiveAction',
    section: 'Corrective Actions: Update corrective action details',
    ...sends('PUT', '/corrective-actions/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: changed,
    }),
    answer: { status: 200, body: null },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'deleteCorrectiveAction',
    section: 'Corrective Actions: Delete corrective action',
    ...sends('DELETE', '/corrective-actions/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'listExpiredCorrectiveActions',
    section: 'Corrective Actions: Get expired corrective actions list',
    ...sends('GET', '/corrective-actions/expired?pageNumber=1&pageSize=10', { query: { pageNumber: 1, pageSize: 10 } }),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: '567890kl-mnop-123c-defg-234567890123',
            name: 'Update Safety Signage',
            number: 'CA-2024-003',
            assignedUsers: [{ id: '123e4567-e89b-12d3-a456-426614174000', name: 'Bob Maintenance' }],
            audit: {
              id: '789012mn-opqr-345e-fghi-456789012345',
              name: 'Facility Safety Audit',
              ianaTimeZone: 'America/New_York',
              number: 'AUD-2024-003',
            },
            createdBy: { id: '456e7890-e89b-12d3-a456-426614174002', name: 'Alice Inspector' },
            auditObject: { id: '234567890-abcd-efgh-ijkl-mnopqrstuvwx', name: 'Building B Entrance' },
            status: 4,
            priority: 1,
            createdAtUtc: '2024-01-05T08:00:00.000Z',
            dueDateUtc: '2024-01-20T17:00:00.000Z',
            expiredBy: { id: '000000000-0000-0000-0000-000000000000', name: 'System Auto-Expire' },
            expiredAtUtc: '2024-01-21T00:00:00.000Z',
          },
        ],
        meta: { pageNumber: 1, pageSize: 10, totalCount: 1 },
      },
    },
  },
  {
    operation: 'listCompletedCorrectiveActions',
    section: 'Corrective Actions: Get completed corrective actions list',
    ...sends(
      'GET',
      '/corrective-actions/completed?pageNumber=1&pageSize=10&approvedById=123e4567-e89b-12d3-a456-426614174000',
      { query: { pageNumber: 1, pageSize: 10, approvedById: '123e4567-e89b-12d3-a456-426614174000' } },
    ),
    answer: {
      status: 200,
      body: {
        data: [
          {
            id: '678901lm-nopq-234d-efgh-345678901234',
            name: 'Replace Safety Equipment',
            number: 'CA-2024-002',
            assignedUsers: [{ id: '456e7890-e89b-12d3-a456-426614174002', name: 'Mike Wilson' }],
            audit: {
              id: '890123no-pqrs-456f-ghij-567890123456',
              name: 'Monthly Safety Check',
              ianaTimeZone: 'America/New_York',
              number: 'AUD-2024-002',
            },
            createdBy: { id: '987fcdeb-51d2-43e8-b456-426614174001', name: 'Sarah Supervisor' },
            auditObject: { id: '345678901-bcde-fghi-jklm-nopqrstuvwxy', name: 'Warehouse Section A' },
            status: 1,
            priority: 0,
            createdAtUtc: '2024-01-10T09:00:00.000Z',
            dueDateUtc: '2024-01-25T17:00:00.000Z',
            approvedBy: { id: '123e4567-e89b-12d3-a456-426614174000', name: 'Jane Manager' },
            approvedAtUtc: '2024-01-24T14:30:00.000Z',
          },
        ],
        meta: { pageNumber: 1, pageSize: 10, totalCount: 1 },
      },
    },
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listPendingCorrectiveActions', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
  {
    operation: 'listPendingCorrectiveActions',
    params: { query: { fromDate: '2024-01-01T00:00:00.000Z' } },
    field: 'query.fromDate',
  },
  { operation: 'getCorrectiveAction', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'updateCorrectiveAction', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateCorrectiveAction',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, name: '' } },
    field: 'body.name',
  },
  {
    operation: 'updateCorrectiveAction',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, dueDateUtc: '2024-02-15' } },
    field: 'body.dueDateUtc',
  },
  {
    operation: 'updateCorrectiveAction',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, status: 5 } },
    field: 'body.status',
  },
  {
    operation: 'updateCorrectiveAction',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, priority: 3 } },
    field: 'body.priority',
  },
  {
    operation: 'updateCorrectiveAction',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, assignedUsersIds: '123e4567-e89b-12d3-a456-426614174000' },
    },
    field: 'body.assignedUsersIds',
  },
  { operation: 'deleteCorrectiveAction', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'listExpiredCorrectiveActions', params: { query: { pageSize: 0 } }, field: 'query.pageSize' },
  { operation: 'listExpiredCorrectiveActions', params: { query: { fromDate: '2024-01-01' } }, field: 'query.fromDate' },
  { operation: 'listExpiredCorrectiveActions', params: { query: { toDate: 'soon' } }, field: 'query.toDate' },
  { operation: 'listCompletedCorrectiveActions', params: { query: { pageSize: 0 } }, field: 'query.pageSize' },
  {
    operation: 'listCompletedCorrectiveActions',
    params: { query: { fromDate: '2024-01-01' } },
    field: 'query.fromDate',
  },
  { operation: 'listCompletedCorrectiveActions', params: { query: { toDate: 'soon' } }, field: 'query.toDate' },
];
