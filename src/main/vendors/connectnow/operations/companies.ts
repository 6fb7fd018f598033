import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { companiesAnswer, company } from '../schemas.ts';
import { filled, idOf, pageFields, withQuery } from './given-fields.ts';

const companyPath = z.object({ companyId: idOf('company') });

const nameBody = z.strictObject({ name: filled.describe('The name of the company') });

export const companyOperations = defineOperations({
  listCompanies: {
    summary: 'Public companies',
    section: 'Get all public companies',
    method: 'GET',
    path: '/api/companies',
    query: z.object({ 'with[]': withQuery(['categories', 'issues']), ...pageFields }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: companiesAnswer },
    paging: 'laravel-simple-maybe',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createCompany: {
    summary: 'Create a company',
    section: 'Create a company',
    method: 'POST',
    path: '/api/companies',
    body: { kind: 'json', schema: nameBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'never',
    probe: 'companies: same name',
  },
  getCompany: {
    summary: 'One company',
    section: 'Get a single company',
    method: 'GET',
    path: '/api/companies/{companyId}',
    pathParams: companyPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: company },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateCompany: {
    summary: 'Rename a company',
    section: 'Edit a single company',
    method: 'PUT',
    path: '/api/companies/{companyId}',
    pathParams: companyPath,
    body: { kind: 'json', schema: nameBody },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T2',
    repeat: 'after-read',
  },
  deleteCompany: {
    summary: 'Delete a company',
    section: 'Delete a single company',
    method: 'DELETE',
    path: '/api/companies/{companyId}',
    pathParams: companyPath,
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
