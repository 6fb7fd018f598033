import type { AuditHead, AuditReport, ReportAction, ReportItem } from '../../shared/model/audit-report.ts';
import type { RecordRow } from '../../shared/model/record.ts';

type Draft = Partial<ReportItem> & Pick<ReportItem, 'place' | 'text'>;

const action = (id: string, name: string, rest: Partial<ReportAction> = {}): ReportAction => ({
  id,
  number: id,
  name,
  description: null,
  status: 'open',
  priority: 'high',
  dueAt: '2026-11-12T04:00:00.000Z',
  createdAt: '2026-10-31T04:20:00.000Z',
  createdBy: 'Aroha Ngata',
  assignees: ['Tom Ashworth'],
  tags: [],
  comments: [],
  photoIds: [],
  ...rest,
});

const flowSwitch = action('CA-2026-0118', 'Replace the flow switch on riser 3 or its wiring, then retest', {
  description: 'Retest with the panel contractor present and attach the test sheet.',
  tags: ['Fire', 'Sprinkler', 'Handover'],
  photoIds: ['photo-4'],
  comments: [
    { text: 'Part ordered, arrives Tuesday.', author: 'Tom Ashworth', createdAt: '2026-11-03T21:10:00.000Z' },
    { text: 'No test sheet attached, sent back.', author: 'Priya Raman', createdAt: '2026-11-18T03:20:00.000Z' },
  ],
});

const lines: readonly Draft[] = [
  { place: '1', text: 'Documents and access', type: 'section', points: 6 },
  { place: '1.1', text: 'Permit and site induction current', outcome: 'passed', points: 3 },
  { place: '1.2', text: 'Riser keys signed out', outcome: 'passed', points: 3 },
  { place: '2', text: 'Fire panel and zones', type: 'section', points: 5 },
  { place: '2.1', text: 'Panel shows normal, no isolations without a permit', outcome: 'passed', points: 3 },
  {
    place: '2.2',
    text: 'Zone chart at the panel matches the as-built',
    outcome: 'failed',
    points: 0,
    note: 'Chart is of March. Zones 12 to 14 were split in June.',
  },
  { place: '2.3', text: 'Brigade key and panel book present', outcome: 'passed', points: 2 },
  { place: '3', text: 'Emergency lighting', type: 'section', points: 6 },
  {
    place: '3.1',
    text: 'EL-27 holds 90 minutes',
    outcome: 'failed',
    points: 0,
    answer: '41 min',
    answerNumber: 41,
    actions: [action('CA-2026-0096', 'Renew battery EL-27', { priority: 'medium', status: 'submitted' })],
  },
  { place: '3.2', text: 'Exit signs lit and unobstructed', outcome: 'passed', points: 6 },
  { place: '4', text: 'Hose reels and extinguishers', type: 'section', points: 7 },
  {
    place: '4.1',
    text: 'Service tags within twelve months',
    outcome: 'passed',
    points: 7,
    metafields: [{ name: 'Oldest tag', text: 'Dec 2025' }],
  },
  { place: '5', text: 'Sprinklers', type: 'section', points: 4 },
  {
    place: '5.1',
    text: 'Control valves locked open and labelled',
    outcome: 'passed',
    points: 3,
    photoIds: ['photo-2', 'photo-3'],
  },
  { place: '5.2', text: 'Pre-action system charged', outcome: 'not-applicable', points: null },
  {
    place: '5.3',
    text: 'Flow switch signals panel within 60 s',
    outcome: 'failed',
    critical: true,
    failedInRow: 3,
    points: 0,
    note: 'Riser 3: two tests, no signal on zone 14. Riser 4: 22 s, good.',
    photoIds: ['photo-1', 'photo-2', 'photo-3'],
    metafields: [
      { name: 'Riser', text: '3' },
      { name: 'Zone', text: '14' },
    ],
    actions: [flowSwitch],
  },
  {
    place: '5.4',
    text: 'Spare heads and spanner in cabinet',
    outcome: 'failed',
    points: 0,
    actions: [action('CA-2026-0119', 'Stock six spare heads', { priority: 'low', dueAt: '2026-11-29T04:00:00.000Z' })],
  },
  {
    place: '5.5',
    text: 'If a head was replaced since the last audit',
    type: 'conditional-item',
    outcome: 'none',
    answer: 'Yes',
  },
  {
    place: '5.5.1',
    text: 'Replacement head has the same K factor and rating',
    outcome: 'failed',
    critical: true,
    points: 0,
    note: 'K80 fitted where K115 is on the drawing. Office 2.14.',
  },
  { place: '5.5.2', text: 'Work order attached', outcome: 'passed', points: 1 },
  { place: '6', text: 'Sign-off', type: 'section', points: 2 },
  {
    place: '6.1',
    text: 'Walked through with the client',
    outcome: 'passed',
    points: 2,
    signature: { photoId: 'signature-2', signedBy: 'Aroha Ngata' },
  },
];

