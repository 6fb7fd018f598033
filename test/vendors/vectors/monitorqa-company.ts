import { sends, type RefusedVector, type Upload, type Vector } from './vector.ts';

const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW';
const content = 'the bytes of an image';
const logo: Upload = { name: 'logo.png', contentType: 'image/png', content, boundary };
const icon: Upload = { ...logo, name: 'icon.png' };

/** The body that the two examples of an upload show. */
const sentFile = (name: string): string =>
  [
    `--${boundary}`,
    `Content-Disposition: form-data; name="file"; filename="${name}"`,
    'Content-Type: image/png',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');

const smallest = { companyName: 'Example Company', companyAdmin: { fullName: 'Admin Name' }, usagePurpose: 0 };

const changed = { companyName: 'Example Company', usagePurpose: 0, ianaTimeZone: 'America/New_York' };

/** "Company" of MonitorQA's document. */
export const vectors: readonly Vector[] = [
  {
    operation: 'getCompany',
    section: 'Company: Get company information',
    ...sends('GET', '/company', {}),
    answer: {
      status: 200,
      body: {
        id: '456789jk-lmno-012b-cdef-123456789012',
        name: 'Acme Manufacturing Corp',
        logoFileId: '123e4567-e89b-12d3-a456-426614174000',
        iconFileId: '789e4567-e89b-12d3-a456-426614174001',
        usagePurpose: 0,
        customAuditObjectName: null,
      },
    },
  },
  {
    operation: 'getCompany',
    section: 'Company: Get company information',
    ...sends('GET', '/company', {}),
    answer: {
      status: 200,
      body: {
        id: '456789jk-lmno-012b-cdef-123456789012',
        name: 'Custom Company Inc',
        logoFileId: null,
        iconFileId: null,
        usagePurpose: 6,
        customAuditObjectName: 'Facility',
      },
    },
  },
  {
    operation: 'deleteCompany',
    section: 'Company: Delete company',
    ...sends('DELETE', '/company', {}),
    answer: { status: 200, body: null },
  },
  {
    operation: 'createCompany',
    section: 'Company: Create company',
    ...sends('POST', '/company', { body: smallest }),
    answer: {
      status: 200,
      body: { companyId: '456789jk-lmno-012b-cdef-123456789012', apiKey: '12345678-1234-1234-1234-123456789012' },
    },
  },
  {
    operation: 'createCompany',
    section: 'Company: Create company',
    ...sends('POST', '/company', {
      body: {
        companyName: 'Example Company',
        companyAdmin: { fullName: 'Admin Name', phone: '+1-555-123-4567' },
        usagePurpose: 0,
        ianaTimeZone: 'America/New_York',
      },
    }),
  },
  {
    operation: 'createCompany',
    section: 'Company: Create company',
    ...sends('POST', '/company', {
      body: {
        companyName: 'Example Company',
        companyAdmin: { fullName: 'Admin Name', phone: '+1-555-123-4567' },
        usagePurpose: 6,
        usagePurposeObjectName: 'Facility',
        ianaTimeZone: 'America/Los_Angeles',
      },
    }),
  },
  {
    operation: 'uploadCompanyLogo',
    section: 'Company: Upload company logo',
    params: {},
    upload: logo,
    request: { method: 'POST', target: '/company/logo', body: sentFile('logo.png') },
    answer: { status: 200, body: null },
    corrected:
      'The bytes of the file are described only; a few stand in. Its name is "file", as the example has it, and not "File", as the table has it.',
  },
  {
    operation: 'listAccessibleCompanies',
    section: 'Company: Get accessible companies',
    ...sends('GET', '/company/accessible', {}),
    answer: {
      status: 200,
      body: [
        { id: '123e4567-e89b-12d3-a456-426614174000', name: 'Acme Manufacturing Corp' },
        { id: '234e5678-e89b-12d3-a456-426614174004', name: 'Quality Control Inc' },
      ],
    },
  },
  {
    operation: 'deleteCompanyLogo',
    section: 'Company: Delete company logo',
    ...sends('DELETE', '/company/logo', {}),
    answer: { status: 200, body: null },
  },
  {
    operation: 'uploadCompanyIcon',
    section: 'Company: Upload company icon',
    params: {},
    upload: icon,
    request: { method: 'POST', target: '/company/icon', body: sentFile('icon.png') },
    answer: { status: 200, body: null },
    corrected:
      'The bytes of the file are described only; a few stand in. Its name is "file", as the example has it, and not "File", as the table has it.',
  },
  {
    operation: 'deleteCompanyIcon',
    section: 'Company: Delete company icon',
    ...sends('DELETE', '/company/icon', {}),
    answer: { status: 200, body: null },
  },
  {
    operation: 'updateCompany',
    section: 'Company: Update company',
    ...sends('PUT', '/company', { body: changed }),
    answer: { status: 200, body: null },
  },
  {
    operation: 'updateCompany',
    section: 'Company: Update company',
    ...sends('PUT', '/company', {
      body: {
        companyName: 'Example Company',
        usagePurpose: 6,
        usagePurposeObjectName: 'Facility',
        ianaTimeZone: 'America/Los_Angeles',
      },
    }),
  },
];

/** What the same pages forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'createCompany', params: { body: { ...smallest, companyName: '' } }, field: 'body.companyName' },
  {
    operation: 'createCompany',
    params: { body: { ...smallest, companyAdmin: undefined } },
    field: 'body.companyAdmin',
  },
  {
    operation: 'createCompany',
    params: { body: { ...smallest, companyAdmin: {} } },
    field: 'body.companyAdmin.fullName',
  },
  { operation: 'createCompany', params: { body: { ...smallest, usagePurpose: 8 } }, field: 'body.usagePurpose' },
  {
    operation: 'createCompany',
    params: { body: { ...smallest, usagePurpose: 6 } },
    field: 'body.usagePurposeObjectName',
  },
  { operation: 'uploadCompanyLogo', params: {}, field: 'file' },
  { operation: 'uploadCompanyLogo', params: {}, upload: { ...logo, contentType: 'image/gif' }, field: 'file' },
  { operation: 'uploadCompanyIcon', params: {}, field: 'file' },
  { operation: 'uploadCompanyIcon', params: {}, upload: { ...icon, contentType: 'image/gif' }, field: 'file' },
  { operation: 'updateCompany', params: { body: { ...changed, companyName: undefined } }, field: 'body.companyName' },
  { operation: 'updateCompany', params: { body: { ...changed, usagePurpose: -1 } }, field: 'body.usagePurpose' },
  {
    operation: 'updateCompany',
    params: { body: { ...changed, usagePurpose: 6 } },
    field: 'body.usagePurposeObjectName',
  },
  { operation: 'updateCompany', params: { body: { ...changed, ianaTimeZone: undefined } }, field: 'body.ianaTimeZone' },
];
