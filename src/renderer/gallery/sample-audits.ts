import type { RecordRow } from '../../shared/model/record.ts';
import type { ConnectionId, RecordId } from '../../shared/model/ids.ts';

/** The moment the gallery lives in: a Sunday morning in Auckland. */
export const GALLERY_NOW = Date.parse('2026-11-21T17:52:00.000Z');
export const GALLERY_ZONE = 'Pacific/Auckland';
export const GALLERY_CONNECTION = 'sample-monitorqa' as ConnectionId;

const DAY_MS = 86_400_000;

const titles = [
  'Fire services, monthly',
  'Scaffold handover inspection, north face',
  'Concrete pour, pre-start',
  'Facilities hygiene round',
  'Plant pre-start, tower crane 2',
  'Waterproofing upstands, plant room roof',
  'Emergency lighting, 90-minute test',
  'Penetration seals, risers 1 to 6',
  'Façade bracket torque, levels 4 to 7',
  'Site induction and welfare',
];
const objects = ['Northgate Hospital, block C', 'Kauri Street', 'Wharf 7', 'Civic East', 'Harbour Primary School'];
const people = ['Tom Ashworth', 'Aroha Ngata', 'Hana Petersen', 'Priya Raman', 'Jonas Lindqvist', 'Mere Tāhana'];

const pick = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length];
  if (value === undefined) throw new RangeError('No values to pick from.');
  return value;
};

const at = (days: number, hours = 0): string => new Date(GALLERY_NOW + days * DAY_MS + hours * 3_600_000).toISOString();

const daysLate = [41, 33, 23, 16, 11, 9, 8, 6, 5, 4, 2, 2, 1, 1] as const;

/** Days until audit `index` is due: the first are late, then three a day, and the finished ones lie back in time. */
function dueIn(index: number): number {
  const late = daysLate[index];
  if (late !== undefined) return -late;
  return index < 130 ? (index - daysLate.length) / 3 : -(index - 126) * 0.9;
}

function auditRow(index: number): RecordRow {
  const isOpen = index < 130;
  const isExpired = !isOpen && index % 41 === 0;
  const days = dueIn(index);
  const status = isOpen ? (index % 5 === 2 ? 'in-progress' : 'pending') : isExpired ? 'expired' : 'complete';
  return {
    id: `${GALLERY_CONNECTION}:audit:${String(index).padStart(4, '0')}` as RecordId,
    connectionId: GALLERY_CONNECTION,
    vendor: 'monitorqa',
    kind: 'audit',
    number: `AUD-2026-${String(600 - index).padStart(4, '0')}`,
    title: pick(titles, index * 7),
    status: index === 9 ? 'paused-by-client' : status,
    priority: null,
    project: pick(objects, index * 3),
    assignees: index % 11 === 4 ? null : pick(people, index * 5),
    dueAt: index % 17 === 15 ? null : at(days, index % 9),
    dueKind: 'time',
    dueZone: null,
    createdAt: null,
    updatedAt: status === 'complete' ? at(days - 1) : null,
    score: status === 'complete' ? 58 + ((index * 37) % 420) / 10 : null,
    deleted: index === 12,
  };
}

/** Audits as a workspace would list them. */
export const sampleAudits = (count = 600): readonly RecordRow[] =>
  Array.from({ length: count }, (_, index) => auditRow(index));
