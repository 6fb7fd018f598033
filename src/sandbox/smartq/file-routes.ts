import { boardOf } from './board.ts';
import type { SmartqDataset } from './data/dataset.ts';
import type { SmartqWritten } from './entries.ts';
import type { SmartqLedger } from './ledger.ts';
import { levels } from './levels.ts';
import type { OperationName } from './operations.ts';
import type { Note, NoteFile } from './records.ts';
import { notFound } from './refusal.ts';
import { answerList, answerWith, deleted, idIn, readQuery, recordsOf, type Answers, type Asked } from './request.ts';
import { checkOwner, noteNamed } from './note-routes.ts';
import { fileShape } from './shapes.ts';
import { receiveFile } from './upload.ts';
import type { Uploads } from '../uploads.ts';

/** The operations on files. */
type FileOperation = Extract<OperationName, `${string}NoteFile` | `${string}NoteFiles`>;

/** Returns the operations on the files of a note. Whoever may change the note may add and delete them. */
export const fileAnswers = (ledger: SmartqLedger, dataset: SmartqDataset, uploads: Uploads): Answers<FileOperation> => {
  const shape = (file: NoteFile): unknown => fileShape(dataset, file);

  const named = (asked: Asked, note: Note): NoteFile => {
    const id = idIn(asked, 'fileId', 'file');
    const file = ledger.table('file').get(id);
    if (file === undefined || file.noteId !== note.id) throw notFound('file', id);
    return file;
  };

  /** Returns the note of the path, to change what is attached. @throws HTTPException in the envelope. */
  const changeable = (asked: Asked) => {
    const board = boardOf(ledger, asked, levels.writeNotes);
    const found = noteNamed(ledger, asked, board);
    checkOwner(asked, board, found.note);
    return found;
  };

  return {
    listNoteFiles: (asked) => {
      const { note } = noteNamed(ledger, asked, boardOf(ledger, asked));
      const rows = recordsOf(ledger.table('file'), ({ noteId }) => noteId === note.id);
      return answerList(asked, rows, shape);
    },
    uploadNoteFile: async (asked) => {
      readQuery(asked, []);
      const { ticket, note } = changeable(asked);
      const { name, contentType, bytes, isLast } = await receiveFile(asked.c);
      const [id, now] = [ledger.nextId('file'), ledger.now()];
      const key = dataset.uploadKey(id);
      const source = { kind: 'upload', key, size: bytes.length } as const;
      const stamps = { createdAt: now, updatedAt: now };
      const record: NoteFile = { id, noteId: note.id, ownerId: asked.caller.id, name, contentType, source, ...stamps };
      const written: SmartqWritten =
        isLast && note.waiting !== null
          ? {
              changes: [
                { kind: 'file', id, record },
                { kind: 'note', id: note.id, record: { ...note, waiting: null } },
              ],
              notified: { ticketId: ticket.id, noteId: note.id, userIds: note.waiting },
            }
          : { changes: [{ kind: 'file', id, record }] };
      // Bytes first: an entry whose file is missing would be worse than a file nobody knows.
      uploads.keep(key, bytes);
      ledger.record(asked.caller.id, written);
      return answerWith(asked, shape(record));
    },
    getNoteFile: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, shape(named(asked, noteNamed(ledger, asked, boardOf(ledger, asked)).note)));
    },
    downloadNoteFile: (asked) => {
      readQuery(asked, []);
      const file = named(asked, noteNamed(ledger, asked, boardOf(ledger, asked)).note);
      const { source, name, contentType } = file;
      const bytes = source.kind === 'upload' ? uploads.read(source.key) : dataset.files.read(file);
      if (bytes === null) throw notFound('file', file.id);
      // The name as PHP scripts send it: its bytes as they are, with the quotes taken out.
      const plain = Buffer.from(name.replaceAll(/["\\\r\n]/g, '')).toString('latin1');
      return asked.c.body(Uint8Array.from(bytes), 200, {
        'Content-Type': contentType,
        'Content-Disposition': `attachment; filename="${plain}"`,
      });
    },
    deleteNoteFile: (asked) => {
      readQuery(asked, []);
      const { id, source } = named(asked, changeable(asked).note);
      ledger.record(asked.caller.id, { changes: [{ kind: 'file', id, record: null }] });
      if (source.kind === 'upload') uploads.remove(source.key);
      return deleted(asked);
    },
  };
};
