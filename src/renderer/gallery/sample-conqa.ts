import type { Connection } from '../../shared/model/connection.ts';
import { recordId, type ConnectionId } from '../../shared/model/ids.ts';
import type { Kind, RecordRow } from '../../shared/model/record.ts';
import { GALLERY_NOW } from './sample-audits.ts';

const CONQA = 'sample-conqa' as ConnectionId;

/** An account whose records have no list of their own yet. */
export const sampleConqa: Connection = {
  id: CONQA,
  vendor: 'conqa',
  name: 'Kauri Construction Group',
  url: 'http://127.0.0.1:4100/conqa',
  status: 'ready',
  label: null,
  color: null,
  allowsHttp: false,
  user: null,
};

const STATUSES = ['open', 'open', 'disputed', 'ready-to-inspect', 'work-completed', 'closed', 'closed'] as const;
const at = (days: number): string => new Date(GALLERY_NOW + days * 86_400_000).toISOString();

const row = (
  kind: Kind,
  vendorId: string,
  rest: Pick<RecordRow, 'number' | 'title' | 'status' | 'dueAt'>,
): RecordRow => ({
  ...rest,
  id: recordId(CONQA, kind, vendorId),
  connectionId: CONQA,
  vendor: 'conqa',
  kind,
  priority: null,
  project: kind === 'project' ? null : 'Northgate Hospital, block C',
  assignees: kind === 'issue' ? 'Dan Whitlock' : null,
  dueKind: rest.dueAt === null ? null : 'time',
  dueZone: null,
  createdAt: at(-30),
  updatedAt: at(-1),
  score: null,
  deleted: false,
});

/** What was read of the account: 2 projects, 28 issues and 12 milestones. */
export const sampleConqaRecords = (): readonly RecordRow[] => [
  ...['Northgate Hospital, block C', 'Wharf 7'].map((title, index) =>
    row('project', `project-${index}`, { number: null, title, status: null, dueAt: null }),
  ),
  ...Array.from({ length: 28 }, (_, index) =>
    row('issue', `issue-${index}`, {
      number: `IS-${100 + index}`,
      title: 'Fire collar missing at slab penetration',
      status: STATUSES[index % STATUSES.length] ?? null,
      dueAt: at(index - 9),
    }),
  ),
  ...Array.from({ length: 12 }, (_, index) =>
    row('milestone', `ms:${index}`, { number: `L${index}`, title: 'Pour level slab', status: 'open', dueAt: null }),
  ),
];
