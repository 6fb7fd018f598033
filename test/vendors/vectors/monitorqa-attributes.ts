import { PLACEHOLDER, sends, type RefusedVector, type Vector } from './vector.ts';

const created = {
  name: 'Equipment Type',
  options: [
    { isDefault: true, name: 'Heavy Machinery' },
    { isDefault: false, name: 'Safety Equipment' },
    { isDefault: false, name: 'Measuring Instruments' },
  ],
};

const changed = {
  name: 'Updated Equipment Type',
  options: [
    { isDefault: true, name: 'Heavy Machinery', id: '678901bc-defa-2345-6789-01bcdef12345' },
    { isDefault: false, name: 'Safety Equipment', id: '789012cd-efab-3456-789a-12cdef123456' },
    { isDefault: false, name: 'Electronic Equipment' },
  ],
};

/** "Audit object attributes" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'listAttributes',
    section: 'Audit object attributes: Get Audit Object Attributes List',
    ...sends('GET', '/audit/objects/attributes/all', {}),
    answer: {
      status: 200,
      body: [
        {
          options: [
            { isDefault: true, name: 'Manufacturing', id: '678901bc-defa-2345-6789-01bcdef12345' },
            { isDefault: false, name: 'Warehouse', id: '789012cd-efab-3456-789a-12cdef123456' },
          ],
          name: 'Department',
          id: '890123de-fghi-4567-890a-bcdef1234567',
        },
        {
          options: [
            { isDefault: false, name: 'High', id: '901234ef-ghij-5678-90ab-cdef12345678' },
            { isDefault: true, name: 'Medium', id: '012345fg-hijk-6789-01bc-def123456789' },
            { isDefault: false, name: 'Low', id: '123456gh-ijkl-789a-bcde-f12345678901' },
          ],
          name: 'Risk Level',
          id: '234567hi-jklm-890a-bcde-f12345678902',
        },
      ],
    },
  },
  {
    operation: 'getAttribute',
    section: 'Audit object attributes: Get Audit Object Attribute Details',
    ...sends('GET', '/audit/objects/attributes/890123de-fghi-4567-890a-bcdef1234567', {
      path: { id: '890123de-fghi-4567-890a-bcdef1234567' },
    }),
    answer: {
      status: 200,
      body: {
        options: [
          { isDefault: true, name: 'High Priority', id: '678901bc-defa-2345-6789-01bcdef12345' },
          { isDefault: false, name: 'Medium Priority', id: '789012cd-efab-3456-789a-12cdef123456' },
          { isDefault: false, name: 'Low Priority', id: '901234ef-ghij-5678-90ab-cdef12345678' },
        ],
        name: 'Priority Level',
        id: '890123de-fghi-4567-890a-bcdef1234567',
      },
    },
  },
  {
    operation: 'createAttribute',
    section: 'Audit object attributes: Create Audit Object Attribute',
    ...sends('POST', '/audit/objects/attributes', { body: created }),
    answer: { status: 200, body: { id: '345678ij-klmn-901a-bcde-f12345678903' } },
  },
  {
    operation: 'updateAttribute',
    section: 'Audit object attributes: Update Audit Object Attribute',
    ...sends('PUT', '/audit/objects/attributes/890123de-fghi-4567-890a-bcdef1234567', {
      path: { id: '890123de-fghi-4567-890a-bcdef1234567' },
      body: changed,
    }),
    answer: { status: 200, body: null },
    corrected: PLACEHOLDER,
  },
  {
    operation: 'deleteAttributes',
    section: 'Audit object attributes: Delete Audit Object Attribute',
    ...sends('DELETE', '/audit/objects/attributes', {
      body: {
        ids: [
          '890123de-fghi-4567-890a-bcdef1234567',
          '901234ef-ghij-5678-90ab-cdef12345678',
          '012345fg-hijk-6789-01bc-def123456789',
        ],
      },
    }),
    answer: { status: 200, body: null },
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'getAttribute', params: { path: { id: '' } }, field: 'path.id' },
  { operation: 'createAttribute', params: { body: { ...created, name: '' } }, field: 'body.name' },
  { operation: 'createAttribute', params: { body: { ...created, options: undefined } }, field: 'body.options' },
  { operation: 'createAttribute', params: { body: { ...created, options: [] } }, field: 'body.options' },
  {
    operation: 'createAttribute',
    params: { body: { ...created, options: [{ isDefault: true }] } },
    field: 'body.options.0.name',
  },
  {
    operation: 'createAttribute',
    params: { body: { ...created, options: [{ name: 'Heavy Machinery', isDefault: 1 }] } },
    field: 'body.options.0.isDefault',
  },
  { operation: 'updateAttribute', params: { path: { id: '' }, body: changed }, field: 'path.id' },
  {
    operation: 'updateAttribute',
    params: { path: { id: '890123de-fghi-4567-890a-bcdef1234567' }, body: { ...changed, name: undefined } },
    field: 'body.name',
  },
  {
    operation: 'updateAttribute',
    params: { path: { id: '890123de-fghi-4567-890a-bcdef1234567' }, body: { ...changed, options: [] } },
    field: 'body.options',
  },
  {
    operation: 'updateAttribute',
    params: {
      path: { id: '890123de-fghi-4567-890a-bcdef1234567' },
      body: { ...changed, options: [{ id: '678901bc-defa-2345-6789-01bcdef12345' }] },
    },
    field: 'body.options.0.name',
  },
  {
    operation: 'updateAttribute',
    params: {
      path: { id: '890123de-fghi-4567-890a-bcdef1234567' },
      body: { ...changed, options: [{ name: 'Heavy Machinery', id: '' }] },
    },
    field: 'body.options.0.id',
  },
  { operation: 'deleteAttributes', params: { body: { ids: [] } }, field: 'body.ids' },
  { operation: 'deleteAttributes', params: { body: {} }, field: 'body.ids' },
  { operation: 'deleteAttributes', params: { body: { ids: 'all' } }, field: 'body.ids' },
];
