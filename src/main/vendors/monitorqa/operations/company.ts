import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { namedList } from '../schemas/common.ts';
import { company, createdCompany } from '../schemas/company.ts';
import { filled } from './given-fields.ts';

/** "Usage Purpose Values": what a company's audits are made of. */
const OTHER_PURPOSE = 6;
const usagePurpose = z
  .literal([0, 1, 2, 3, 4, 5, OTHER_PURPOSE, 7])
  .describe(
    'What is audited: 0 Locations, 1 Stores, 2 Sites, 3 Machines, 4 Plants, 5 Vehicles, 6 Other (give usagePurposeObjectName), 7 Processes',
  );

const profile = {
  companyName: filled.describe('The company’s name'),
  usagePurpose,
  usagePurposeObjectName: filled
    .optional()
    .describe('The company’s own word for what is audited, like "Facility"; needed when usagePurpose is 6'),
};

const namesOther = (given: { readonly usagePurpose: number; readonly usagePurposeObjectName?: unknown }): boolean =>
  given.usagePurpose !== OTHER_PURPOSE || given.usagePurposeObjectName !== undefined;

const unnamedOther = { path: ['usagePurposeObjectName'], message: 'is required when usagePurpose is 6 (Other)' };

const timeZone = filled.describe('IANA time zone, like "Pacific/Auckland"');

const updateBody = z
  .strictObject({
    ...profile,
    ianaTimeZone: timeZone.describe('IANA time zone, like "Pacific/Auckland"; no read shows it, so it is asked for'),
  })
  .refine(namesOther, unnamedOther);

const createBody = z
  .strictObject({
    ...profile,
    companyAdmin: z
      .strictObject({
        fullName: filled.describe('Full name of the administrator; the e-mail address is that of the key’s own user'),
        phone: z.string().optional().describe('Telephone number of the administrator'),
      })
      .describe('The first administrator'),
    ianaTimeZone: timeZone.optional(),
  })
  .refine(namesOther, unnamedOther);

/** One PNG or JPEG; the document also allows `image/jpg`, which is no registered type. */
const image = { kind: 'multipart', field: 'file', contentTypes: ['image/png', 'image/jpeg'] } as const;

export const companyOperations = defineOperations({
  getCompany: {
    summary: 'Company of the API key',
    section: 'Company: Get company information',
    method: 'GET',
    path: '/company',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: company },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  deleteCompany: {
    summary: 'DELETE THE WHOLE COMPANY ACCOUNT; the key dies with it',
    section: 'Company: Delete company',
    method: 'DELETE',
    path: '/company',
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T4',
    repeat: 'never',
  },
  createCompany: {
    summary: 'Create a company; answers with a new SECRET apiKey',
    section: 'Company: Create company',
    method: 'POST',
    path: '/company',
    body: { kind: 'json', schema: createBody },
    answer: { kind: 'json', schema: createdCompany },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'never',
    probe: 'accessible companies: same name',
  },
  uploadCompanyLogo: {
    summary: 'Upload company logo (PNG/JPEG)',
    section: 'Company: Upload company logo',
    method: 'POST',
    path: '/company/logo',
    body: image,
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
    probe: 'company: logoFileId changed',
  },
  listAccessibleCompanies: {
    summary: 'Companies the key’s user belongs to (bare array)',
    section: 'Company: Get accessible companies',
    method: 'GET',
    path: '/company/accessible',
    body: { kind: 'none' },
    answer: { kind: 'json', schema: namedList },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  deleteCompanyLogo: {
    summary: 'Remove company logo',
    section: 'Company: Delete company logo',
    method: 'DELETE',
    path: '/company/logo',
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
  uploadCompanyIcon: {
    summary: 'Upload company icon (PNG/JPEG)',
    section: 'Company: Upload company icon',
    method: 'POST',
    path: '/company/icon',
    body: image,
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
    probe: 'company: iconFileId changed',
  },
  deleteCompanyIcon: {
    summary: 'Remove company icon',
    section: 'Company: Delete company icon',
    method: 'DELETE',
    path: '/company/icon',
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
  updateCompany: {
    summary: 'Update company profile',
    section: 'Company: Update company',
    method: 'PUT',
    path: '/company',
    body: { kind: 'json', schema: updateBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
  },
});
