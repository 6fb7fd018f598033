import type { Connection } from '../../shared/model/connection.ts';
import { recordId, type ConnectionId } from '../../shared/model/ids.ts';
import type { Kind, RecordRow } from '../../shared/model/record.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import { GALLERY_NOW } from './sample-audits.ts';
import { sampleConqa } from './sample-conqa.ts';

const account = (vendor: Vendor, name: string): Connection => ({
  ...sampleConqa,
  id: `sample-${vendor}` as ConnectionId,
  vendor,
  name,
  url: `http://127.0.0.1:4100/${vendor}`,
});

/** An account of each vendor with work lists, besides MonitorQA. */
export const workConnections = (): readonly Connection[] => [
  sampleConqa,
  account('smartq', 'Wharf 7'),
  account('aconex', 'Harbour Line'),
  account('connectnow', 'Civic Campus East'),
];

const DAY_MS = 86_400_000;
const at = (days: number): string => new Date(GALLERY_NOW + days * DAY_MS).toISOString();
/** The end of a day that names no zone, as the cache keeps it. */
const endOfDay = (days: number): string => `${at(days).slice(0, 10)}T23:59:59.999Z`;

const NOTHING = {
  number: null,
  status: null,
  priority: null,
  project: null,
  assignees: null,
  dueAt: null,
  dueKind: null,
  dueZone: null,
  createdAt: null,
  updatedAt: null,
  score: null,
  deleted: false,
} as const;

const row = (
  vendor: Vendor,
  kind: Kind,
  vendorId: string,
  rest: Partial<RecordRow> & Pick<RecordRow, 'title'>,
): RecordRow => {
  const connectionId = `sample-${vendor}` as ConnectionId;
  return { ...NOTHING, ...rest, id: recordId(connectionId, kind, vendorId), connectionId, vendor, kind };
};

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('No values to pick from.');
  return value;
};

const ticketTitles = [
  'Roof membrane blistering above plant room 2',
  'Water hammer in level 2 bathrooms after booster start',
  'Ceiling grid clashes with cable tray, corridor 2C',
  'Door hardware schedule, revision E to be issued',
  'Handrail height 880 mm, needs 900',
  'Confirm tactile indicator layout with access consultant',
];
const people = ['Kev O’Brien', 'Priya Raman', 'Dan Whitlock', 'Sofia Marques', 'Aroha Ngata'];

function ticket(index: number): RecordRow {
  const number = String(482 + index);
  const days = index * 3 - 16;
  return row('smartq', 'ticket', `7/${number}`, {
    number,
    title: pick(ticketTitles, index),
    status: pick(['in-progress', 'open', 'in-progress', 'closed'], index),
    project: 'Wharf 7 fit-out',
    assignees: index % 4 === 3 ? null : pick(people, index),
    dueAt: index === 5 ? null : endOfDay(days),
    dueKind: index === 5 ? null : 'day',
    createdAt: at(-40 + index),
    updatedAt: at(-index / 2),
    deleted: index === 8,
  });
}

const issueTitles = [
  'Lift 2 out of service',
  'Heating out in east reading room',
  'Car park barrier stuck open, level B1',
];

const issue = (index: number): RecordRow =>
  row('connectnow', 'issue', String(118 + index), {
    number: String(118 + index),
    title: pick(issueTitles, index),
    status: index % 3 === 2 ? 'closed' : 'open',
    priority: pick(['critical', 'important', 'info', 'urgent-ish'], index),
    project: 'Civic Campus East, Otis Ward',
    createdAt: at(-12 + index),
    updatedAt: at(-index),
  });

const project = (index: number): RecordRow =>
  row('aconex', 'project', String(1_879_048_300 + index), {
    number: `HL-${index + 1}`,
    title: pick(['Harbour Line, station box', 'Harbour Line, tunnels', 'Kauri Street Apartments'], index),
    status: pick(['active', 'active', 'disconnected'], index),
    dueAt: at(400 - index * 300),
    dueKind: 'time',
    createdAt: at(-900),
  });

const PEOPLE_READ = ['Kev O’Brien', 'Priya Raman', 'Dan Whitlock'];

/** The people of the smartQ account, by whose ids its notes are signed. */
export const sampleSmartqUsers = (): readonly RecordRow[] =>
  PEOPLE_READ.map((title, index) => row('smartq', 'user', String(31 + index), { title }));

/** What was read of these accounts, CONQA's left out. */
export function sampleWorkRecords(connections: readonly Connection[]): readonly RecordRow[] {
  const all: readonly RecordRow[] = [
    row('smartq', 'project', '7', { title: 'Wharf 7 fit-out', createdAt: at(-200), updatedAt: at(-1) }),
    ...Array.from({ length: 24 }, (_, index) => ticket(index)),
    ...Array.from({ length: 9 }, (_, index) => issue(index)),
    ...Array.from({ length: 3 }, (_, index) => project(index)),
  ];
  return all.filter(({ connectionId }) => connections.some(({ id }) => id === connectionId));
}