const depthOf = (place: string): number => place.split('.').length - 1;
const parentOf = (place: string): string | null =>
  place.includes('.') ? place.slice(0, place.lastIndexOf('.')) : null;
const failedUnder = (place: string): number =>
  lines.filter((line) => line.outcome === 'failed' && (line.place === place || line.place.startsWith(`${place}.`)))
    .length;

const items: readonly ReportItem[] = lines.map((line) => ({
  id: line.place,
  parentId: parentOf(line.place),
  depth: depthOf(line.place),
  type: 'item',
  note: null,
  outcome: 'none',
  critical: false,
  answer: null,
  answerNumber: null,
  points: null,
  maxPoints: (line.points ?? null) === null ? null : line.outcome === 'failed' ? 4 : (line.points ?? null),
  failedInRow: 0,
  childCount: lines.filter((other) => parentOf(other.place) === line.place).length,
  failedBelow: failedUnder(line.place),
  metafields: [],
  photoIds: [],
  signature: null,
  actions: [],
  ...line,
}));

/** A report with every kind of item in it. */
export const sampleReport: AuditReport = {
  items,
  counts: {
    all: items.filter(({ type }) => type !== 'section').length,
    failed: items.filter(({ outcome }) => outcome === 'failed').length,
    critical: items.filter(({ critical, outcome }) => critical && outcome === 'failed').length,
    notes: items.filter(({ note }) => note !== null).length,
    photos: items.filter((item) => item.photoIds.length > 0 || item.actions.some((one) => one.photoIds.length > 0))
      .length,
  },
};

const person = (name: string, role: 'assignee' | 'completer' | 'starter') => ({
  name,
  role,
  vendorId: null,
  email: null,
});

/** The head of any sample audit. */
export function sampleHead(row: RecordRow): AuditHead {
  const isDone = row.status === 'complete';
  return {
    number: row.number,
    name: row.title,
    object: row.project,
    objectNotes:
      row.project === null ? null : 'Sign in at the north gate. Riser keys are with security, ask for Wiremu.',
    template: 'Fire services, monthly v4',
    hint: isDone ? null : 'Take the panel book and the as-built zone chart with you.',
    score: row.score,
    scoreLabel: row.score === null ? null : row.score < 70 ? 'Needs work' : 'Good',
    failed: row.score === null ? null : row.score < 70,
    startAt: '2026-10-30T19:00:00.000Z',
    endAt: row.dueAt,
    startedAt: isDone ? '2026-10-30T20:30:00.000Z' : null,
    completedAt: isDone ? '2026-10-31T01:45:00.000Z' : null,
    minutes: isDone ? 315 : null,
    reopened: false,
    expired: row.status === 'expired',
    people: [
      ...(row.assignees === null ? [] : [person(row.assignees, 'assignee')]),
      ...(isDone ? [person('Dan Whitlock', 'completer')] : []),
    ],
    auditorSignature: isDone ? { photoId: 'signature-1', signedBy: 'Dan Whitlock' } : null,
    auditeeSignature: isDone ? { photoId: 'signature-2', signedBy: 'Aroha Ngata' } : null,
  };
}
