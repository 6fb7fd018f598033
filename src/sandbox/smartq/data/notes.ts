import { day, hour } from '../../data/zones.ts';
import type { SceneName } from '../../images/scene-name.ts';
import { choose, hash32, unit } from '../../random.ts';
import type { FileSource, Note, NoteFile, Ticket, User } from '../records.ts';
import { heavyTexts, hostileTexts } from './hostile-texts.ts';
import { noteTexts, privateTexts } from './note-texts.ts';

const channel = { count: 231, text: 232, owner: 233, when: 234, files: 235, scene: 236, name: 237 } as const;

const scenes: readonly SceneName[] = [
  'pipes',
  'panel',
  'ceiling',
  'slab',
  'door',
  'switchboard',
  'washroom',
  'roof',
  'steel',
];

/** Files of other kinds than photos, some with names and contents that whoever saves or shows them must survive. */
const documents: readonly (readonly [name: string, contentType: string, text: string])[] = [
  ['Flow readings.csv', 'text/csv', 'room,flow\r\nR201,340\r\n"=HYPERLINK(""https://collector.example"")",1\r\n'],
  [
    'Minutes.html',
    'text/html',
    '<!doctype html><title>Minutes</title><script>window.hostile = 20</script><p>Minutes</p>',
  ],
  ['Te Ara Whānui – ngā kōrero.txt', 'text/plain', 'Kia ora. Kei konei ngā kōrero o te hui.\n'],
  ['..\\..\\start menu\\run.bat', 'application/octet-stream', 'rem nothing\r\n'],
  ['CON.txt', 'text/plain', 'A name that Windows keeps for itself.\n'],
  ['invoice\u202Efdp.exe', 'application/pdf', 'Not a PDF, though its label says so.\n'],
];

/** What the notes of one board are made from. */
type NotesGround = {
  readonly seed: number;
  readonly now: number;
  readonly tickets: readonly Ticket[];
  readonly users: ReadonlyMap<number, User>;
  /** Which of the boards it is, from 0, and how many there are. */
  readonly board: number;
  readonly boards: number;
  readonly placeOf: (ticket: Ticket) => string;
  readonly firstNoteId: number;
  readonly firstFileId: number;
};

/** Returns what a screen must survive of one board: each of the texts lies on one, spread over its tickets. */
const hostileOf = ({ board, boards }: NotesGround): readonly string[] =>
  [...hostileTexts, ...heavyTexts].filter((_, index) => index % boards === board);

/** Returns the notes of a board's tickets with their files, in the order of the tickets. */
export const createNotes = (
  ground: NotesGround,
): { readonly notes: readonly Note[]; readonly files: readonly NoteFile[] } => {
  const { seed, now, tickets, users, placeOf } = ground;
  const notes: Note[] = [];
  const files: NoteFile[] = [];
  const hostile = hostileOf(ground);

  const addFile = (note: Note, name: string, contentType: string, source: FileSource): void => {
    const id = ground.firstFileId + files.length;
    const stamps = { createdAt: note.createdAt, updatedAt: note.createdAt };
    files.push({ id, noteId: note.id, ownerId: note.ownerId, name, contentType, source, ...stamps });
  };

  const addNote = (ticket: Ticket, text: string, isPrivate: boolean, place: number): Note => {
    const id = ground.firstNoteId + notes.length;
    const draw = (purpose: number): number => unit(seed, id, purpose, 4);
    const team = [ticket.ownerId, ...ticket.assignedTo];
    const after = Math.min(now - ticket.createdAt, 40 * day) - hour / 2;
    const createdAt = ticket.createdAt + Math.max(0, Math.floor(after * ((place + draw(channel.when)) / 6)));
    const name = users.get(choose(team, draw(channel.owner + 20)))?.properties.name ?? '';
    const note: Note = {
      id,
      ticketId: ticket.id,
      ownerId: choose(team, draw(channel.owner)),
      properties: {
        text: text.replaceAll('{name}', () => name).replaceAll('{place}', () => placeOf(ticket)),
        private: isPrivate,
      },
      waiting: null,
      createdAt,
      updatedAt: createdAt,
    };
    notes.push(note);
    return note;
  };

  for (const [index, ticket] of tickets.entries()) {
    const draw = (purpose: number): number => unit(seed, ticket.id, purpose, 5);
    const count = Math.floor(draw(channel.count) ** 1.6 * 6);
    for (let place = 0; place < count; place += 1) {
      const isPrivate = draw(channel.text + place * 16) < 0.08;
      const text = choose(isPrivate ? privateTexts : noteTexts, draw(channel.text + place * 16 + 1));
      const note = addNote(ticket, text, isPrivate, place);
      const photos = Math.floor(Math.max(0, draw(channel.files + place * 16) - 0.7) * 10);
      for (let photo = 0; photo < photos; photo += 1) {
        const scene = choose(scenes, draw(channel.scene));
        const source = { kind: 'photo', scene, seed: hash32(seed, note.id, photo, channel.scene) } as const;
        addFile(note, `IMG_${1000 + ((note.id * 7 + photo) % 9000)}.png`, 'image/png', source);
      }
    }
    // Every third ticket from the third on, until all are placed.
    const text = index % 3 === 2 ? hostile[(index - 2) / 3] : undefined;
    if (text !== undefined) addNote(ticket, text, false, count);
    const document = index === 4 ? documents[ground.board] : undefined;
    if (document !== undefined) {
      const [name, contentType, content] = document;
      addFile(addNote(ticket, '<p>Attached.</p>', false, count), name, contentType, { kind: 'text', text: content });
    }
  }
  return { notes, files };
};
