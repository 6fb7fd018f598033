import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { categoriesAnswer, category } from '../schemas.ts';
import { filled, idOf, idsQuery, pageFields, withQuery } from './given-fields.ts';

const categoryPath = z.object({ categoryId: idOf('category') });

const name = filled.describe('The name of the category');

export const categoryOperations = defineOperations({
  listCategories: {
    summary: 'Public categories',
    section: 'Get all public categories',
    method: 'GET',
    path: '/api/categories',
    query: z.object({
      'with[]': withQuery(['company', 'issues']),
      'company_ids[]': idsQuery('companies'),
      ...pageFields,
    }),
    body: { kind: 'none' },
    answer: { kind: 'json', schema: categoriesAnswer },
    paging: 'laravel-simple-maybe',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createCategory: {
    summary: 'Create a category of a company',
    section: 'Create a category',
    method: 'POST',
    path: '/api/categories',
    body: { kind: 'json', schema: z.strictObject({ name, company_id: idOf('company') }) },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'list of its kind: same name since',
  },
  getCategory: {
    summary: 'One category',
    section: 'Get a single category',
    method: 'GET',
    path: '/api/categories/{categoryId}',
    pathParams: categoryPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: category },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateCategory: {
    summary: 'Rename a category',
    section: 'Edit a single category',
    method: 'PUT',
    path: '/api/categories/{categoryId}',
    pathParams: categoryPath,
    body: { kind: 'json', schema: z.strictObject({ name }) },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteCategory: {
    summary: 'Delete a category',
    section: 'Delete a single category',
    method: 'DELETE',
    path: '/api/categories/{categoryId}',
    pathParams: categoryPath,
    body: { kind: 'none' },
    answer: { kind: 'empty' },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
