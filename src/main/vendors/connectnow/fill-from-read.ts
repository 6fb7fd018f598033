import { AppError } from '../../../shared/errors/app-error.ts';
import type { CarriedField, Fields, FillRule } from '../core/fill-from-read.ts';
import { unexpectedAnswer } from './map-common.ts';
import { isClosedIssue } from './map-issue.ts';
import { readIssueCall } from './read-issue.ts';

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isId = (value: unknown): value is string | number =>
  typeof value === 'number' || (typeof value === 'string' && value.trim() !== '');

/** The answer's fields; ids come as numbers and as texts, so they are compared as text. */
function opened(operation: string, id: unknown, answer: unknown): Fields {
  if (!isFields(answer)) throw unexpectedAnswer(operation, 'the whole answer');
  if (String(answer['id']) !== String(id).trim()) throw unexpectedAnswer(operation, 'id');
  return answer;
}

const textOf = (operation: string, name: string): CarriedField => ({
  read: ({ [name]: value }) => {
    if (value === undefined || value === null || typeof value === 'string') return value;
    throw unexpectedAnswer(operation, name);
  },
});

/** All of them or none: a category that is left out is removed from the issue. */
const categoryIds: CarriedField = {
  read: ({ categories }) => {
    if (!Array.isArray(categories)) throw unexpectedAnswer('getIssue', 'categories');
    return categories.map((category: unknown, index) => {
      const id = isFields(category) ? category['id'] : undefined;
      if (isId(id)) return id;
      throw unexpectedAnswer('getIssue', `categories.${index}.id`);
    });
  },
};

/**
 * ConnectNow's changes that wipe, or may wipe, what is left out. An issue's description is never filled: no read has the
 * one that would be replaced, only the words of its events, and each change says anew how the issue stands.
 */
export const fill: Readonly<Partial<Record<string, FillRule>>> = {
  updateIssue: {
    readCall: ({ path = {} }) => readIssueCall(path['issueId']),
    open: ({ path = {} }, answer) => {
      const issue = opened('getIssue', path['issueId'], answer);
      if (!isClosedIssue(issue)) return issue;
      throw new AppError('bad-input', 'The issue is closed, and ConnectNow changes no closed issue.', {
        data: { field: 'path.issueId' },
      });
    },
    carried: {
      category_ids: categoryIds,
      name: textOf('getIssue', 'name'),
      severity: textOf('getIssue', 'severity'),
    },
    unreadable: ['description'],
  },
  updateWebhook: {
    readCall: ({ path = {} }) => ({ operation: 'getWebhook', params: { path: { webhookId: path['webhookId'] } } }),
    open: ({ path = {} }, answer) => opened('getWebhook', path['webhookId'], answer),
    carried: {
      name: textOf('getWebhook', 'name'),
      url: textOf('getWebhook', 'url'),
      description: textOf('getWebhook', 'description'),
    },
    unreadable: [],
  },
};
