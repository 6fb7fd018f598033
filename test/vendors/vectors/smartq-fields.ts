import { answers, answersList, deleted, NO_ANSWER, NO_EXAMPLE } from './smartq-answers.ts';
import { sends, type RefusedVector, type Vector } from './vector.ts';

const path = { projectId: 99999 };
const at = '/api/v1/projects/99999/custom_fields';
const corrected = NO_EXAMPLE;

const number = {
  name: 'f4',
  type: 'float',
  label: 'Year',
  hint: 'When it was built',
  required: 1,
  pos_type: 'single',
  options: { min: 1900, max: 2100 },
};
const choice = {
  name: 'f5',
  type: 'choice',
  label: 'Trades',
  hint: '',
  required: 0,
  pos_type: 'double',
  options: { choiceType: 'checkbox', fieldLayout: 'vertical' },
  values: [
    { id: 1234, title: 'Electrical', is_default: 0, pos: 1 },
    { id: 4321, title: 'Plumbing', is_default: 1, pos: 2 },
  ],
};

const numberGiven = {
  type: 'float',
  label: 'Year',
  hint: 'When it was built',
  required: true,
  pos_type: 'single',
  options: { min: 1900, max: 2100 },
};
const numberEncoded = [
  'field%5Btype%5D=float&field%5Blabel%5D=Year&field%5Bhint%5D=When+it+was+built&field%5Brequired%5D=1',
  'field%5Bpos_type%5D=single&field%5Boptions%5D%5Bmin%5D=1900&field%5Boptions%5D%5Bmax%5D=2100',
].join('&');
const fieldPath = { ...path, fieldName: 'f5' };

/** "Project Custom Fields" of smartQ's API guide. */
const fields: readonly Vector[] = [
  {
    operation: 'listCustomFields',
    section: 'Project Custom Fields',
    ...sends('GET', at, { path }),
    ...answersList(number, choice),
    corrected: NO_ANSWER,
  },
  {
    operation: 'createCustomField',
    section: 'Project Custom Fields',
    params: { path, body: { field: numberGiven } },
    request: { method: 'POST', target: at, body: numberEncoded },
    ...answers(number),
    corrected,
  },
  {
    operation: 'getCustomField',
    section: 'Project Custom Fields',
    ...sends('GET', `${at}/f5`, { path: fieldPath }),
    ...answers(choice),
    corrected,
  },
  {
    operation: 'updateCustomField',
    section: 'Project Custom Fields',
    params: {
      path: fieldPath,
      body: {
        field: { type: 'choice', label: 'Trades', options: { choiceType: 'checkbox', fieldLayout: 'vertical' } },
      },
    },
    request: {
      method: 'PUT',
      target: `${at}/f5`,
      body: 'field%5Btype%5D=choice&field%5Blabel%5D=Trades&field%5Boptions%5D%5BchoiceType%5D=checkbox&field%5Boptions%5D%5BfieldLayout%5D=vertical',
    },
    ...answers(choice),
    corrected,
  },
  {
    operation: 'deleteCustomField',
    section: 'Project Custom Fields',
    ...sends('DELETE', `${at}/f5`, { path: fieldPath }),
    ...deleted,
    corrected,
  },
];

const value = { id: 1234, title: 'Electrical', is_default: 0, pos: 1 };
const valuePath = { ...fieldPath, valueId: 1234 };
const section = 'Project Custom Field Values';
const valueEncoded = 'value%5Btitle%5D=Electrical&value%5Bis_default%5D=0&value%5Bpos%5D=1';
const valueGiven = { title: 'Electrical', is_default: false, pos: 1 };
const NO_FLAG = `The document calls the position (bool); it is a place in the list. ${NO_EXAMPLE}`;

/** "Project Custom Field Values". */
const values: readonly Vector[] = [
  {
    operation: 'listCustomFieldValues',
    section,
    ...sends('GET', `${at}/f5/values?count=100`, { path: fieldPath, query: { count: 100 } }),
    ...answersList(value),
    corrected,
  },
  {
    operation: 'getCustomFieldValue',
    section,
    ...sends('GET', `${at}/f5/values/1234`, { path: valuePath }),
    ...answers(value),
    corrected,
  },
  {
    operation: 'createCustomFieldValue',
    section,
    params: { path: fieldPath, body: { value: valueGiven } },
    request: { method: 'POST', target: `${at}/f5/values`, body: valueEncoded },
    ...answers(value),
    corrected: NO_FLAG,
  },
  {
    operation: 'updateCustomFieldValue',
    section,
    params: { path: valuePath, body: { value: valueGiven } },
    request: { method: 'PUT', target: `${at}/f5/values/1234`, body: valueEncoded },
    ...answers(value),
    corrected: NO_FLAG,
  },
  {
    operation: 'deleteCustomFieldValue',
    section,
    ...sends('DELETE', `${at}/f5/values/1234`, { path: valuePath }),
    ...deleted,
    corrected,
  },
];

export const vectors: readonly Vector[] = [...fields, ...values];

const create = (field: unknown) => ({ operation: 'createCustomField', params: { path, body: { field } } });

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listCustomFields', params: {}, field: 'path.projectId' },
  { ...create({ type: 'float' }), field: 'body.field.label' },
  { ...create({ label: 'Year' }), field: 'body.field.type' },
  { ...create({ ...numberGiven, type: 'date' }), field: 'body.field.type' },
  { ...create({ ...numberGiven, pos_type: 'triple' }), field: 'body.field.pos_type' },
  { ...create({ ...numberGiven, options: { choiceType: 'list' } }), field: 'body.field.options.choiceType' },
  { ...create({ ...numberGiven, options: { choiceType: 'radio' } }), field: 'body.field.options.choiceType' },
  { ...create({ ...numberGiven, options: { min: 2, max: 1 } }), field: 'body.field.options.max' },
  { ...create({ ...numberGiven, type: 'string' }), field: 'body.field.options.min' },
  { ...create({ ...numberGiven, required: 1 }), field: 'body.field.required' },
  { operation: 'getCustomField', params: { path }, field: 'path.fieldName' },
  {
    operation: 'updateCustomField',
    params: { path: fieldPath, body: { field: { type: 'text', label: 'Note', options: { fieldLayout: 'vertical' } } } },
    field: 'body.field.options.fieldLayout',
  },
  { operation: 'deleteCustomField', params: { path: { ...path, fieldName: '' } }, field: 'path.fieldName' },
  { operation: 'listCustomFieldValues', params: { path }, field: 'path.fieldName' },
  { operation: 'getCustomFieldValue', params: { path: fieldPath }, field: 'path.valueId' },
  { operation: 'createCustomFieldValue', params: { path: fieldPath, body: { value: {} } }, field: 'body.value.title' },
  {
    operation: 'createCustomFieldValue',
    params: { path: fieldPath, body: { value: { title: 'Roofing', pos: true } } },
    field: 'body.value.pos',
  },
  {
    operation: 'updateCustomFieldValue',
    params: { path: valuePath, body: { value: { title: 'Roofing', name: 'Roofing' } } },
    field: 'body.value.name',
  },
  { operation: 'deleteCustomFieldValue', params: { path: { ...fieldPath, valueId: '.' } }, field: 'path.valueId' },
];
