import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { isFieldKey } from '../choices.ts';
import { changed, listOf, ticket } from '../schemas.ts';
import { filled, flag, idOf, idsOf, pageFields, projectPath, text, ticketPath } from './given-fields.ts';

const section = 'Tickets';

const listQuery = z.object({
  custom_fields: flag('With the values of custom fields; may take longer'),
  assigned_to: flag('With the users each ticket is assigned to; may take longer'),
  ...pageFields,
});

const properties = {
  name: filled.describe('Name of the ticket'),
  description: text('What it is about'),
  step_id: idOf('the step it stands in'),
  tags: text('Tags, separated by commas'),
  required_by: text('The day it must be done by, like 2026-11-30; the document names no form of a date'),
  assigned_to: idsOf('the users it is assigned to'),
  notify_involved: flag('Tell the ticket’s team'),
};

const content = z.union([z.string(), z.number(), z.array(z.union([z.string(), z.number()])), z.null()]);

/** "Here come the values for the custom fields": `f3` beside the others, as text, number, or ids of values chosen. */
const ticketProperties = z.looseObject(properties).superRefine((given, context) => {
  for (const [key, value] of Object.entries(given)) {
    if (Object.hasOwn(properties, key)) continue;
    if (!isFieldKey(key)) context.addIssue({ code: 'unrecognized_keys', keys: [key], input: given });
    else if (!content.safeParse(value).success) {
      const message = 'must be a text, a number, or the ids of values; null takes it away';
      context.addIssue({ code: 'custom', path: [key], message });
    }
  }
});

const body = z.strictObject({
  ticket: ticketProperties.describe(
    'The ticket’s properties; custom fields stand among them by their names (f3), choices as ids of values',
  ),
});

export const ticketOperations = defineOperations({
  listTickets: {
    summary: 'Tickets of a project',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets',
    pathParams: projectPath,
    query: listQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(ticket) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createTicket: {
    summary: 'Add a ticket, with its custom fields',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/tickets',
    pathParams: projectPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'tickets of the board: same name since',
  },
  getTicket: {
    summary: 'A ticket’s details',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}',
    pathParams: ticketPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: ticket },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateTicket: {
    summary: 'Change a ticket, or move it to another step',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}',
    pathParams: ticketPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteTicket: {
    summary: 'Delete a ticket with its notes and files',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}',
    pathParams: ticketPath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T3',
    repeat: 'after-read',
  },
});
