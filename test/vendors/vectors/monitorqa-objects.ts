import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const created = {
  name: 'Warehouse Section A',
  notes: 'Storage area for temperature-sensitive materials',
  geoAddress: {
    lat: '40.7128',
    lng: '-74.0060',
    name: 'Warehouse Building',
    address: '456 Industrial Blvd, New York, NY 10002',
  },
};

const changed = {
  name: 'Main Production Facility',
  notes: 'Located on the second floor, requires safety equipment',
  geoAddress: {
    lat: '40.7128',
    lng: '-74.0060',
    name: 'Main Building',
    address: '123 Business Park Dr, New York, NY 10001',
  },
};

const assigned = {
  attributes: [
    { attributeId: '890123de-fghi-4567-890a-bcdef1234567', optionId: '678901bc-defa-2345-6789-01bcdef12345' },
    { attributeId: '901234ef-ghij-5678-90ab-cdef12345678', optionId: '789012cd-efab-3456-789a-12cdef123456' },
    { attributeId: '012345fg-hijk-6789-01bc-def123456789', optionId: '123456gh-ijkl-789a-bcde-f12345678901' },
  ],
};

const unassigned = {
  attributes: [
    { attributeId: '890123de-fghi-4567-890a-bcdef1234567', optionId: '678901bc-defa-2345-6789-01bcdef12345' },
    { attributeId: '901234ef-ghij-5678-90ab-cdef12345678', optionId: '789012cd-efab-3456-789a-12cdef123456' },
  ],
};

/** All fields of an address are required when one is given. */
const withoutLongitude = { lat: '40.7128', name: 'Main Building', address: '123 Business Park Dr, New York, NY 10001' };

/** "Audit objects" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'createAuditObject',
    section: 'Audit objects: Create a new audit object',
    ...sends('POST', '/audit/objects', { body: created }),
    answer: { status: 200, body: { id: 'a1b2c3d4-e5f6-789a-bcde-f01234567890' } },
  },
  {
    operation: 'updateAuditObject',
    section: 'Audit objects: Update an audit object',
    ...sends('PUT', '/audit/objects/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: changed,
    }),
    answer: { status: 200, body: null },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'listAuditObjects',
    section: 'Audit objects: Get list of audit objects',
    ...sends('GET', '/audit/objects', {}),
    answer: {
      status: 200,
      body: [
        { id: '789abcde-f123-4567-8901-234567890123', name: 'Manufacturing Line A' },
        { id: '234567890-abcd-efgh-ijkl-mnopqrstuvwx', name: 'Warehouse Section B' },
        { id: '345678901-bcde-fghi-jklm-nopqrstuvwxy', name: 'Quality Control Lab' },
      ],
    },
  },
  {
    operation: 'getAuditObject',
    section: 'Audit objects: Get an audit object details',
    ...sends('GET', '/audit/object/123e4567-e89b-12d3-a456-426614174000', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
    }),
    answer: {
      status: 200,
      body: {
        id: '789abcde-f123-4567-8901-234567890123',
        name: 'Manufacturing Line A',
        notes: 'Primary production line for automotive parts',
        participantUserGroups: [{ id: '123456gh-ijkl-789a-bcde-f12345678901', name: 'Production Supervisors' }],
        participantUsers: [{ id: '123e4567-e89b-12d3-a456-426614174000', name: 'John Smith' }],
        auditObjectGroupIds: ['234567hi-jklm-890a-bcde-f12345678902'],
        attributes: [
          {
            attributeId: '890123de-fghi-4567-890a-bcdef1234567',
            attributeName: 'Department',
            optionId: '678901bc-defa-2345-6789-01bcdef12345',
            optionName: 'Production',
          },
        ],
        geoAddress: {
          lat: '40.7128',
          lng: '-74.0060',
          name: 'Factory Floor A',
          address: '123 Industrial Ave, Manufacturing City, MC 12345',
        },
      },
    },
  },
  {
    operation: 'deleteAuditObjects',
    section: 'Audit objects: Delete audit objects',
    ...sends('DELETE', '/audit/objects', {
      body: { ids: ['123e4567-e89b-12d3-a456-426614174000', '987f6543-a21b-43c5-d654-321987654321'] },
    }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'assignAuditObjectAttributes',
    section: 'Audit objects: Assign Attributes to Audit Object',
    ...sends('POST', '/audit/objects/123e4567-e89b-12d3-a456-426614174000/attributes', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: assigned,
    }),
    answer: { status: 200, body: null },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'unassignAuditObjectAttributes',
    section: 'Audit objects: Delete Attributes Assignments from Audit Object',
    ...sends('DELETE', '/audit/objects/123e4567-e89b-12d3-a456-426614174000/attributes', {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: unassigned,
    }),
    answer: { status: 200, body: null },
    corrected: PLACEHOLDER,
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'createAuditObject', params: { body: { ...created, name: '' } }, field: 'body.name' },
  { operation: 'createAuditObject', params: { body: { ...created, notes: 'x'.repeat(801) } }, field: 'body.notes' },
  {
    operation: 'createAuditObject',
    params: { body: { ...created, geoAddress: withoutLongitude } },
    field: 'body.geoAddress.lng',
  },
  {
    operation: 'createAuditObject',
    params: { body: { ...created, geoAddress: { ...created.geoAddress, lat: 40.7128 } } },
    field: 'body.geoAddress.lat',
  },
  { operation: 'updateAuditObject', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateAuditObject',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, name: undefined } },
    field: 'body.name',
  },
  {
    operation: 'updateAuditObject',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { ...changed, notes: 'x'.repeat(801) } },
    field: 'body.notes',
  },
  {
    operation: 'updateAuditObject',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { ...changed, geoAddress: withoutLongitude },
    },
    field: 'body.geoAddress.lng',
  },
  { operation: 'getAuditObject', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'deleteAuditObjects', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteAuditObjects', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteAuditObjects', params: { body: { ids: 'all' } }, field: 'body.ids' },
  { operation: 'assignAuditObjectAttributes', params: { path: { id: '' }, body: assigned }, field: 'path.id' },
  {
    operation: 'assignAuditObjectAttributes',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { attributes: [] } },
    field: 'body.attributes',
  },
  {
    operation: 'assignAuditObjectAttributes',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { attributes: [{ attributeId: '890123de-fghi-4567-890a-bcdef1234567' }] },
    },
    field: 'body.attributes.0.optionId',
  },
  { operation: 'unassignAuditObjectAttributes', params: { path: { id: '' }, body: unassigned }, field: 'path.id' },
  {
    operation: 'unassignAuditObjectAttributes',
    params: { path: { id: '123e4567-e89b-12d3-a456-426614174000' }, body: { attributes: [] } },
    field: 'body.attributes',
  },
  {
    operation: 'unassignAuditObjectAttributes',
    params: {
      path: { id: '123e4567-e89b-12d3-a456-426614174000' },
      body: { attributes: [{ attributeId: '890123de-fghi-4567-890a-bcdef1234567' }] },
    },
    field: 'body.attributes.0.optionId',
  },
];
