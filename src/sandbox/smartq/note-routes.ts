import { boardOf, type Board } from './board.ts';
import type { SmartqWritten } from './entries.ts';
import type { SmartqLedger } from './ledger.ts';
import { levels } from './levels.ts';
import type { OperationName } from './operations.ts';
import { aBoolean, readProperties, someIds } from './properties.ts';
import { noteSpec, type Note, type Ticket, type User } from './records.ts';
import { notFound, refusal } from './refusal.ts';
import {
  answerList,
  answerWith,
  deleted,
  idIn,
  readForm,
  readQuery,
  recordsOf,
  type Answers,
  type Asked,
} from './request.ts';
import { noteShape } from './shapes.ts';
import { teamOf, ticketNamed } from './ticket-routes.ts';

/** The operations on notes. */
type NoteOperation = Extract<OperationName, `${string}Note` | `${string}Notes`>;

const sentSpec = { ...noteSpec, notify_users: aBoolean, users: someIds, has_attachments: aBoolean } as const;

const maySee = (note: Note, caller: User, { seesPrivate }: Board): boolean =>
  !note.properties.private || note.ownerId === caller.id || seesPrivate;

/** Returns the note of the path. @throws HTTPException 404 in the envelope, for a private one of others too. */
export const noteNamed = (ledger: SmartqLedger, asked: Asked, board: Board): { ticket: Ticket; note: Note } => {
  const ticket = ticketNamed(ledger, asked, board);
  const id = idIn(asked, 'noteId', 'note');
  const note = ledger.table('note').get(id);
  if (note === undefined || note.ticketId !== ticket.id || !maySee(note, asked.caller, board)) {
    throw notFound('note', id);
  }
  return { ticket, note };
};

/** @throws HTTPException 403 in the envelope for notes of others, unless the role manages those. */
export const checkOwner = ({ caller }: Asked, { managesNotes }: Board, { ownerId }: Note): void => {
  if (ownerId !== caller.id && !managesNotes) throw refusal(403, 'Access denied');
};

/** Returns the operations on notes. */
export const noteAnswers = (ledger: SmartqLedger): Answers<NoteOperation> => {
  const write = async (asked: Asked, ticket: Ticket, before: Note | null): Promise<Response> => {
    const required = before === null ? (['text'] as const) : [];
    const body = readProperties(await readForm(asked), 'note', sentSpec, required);
    const { notify_users, users, has_attachments, ...sent } = body;
    const stranger = users?.find((id) => !ledger.table('user').has(id));
    if (stranger !== undefined) throw refusal(400, `note[users] has no user "${stranger}"`);
    const told = notify_users === true ? (users ?? teamOf(ticket)) : null;
    const now = ledger.now();
    const record: Note = {
      id: before?.id ?? ledger.nextId('note'),
      ticketId: ticket.id,
      ownerId: before?.ownerId ?? asked.caller.id,
      properties: { ...(before?.properties ?? { text: '', private: false }), ...sent },
      // "no notifications are sent until is_last_file flag is received together with one of the later uploaded files"
      waiting: has_attachments === true ? told : (before?.waiting ?? null),
      createdAt: before?.createdAt ?? now,
      updatedAt: now,
    };
    const isToldNow = told !== null && has_attachments !== true;
    const written: SmartqWritten = {
      changes: [{ kind: 'note', id: record.id, record }],
      ...(isToldNow ? { notified: { ticketId: ticket.id, noteId: record.id, userIds: told } } : {}),
    };
    ledger.record(asked.caller.id, written);
    return answerWith(asked, noteShape(record));
  };

  return {
    listNotes: (asked) => {
      const board = boardOf(ledger, asked);
      const ticket = ticketNamed(ledger, asked, board);
      const isShown = (note: Note): boolean => note.ticketId === ticket.id && maySee(note, asked.caller, board);
      return answerList(asked, recordsOf(ledger.table('note'), isShown), noteShape);
    },
    createNote: (asked) => {
      readQuery(asked, []);
      return write(asked, ticketNamed(ledger, asked, boardOf(ledger, asked, levels.writeNotes)), null);
    },
    getNote: (asked) => {
      readQuery(asked, []);
      return answerWith(asked, noteShape(noteNamed(ledger, asked, boardOf(ledger, asked)).note));
    },
    updateNote: (asked) => {
      readQuery(asked, []);
      const board = boardOf(ledger, asked, levels.writeNotes);
      const { ticket, note } = noteNamed(ledger, asked, board);
      checkOwner(asked, board, note);
      return write(asked, ticket, note);
    },
    deleteNote: (asked) => {
      readQuery(asked, []);
      const board = boardOf(ledger, asked, levels.writeNotes);
      const { note } = noteNamed(ledger, asked, board);
      checkOwner(asked, board, note);
      ledger.record(asked.caller.id, { changes: [{ kind: 'note', id: note.id, record: null }] });
      return deleted(asked);
    },
  };
};
