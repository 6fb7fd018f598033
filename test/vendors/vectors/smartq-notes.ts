import { answers, answersList, deleted, NO_ANSWER, NO_EXAMPLE } from './smartq-answers.ts';
import { sends, type RefusedVector, type Upload, type Vector } from './vector.ts';

const path = { projectId: 99999, ticketId: 77777 };
const notePath = { ...path, noteId: 55555 };
const filePath = { ...notePath, fileId: 44444 };
const at = '/api/v1/projects/99999/tickets/77777/notes';
const corrected = NO_EXAMPLE;

const note = {
  id: 55555,
  text: '<p>New Note</p>',
  private: 0,
  owner_id: 1,
  insert_time: '2013-10-01 08:00:00',
};

/** "Notes" of smartQ's API guide. */
const notes: readonly Vector[] = [
  { operation: 'listNotes', section: 'Notes', ...sends('GET', at, { path }), ...answersList(note), corrected },
  {
    operation: 'createNote',
    section: 'Notes',
    params: { path, body: { note: { text: 'New Note' } } },
    request: { method: 'POST', target: at, body: 'note%5Btext%5D=New+Note' },
    ...answers(note),
    corrected: `The example sends note[name]; the section names it note[text], and requires it. ${NO_ANSWER}`,
  },
  {
    operation: 'getNote',
    section: 'Notes',
    ...sends('GET', `${at}/55555`, { path: notePath }),
    ...answers(note),
    corrected,
  },
  {
    operation: 'updateNote',
    section: 'Notes',
    params: {
      path: notePath,
      body: {
        note: { text: '<b>Done</b> & dry', private: true, notify_users: true, users: [1, '2'], has_attachments: false },
      },
    },
    request: {
      method: 'PUT',
      target: `${at}/55555`,
      body: 'note%5Btext%5D=%3Cb%3EDone%3C%2Fb%3E+%26+dry&note%5Bprivate%5D=1&note%5Bnotify_users%5D=1&note%5Busers%5D%5B0%5D=1&note%5Busers%5D%5B1%5D=2&note%5Bhas_attachments%5D=0',
    },
    ...answers(note),
    corrected,
  },
  {
    operation: 'deleteNote',
    section: 'Notes',
    ...sends('DELETE', `${at}/55555`, { path: notePath }),
    ...deleted,
    corrected,
  },
];

const file = { id: 44444 };

const upload: Upload = {
  name: 'image.jpg',
  contentType: 'image/jpeg',
  content: 'the bytes of image.jpg',
  boundary: 'plumbline-boundary',
};

const filePart = [
  '--plumbline-boundary',
  'Content-Disposition: form-data; name="file"; filename="image.jpg"',
  'Content-Type: image/jpeg',
  '',
  'the bytes of image.jpg',
  '--plumbline-boundary--',
  '',
].join('\r\n');

const lastPart = ['--plumbline-boundary', 'Content-Disposition: form-data; name="is_last_file"', '', '1', ''].join(
  '\r\n',
);

const NO_FORM = `The example sends the file's place as a text; the section wants a standard POST file. ${NO_ANSWER}`;

/** "Files". The document names no property of one, so an id has to do. */
const files: readonly Vector[] = [
  {
    operation: 'listNoteFiles',
    section: 'Files',
    ...sends('GET', `${at}/55555/files`, { path: notePath }),
    ...answersList(file),
    corrected,
  },
  {
    operation: 'uploadNoteFile',
    section: 'Files',
    params: { path: notePath },
    upload,
    request: { method: 'POST', target: `${at}/55555/filesv2`, body: filePart },
    ...answers(file),
    corrected: NO_FORM,
  },
  {
    operation: 'uploadNoteFile',
    section: 'Files',
    params: { path: notePath, body: { is_last_file: true } },
    upload,
    request: { method: 'POST', target: `${at}/55555/filesv2`, body: lastPart + filePart },
    ...answers(file),
    corrected: `Where the mark of the last file stands is not said; it goes beside the file. ${NO_FORM}`,
  },
  {
    operation: 'getNoteFile',
    section: 'Files',
    ...sends('GET', `${at}/55555/files/44444`, { path: filePath }),
    ...answers(file),
    corrected,
  },
  {
    operation: 'downloadNoteFile',
    section: 'Files',
    ...sends('GET', `${at}/55555/files/44444/download`, { path: filePath }),
    answer: { status: 200, body: null, contentType: 'image/jpeg' },
    corrected: 'The section has no example; the content type is that of the file of the upload.',
  },
  {
    operation: 'deleteNoteFile',
    section: 'Files',
    ...sends('DELETE', `${at}/55555/files/44444`, { path: filePath }),
    ...deleted,
    corrected,
  },
];

export const vectors: readonly Vector[] = [...notes, ...files];

const create = (given: unknown) => ({ operation: 'createNote', params: { path, body: { note: given } } });

/** What the same sections forbid. */
export const refused: readonly RefusedVector[] = [
  { operation: 'listNotes', params: { path: { projectId: 99999 } }, field: 'path.ticketId' },
  { ...create({ name: 'New Note' }), field: 'body.note.text' },
  { ...create({ text: '' }), field: 'body.note.text' },
  { ...create({ text: 'New Note', name: 'New Note' }), field: 'body.note.name' },
  { ...create({ text: 'New Note', private: 'false' }), field: 'body.note.private' },
  { ...create({ text: 'New Note', users: 1 }), field: 'body.note.users' },
  { operation: 'getNote', params: { path }, field: 'path.noteId' },
  {
    operation: 'updateNote',
    params: { path: notePath, body: { note: { private: true } } },
    field: 'body.note.text',
  },
  { operation: 'deleteNote', params: { path: { ...path, noteId: '' } }, field: 'path.noteId' },
  { operation: 'listNoteFiles', params: { path }, field: 'path.noteId' },
  { operation: 'uploadNoteFile', params: { path: notePath }, field: 'file' },
  { operation: 'uploadNoteFile', params: { path }, upload, field: 'path.noteId' },
  { operation: 'uploadNoteFile', params: { path: notePath }, upload: { ...upload, content: '' }, field: 'file' },
  {
    operation: 'uploadNoteFile',
    params: { path: notePath, body: { is_last_file: 'yes' } },
    upload,
    field: 'body.is_last_file',
  },
  { operation: 'uploadNoteFile', params: { path: notePath, body: { last: true } }, upload, field: 'body.last' },
  { operation: 'getNoteFile', params: { path: notePath }, field: 'path.fileId' },
  { operation: 'downloadNoteFile', params: { path: { ...notePath, fileId: '44444/download' } }, field: 'path.fileId' },
  { operation: 'deleteNoteFile', params: { path: notePath }, field: 'path.fileId' },
];
