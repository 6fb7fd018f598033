import { sends, type RefusedVector, type Vector } from './vector.ts';

const copy = {
  templateId: '567890ab-cdef-1234-5678-90abcdef1234',
  targetCompanyId: '123e4567-e89b-12d3-a456-426614174000',
  copyScoreSystem: false,
};

/** "Audit Templates" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', { body: copy }),
    answer: { status: 200, body: { templateId: '98765432-1234-5678-90ab-cdef12345678' } },
  },
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', {
      body: {
        templateId: '567890ab-cdef-1234-5678-90abcdef1234',
        targetCompanyId: '123e4567-e89b-12d3-a456-426614174000',
        copyScoreSystem: true,
      },
    }),
  },
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', { body: copy }),
    answer: { status: 409, body: { message: 'template/not-found' } },
  },
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', { body: copy }),
    answer: { status: 409, body: { message: 'template/not-accessible' } },
  },
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', { body: copy }),
    answer: { status: 409, body: { message: 'company/not-accessible' } },
  },
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', { body: copy }),
    answer: { status: 409, body: { message: 'permissions/can-manage-templates' } },
  },
  {
    operation: 'copyTemplate',
    section: 'Audit Templates: Copy template to another company',
    ...sends('POST', '/audit/templates/copy', { body: copy }),
    answer: { status: 409, body: { message: 'score-system/no-default-score-system' } },
  },
  {
    operation: 'listTemplates',
    section: 'Audit Templates: Get audit templates list',
    ...sends('GET', '/audit/templates', {}),
    answer: {
      status: 200,
      body: [
        { id: '567890ab-cdef-1234-5678-90abcdef1234', name: 'Safety Inspection Template' },
        { id: '678901bc-defa-2345-6789-01bcdef12345', name: 'Equipment Maintenance Check' },
        { id: '789012cd-efab-3456-789a-12cdef123456', name: 'Compliance Audit Form' },
      ],
    },
  },
  {
    operation: 'listTemplatesDetailed',
    section: 'Audit Templates: Get audit templates detailed list',
    ...sends('GET', '/audit/templates/detailed?search=safety&pageNumber=1&pageSize=10', {
      query: { search: 'safety', pageNumber: 1, pageSize: 10 },
    }),
    answer: {
      status: 200,
      body: {
        data: [
          { id: '567890ab-cdef-1234-5678-90abcdef1234', name: 'Safety Inspection Template', templateType: 0 },
          { id: '678901bc-defa-2345-6789-01bcdef12345', name: 'Equipment Safety Check', templateType: 1 },
        ],
        meta: { pageNumber: 1, pageSize: 10, totalCount: 25 },
      },
    },
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'copyTemplate', params: { body: { ...copy, templateId: '' } }, field: 'body.templateId' },
  {
    operation: 'copyTemplate',
    params: { body: { ...copy, targetCompanyId: undefined } },
    field: 'body.targetCompanyId',
  },
  {
    operation: 'copyTemplate',
    params: { body: { ...copy, copyScoreSystem: undefined } },
    field: 'body.copyScoreSystem',
  },
  { operation: 'copyTemplate', params: { body: { ...copy, copyScoreSystem: 'no' } }, field: 'body.copyScoreSystem' },
  { operation: 'listTemplatesDetailed', params: { query: { templateType: 'checklist' } }, field: 'query.templateType' },
  { operation: 'listTemplatesDetailed', params: { query: { pageNumber: 0 } }, field: 'query.pageNumber' },
];
