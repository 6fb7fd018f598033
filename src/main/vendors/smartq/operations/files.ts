import { z } from 'zod';
import { defineOperations } from '../../core/define-operations.ts';
import { changed, listOf, noteFile } from '../schemas.ts';
import { flag, id, notePath, pageQuery } from './given-fields.ts';

const section = 'Files';

const filePath = z.object({ ...notePath.shape, fileId: id('file') });

/** All that a file may be taken for here: the document names no type that it does not take. */
const FILE_TYPES = [
  'application/octet-stream',
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'text/html',
] as const;

const uploadFields = z.strictObject({
  is_last_file: flag('The last file of a note that was made with has_attachments: now users are told'),
});

export const fileOperations = defineOperations({
  listNoteFiles: {
    summary: 'Files of a note',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}/files',
    pathParams: notePath,
    query: pageQuery,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: listOf(noteFile) },
    paging: 'offset-count',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  uploadNoteFile: {
    summary: 'Upload one file to a note; mark the last of several',
    section,
    method: 'POST',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}/filesv2',
    pathParams: notePath,
    body: { kind: 'multipart', field: 'file', contentTypes: FILE_TYPES, schema: uploadFields },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'write',
    tier: 'T1',
    repeat: 'never',
    probe: 'files of the note: same name and size',
  },
  getNoteFile: {
    summary: 'A file’s details',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}/files/{fileId}',
    pathParams: filePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: noteFile },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  downloadNoteFile: {
    summary: 'The content of a file',
    section,
    method: 'GET',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}/files/{fileId}/download',
    pathParams: filePath,
    body: { kind: 'none' },
    answer: { kind: 'binary' },
    paging: 'none',
    effect: 'read',
    tier: null,
    repeat: 'safe',
  },
  deleteNoteFile: {
    summary: 'Delete a file',
    section,
    method: 'DELETE',
    path: '/api/v1/projects/{projectId}/tickets/{ticketId}/notes/{noteId}/files/{fileId}',
    pathParams: filePath,
    body: { kind: 'none' },
    answer: { kind: 'json', schema: changed },
    paging: 'none',
    effect: 'destructive',
    tier: 'T2',
    repeat: 'after-read',
  },
});
