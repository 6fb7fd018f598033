import { createPeople, type Person } from '../../data/people.ts';
import { createSites } from '../../data/sites.ts';
import { createZoneClock, day } from '../../data/zones.ts';
import { hash32 } from '../../random.ts';
import type { Records, Tables, User } from '../records.ts';
import { createBoard } from './board-records.ts';
import { boardPlans, firstProjectId } from './boards.ts';
import { createSmartqFiles, type SmartqFiles } from './file-bytes.ts';
import { createNotes } from './notes.ts';
import { createTickets } from './tickets.ts';
import { createTopics } from './topics.ts';

/** Everything the account holds in smartQ. */
export type SmartqDataset = {
  readonly seed: number;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** What there was before anything was written. It is made at the first use: few who start a sandbox ask for it. */
  readonly tables: () => Tables;
  readonly files: SmartqFiles;
  /** Returns the UUID an uploaded file's bytes are kept under, by the id of the file. */
  readonly uploadKey: (fileId: number) => string;
};

/** The written people; the vendors share them, whatever number of them another vendor is asked to have. */
const peopleCount = 40;
const firstUserId = 201;

const titles = ['Company administrator', 'Site engineer', 'Subcontractor', 'Client observer'] as const;

const userOf = (person: Person, now: number): User => {
  const isAdministrator = person.role.roleType === 0;
  const isLead = person.role.index === 1;
  const createdAt = now - (900 - person.index * 11) * day;
  return {
    id: firstUserId + person.index,
    properties: {
      name: person.name,
      email: person.email,
      is_account_administrator: isAdministrator,
      can_manage_projects: isAdministrator || isLead,
      can_view_profiles: person.role.roleType <= 1,
      can_manage_profiles: isAdministrator,
      company: person.role.roleType === 3 ? 'Client' : 'Kauri Group',
      title: titles[person.role.roleType],
      address: '',
      work_phone: person.index % 3 === 0 ? `+64 9 555 0${100 + person.index}` : '',
      cell_phone: '',
      comments: '',
    },
    passwordHash: null,
    createdAt,
    updatedAt: createdAt,
  };
};

const byId = <Row extends { readonly id: number }>(rows: readonly Row[]): ReadonlyMap<number, Row> =>
  new Map(rows.map((row) => [row.id, row]));

const makeTables = (seed: number, now: number): Tables => {
  const everybody = createPeople(seed, peopleCount);
  const userId = (person: Person): number => firstUserId + person.index;
  const users = byId(everybody.map((person) => userOf(person, now)));
  const topics = createTopics();
  const rows: { readonly [K in Exclude<keyof Records, 'user'>]: Records[K][] } = {
    project: [],
    role: [],
    step: [],
    field: [],
    value: [],
    ticket: [],
    note: [],
    file: [],
  };

  for (const site of createSites(seed, boardPlans.length)) {
    const plan = boardPlans[site.index];
    if (plan === undefined) continue;
    const people = everybody.filter((person) => person.region === site.region && person.role.roleType !== 3);
    const board = createBoard({ site, plan, everybody, userId, now });
    const dayFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: site.zone });
    const projectId = firstProjectId + site.index;
    const tickets = createTickets({
      seed,
      now,
      clock: createZoneClock(site.zone),
      dayOf: (instant) => dayFormat.format(instant),
      plan,
      projectId,
      steps: board.steps,
      fields: board.fields,
      people,
      userId,
      topics,
      firstId: 70_001 + rows.ticket.length,
    });
    const { notes, files } = createNotes({
      seed,
      now,
      tickets,
      users,
      board: site.index,
      boards: boardPlans.length,
      placeOf: ({ properties }) => properties.name.split(', ').at(-1) ?? '',
      firstNoteId: 500_001 + rows.note.length,
      firstFileId: 900_001 + rows.file.length,
    });
    rows.project.push(board.project);
    rows.role.push(...board.roles);
    rows.step.push(...board.steps);
    rows.field.push(...board.fields.map(({ field }) => field));
    rows.value.push(...board.fields.flatMap(({ values }) => values));
    rows.ticket.push(...tickets);
    rows.note.push(...notes);
    rows.file.push(...files);
  }

  return {
    user: users,
    project: byId(rows.project),
    role: byId(rows.role),
    step: byId(rows.step),
    field: byId(rows.field),
    value: byId(rows.value),
    ticket: byId(rows.ticket),
    note: byId(rows.note),
    file: byId(rows.file),
  };
};

const hex = (value: number, digits: number): string => value.toString(16).padStart(8, '0').slice(-digits);

/**
 * Returns smartQ's side of the sample: the same first sites and people as the other vendors have, with records of its
 * own. `now` (milliseconds since 1970, UTC) is the moment it shows; the same options give the same data set.
 */
export const createSmartqDataset = ({ seed, now }: { readonly seed: number; readonly now: number }): SmartqDataset => {
  let made: Tables | null = null;
  return {
    seed,
    now,
    tables: () => {
      made ??= makeTables(seed, now);
      return made;
    },
    files: createSmartqFiles(),
    uploadKey: (fileId) => {
      const word = (place: number): number => hash32(seed ^ 0x5a47, fileId, place);
      const variant = ((word(2) & 0x3fff) | 0x8000).toString(16);
      // The number itself stands at the end, so that no two files share a key.
      return `${hex(word(0), 8)}-${hex(word(1), 4)}-4${hex(word(3), 3)}-${variant}-${hex(word(4), 4)}${hex(fileId, 8)}`;
    },
  };
};
