import type { ActionDocument } from '../../shared/model/action-document.ts';
import type { RecordId } from '../../shared/model/ids.ts';
import type { RecordPerson, RecordRow } from '../../shared/model/record.ts';
import { GALLERY_CONNECTION, GALLERY_NOW, sampleAudits } from './sample-audits.ts';

const DAY_MS = 86_400_000;

const titles = [
  'Flow switch on riser 3 does not signal the fire panel',
  'Handrail bracket loose, stair B level 2',
  'Emergency light EL-27 fails its 90-minute test',
  'Fire door FD-3.12: gap at latch side over 4 mm',
  'Penetration seal without label, riser cupboard 6',
  'Sprinkler head painted over, office 2',
  'Waterproofing upstand below 100 mm at door D-14',
  'Scaffold tag out of date, north face',
];
const names = ['Tom Ashworth', 'Dan Whitlock', 'Aroha Ngata', 'Priya Raman', 'Jonas Lindqvist', 'Mere Tāhana'];
const roles = ['Site manager', 'Subcontractor', 'Auditor', 'Quality manager', 'Subcontractor', 'Auditor'];
const statuses = ['open', 'submitted', 'open', 'rejected', 'open', 'approved', 'open', 'expired'];
const priorities = ['high', 'medium', 'low', 'high', '7'];

const at = (days: number): string => new Date(GALLERY_NOW + days * DAY_MS).toISOString();
const pick = (values: readonly string[], index: number): string => values[index % values.length] ?? '';

const nobody = {
  status: null,
  priority: null,
  assignees: null,
  dueAt: null,
  dueKind: null,
  dueZone: null,
  createdAt: null,
  updatedAt: null,
  score: null,
  deleted: false,
};

/** The people of the sample, as the list of a vendor's users would hold them. */
export const sampleUsers = (): readonly RecordRow[] =>
  names.map((title, index) => ({
    ...nobody,
    id: `${GALLERY_CONNECTION}:user:user-${index}` as RecordId,
    connectionId: GALLERY_CONNECTION,
    vendor: 'monitorqa',
    kind: 'user',
    number: null,
    title,
    project: roles[index] ?? null,
  }));

/** The id of the corrective action with this place in the sample. */
export const sampleActionId = (index: number): RecordId =>
  `${GALLERY_CONNECTION}:corrective-action:CA-2026-${String(118 - index).padStart(4, '0')}` as RecordId;

/** Corrective actions as a workspace would list them. */
export const sampleActions = (count = 32): readonly RecordRow[] =>
  Array.from({ length: count }, (_, index): RecordRow => ({
    ...nobody,
    id: sampleActionId(index),
    connectionId: GALLERY_CONNECTION,
    vendor: 'monitorqa',
    kind: 'corrective-action',
    number: `CA-2026-${String(118 - index).padStart(4, '0')}`,
    title: pick(titles, index),
    status: index === 20 ? '9' : pick(statuses, index),
    priority: pick(priorities, index),
    project: 'Northgate Hospital, block C',
    assignees: index === 10 ? null : pick(names, index + 1),
    dueAt: at(index - 9),
    dueKind: 'time',
    dueZone: 'Pacific/Auckland',
    createdAt: at(-21),
    updatedAt: at(-2),
    deleted: index === 12,
  }));

const person = (index: number, role: RecordPerson['role']): RecordPerson => ({
  name: names[index] ?? '',
  role,
  vendorId: `user-${index}`,
  email: null,
});

/** The document of an action of the sample. */
export function sampleActionDocument(row: RecordRow): ActionDocument {
  const audit = sampleAudits(200).find(({ status }) => status === 'complete');
  const assigned = names.indexOf(row.assignees ?? '');
  return {
    name: row.title,
    number: row.number,
    description:
      'Opened the test valve on riser 3 twice. Water flowed for 90 s, no signal on zone 14 of the panel. Replace the switch or its wiring, then retest.',
    status: row.status,
    priority: row.priority,
    dueAt: row.dueAt,
    zone: row.dueZone,
    audit: audit
      ? { id: audit.id.split(':').at(-1) ?? null, number: audit.number, name: 'Fire services, monthly' }
      : null,
    object: row.project,
    question: 'Flow switch signals panel within 60 s',
    answer: 'Fail',
    failed: true,
    tags: ['Fire', 'Sprinkler', 'Handover'],
    people: [...(assigned < 0 ? [] : [person(assigned, 'assignee')]), person(2, 'author')],
    files: [
      { id: 'photo-1', name: 'CA-1.png', contentType: 'image/png', updatedAt: at(-3) },
      { id: 'photo-2', name: 'CA-2.png', contentType: 'image/png', updatedAt: at(-3) },
      { id: 'sheet', name: 'Test sheet R3.pdf', contentType: 'application/pdf', updatedAt: at(-3) },
    ],
    information: {
      text: row.status === 'submitted' ? 'Switch replaced, retested with the panel contractor.' : null,
      photoIds: row.status === 'submitted' ? ['photo-3'] : [],
      files: [],
    },
    createdAt: row.createdAt,
    approvedAt: row.status === 'approved' ? at(-2) : null,
    expiredAt: null,
    expiredBy: null,
  };
}
