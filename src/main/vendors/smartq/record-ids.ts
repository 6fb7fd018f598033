/**
 * What is asked for by more than one id has them all in its record's id, joined by slashes: a ticket is
 * `99999/77777`, a file of a note `99999/77777/55555/44444`. A slash never passes as a part of a path, so such an id
 * cannot be sent by mistake in place of one of its parts.
 */
const SEPARATOR = '/';

/** The id of a ticket's record. */
export const ticketRecordId = (projectId: string, ticketId: string): string => [projectId, ticketId].join(SEPARATOR);

/** The path of a ticket by its record's id; blank where it is none, which is refused before anything is sent. */
export function ticketPath(recordId: string): { readonly projectId: string; readonly ticketId: string } {
  const [projectId = '', ticketId = ''] = recordId.split(SEPARATOR);
  return { projectId, ticketId };
}

/** The ids that lead to a file of a note. */
export interface NoteFilePath {
  readonly projectId: string;
  readonly ticketId: string;
  readonly noteId: string;
  readonly fileId: string;
}

/** The id under which a file of a note is asked for. */
export const noteFileRecordId = ({ projectId, ticketId, noteId, fileId }: NoteFilePath): string =>
  [projectId, ticketId, noteId, fileId].join(SEPARATOR);

/** The path of a file by that id; blank where it is none. */
export function noteFilePath(recordId: string): NoteFilePath {
  const [projectId = '', ticketId = '', noteId = '', fileId = ''] = recordId.split(SEPARATOR);
  return { projectId, ticketId, noteId, fileId };
}
