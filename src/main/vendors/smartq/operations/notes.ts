import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, listOf, note } from '../schemas.ts';
import { filled, flag, idsOf, notePath, pageQuery, ticketPath } from './given-fields.ts';

const section = 'Notes';

const body = z.strictObject({
  note: z
    .strictObject({
      text: filled.describe('Text, with some HTML tags allowed; the document does not say which'),
      private: flag('Only those see it whose role sees private notes'),
      notify_users: flag('Tell users of it'),
      users: idsOf('the users to tell'),
      has_attachments: flag('Tell nobody before a file has come that is marked as the last (is_last_file)'),
    })
    .describe('The note’s properties'),
});

export const noteOperations = defineOperations({
  listNotes: {
    summary: 'Notes of a ticket',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes',
    pathParams: ticketPath,
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(note) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  createNote: {
    summary: 'Add a note to a ticket',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes',
    pathParams: ticketPath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'notes of the ticket: same text by me since',
  },
  getNote: {
    summary: 'One note',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}',
    pathParams: notePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: note },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  updateNote: {
    summary: 'Change a note',
    section,
    method: 'PUT',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}',
    pathParams: notePath,
    body: { kind: 'form', schema: body },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'after-read',
  },
  deleteNote: {
    summary: 'Delete a note with its files',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}',
    pathParams: notePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});
