import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import type { MappedPage } from '../../src/shared/model/mapped-record.ts';
import { isOpenStatus } from '../../src/shared/model/status.ts';
import { mapIssueRow } from '../../src/main/vendors/conqa/map-issue.ts';
import { mapMilestoneRow, milestoneDetails } from '../../src/main/vendors/conqa/map-milestone.ts';
import { collections } from '../../src/main/vendors/conqa/map.ts';
import { vectors } from './vectors/conqa.ts';

const PROJECT = { vendorId: 'p-1', title: 'CONQA Apartments' };

const exampleOf = (operation: string): unknown => {
  const example = vectors.find((vector) => vector.operation === operation && vector.answer !== undefined);
  if (!example?.answer) throw new Error(operation);
  return example.answer.body;
};

const collectionOf = (kind: string) => {
  const found = collections.find((collection) => collection.kind === kind);
  if (!found) throw new Error(kind);
  return found;
};

/** A page of a kind, from the answer of its list. */
const pageOf = (kind: string, operation: string, json: unknown): MappedPage =>
  collectionOf(kind).mapPage(operation, json);

const issue = { issueId: 'i-1', projectId: 'p-1' };

describe('mapIssueRow', () => {
  it('takes every column of the document’s example', () => {
    const [record] = pageOf('issue', 'listProjectIssues', exampleOf('listProjectIssues')).records;
    expect(record).toMatchObject({
      number: 'ISS-22',
      title: 'Test issue',
      status: 'open',
      priority: null,
      parent: 'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
      dueAt: '2023-12-30T11:00:00.000Z',
      dueKind: 'time',
      dueZone: null,
      createdAt: '2024-10-21T12:38:02.959Z',
      updatedAt: '2024-10-21T12:38:02.959Z',
      score: null,
      text: 'Test issue description',
    });
    expect(record?.people.map(({ role, name }) => [role, name])).toEqual([
      ['assignee', 'Jane Smith'],
      ['ball-in-court', 'John Doe'],
      ['author', 'John Doe'],
    ]);
  });

  it('keeps what it does not know in the vendor’s own JSON', () => {
    const row = { ...issue, daysAtStatus: 3, risk: { level: 'new' } };
    expect(mapIssueRow(row, null).raw).toEqual(row);
  });

  it('takes the project’s name from the list it stands in, as the row has only its id', () => {
    expect(mapIssueRow(issue, PROJECT)).toMatchObject({ project: 'CONQA Apartments', parent: 'p-1' });
    expect(mapIssueRow({ issueId: 'i-1' }, PROJECT).parent).toBe('p-1');
    expect(mapIssueRow(issue, null).project).toBeNull();
  });

  it('names whom it is assigned to only where the row says who that is', () => {
    const people = { raisedBy: 'u-1', raisedByName: 'Ana', responsiblePerson: 'u-2', responsiblePersonName: 'Ben' };
    const assignees = (assignedTo: string) =>
      mapIssueRow({ ...issue, ...people, assignedTo }, null)
        .people.filter(({ role }) => role === 'assignee')
        .map(({ name }) => name);
    expect(assignees('u-1')).toEqual(['Ben', 'Ana']);
    expect(assignees('u-2')).toEqual(['Ben']);
    expect(assignees('u-3')).toEqual(['Ben']);
  });

  it('has no due date, and no kind of one, where none is set', () => {
    for (const dueDate of [null, undefined, '', 'soon']) {
      expect(mapIssueRow({ ...issue, dueDate }, null)).toMatchObject({ dueAt: null, dueKind: null });
    }
  });

  it.each(['open', 'disputed', 'ready-to-inspect', 'work-completed'])('can be late while it is %s', (status) => {
    expect(isOpenStatus(mapIssueRow({ ...issue, status }, null).status)).toBe(true);
  });

  it('cannot be late once it is closed, and keeps a status to come as it is', () => {
    expect(isOpenStatus(mapIssueRow({ ...issue, status: 'closed' }, null).status)).toBe(false);
    expect(mapIssueRow({ ...issue, status: 'Parked' }, null).status).toBe('Parked');
  });

  it('is called by its number, else its id, without a title', () => {
    expect(mapIssueRow({ ...issue, issueNumber: 'ISS-9', title: ' ' }, null).title).toBe('ISS-9');
    expect(mapIssueRow(issue, null).title).toBe('i-1');
  });
});

const milestone = { milestoneId: 'ms:1', projectId: 'p-1', name: 'Pour level 3' };

describe('mapMilestoneRow', () => {
  it('takes every column of the document’s example, and no due date', () => {
    const [record] = pageOf('milestone', 'listProjectMilestones', exampleOf('listProjectMilestones')).records;
    expect(record).toMatchObject({
      vendorId: 'ms:xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
      number: 'QA10M-ITP-001-A1-LOT-001',
      title: 'Excavation, Fill & Subgrade Prep',
      status: 'open',
      dueAt: null,
      dueKind: null,
      createdAt: null,
      updatedAt: '2024-01-15T10:30:00.000Z',
      text: 'Open\nArea 1\noverdue\nuser@example.com',
    });
  });

  it('is found by its project’s name, fields, status and thresholds', () => {
    const row = {
      ...milestone,
      status: { value: 'rfi', display: 'Request for information' },
      fields: { lot: { value: 'L-7', display: 'Lot 7' }, zone: { value: ['North', 'East'] } },
      measurements: { timeToClosed: { days: 12, threshold: 'at-risk' } },
    };
    const { text, status } = mapMilestoneRow(row, PROJECT);
    expect(text.split('\n')).toEqual([
      'Request for information',
      'Lot 7',
      'North, East',
      'at-risk',
      'CONQA Apartments',
    ]);
    expect(status).toBe('rfi');
  });

  it('does without anything but an id', () => {
    expect(mapMilestoneRow({ milestoneId: 'ms:1', status: null, fields: null, measurements: [] }, null)).toMatchObject({
      title: 'ms:1',
      status: null,
      updatedAt: null,
      text: '',
    });
  });
});

describe('milestoneDetails', () => {
  it('gives fields and measurements in the vendor’s order, whatever they are called', () => {
    const row = JSON.parse(`{"milestoneId":"ms:1","checklistId":"cl:2",
      "status":{"value":"open","display":"Open","lastUpdatedBy":"user@example.com"},
      "fields":{"zone":{"value":"B","display":"Block B"},"__proto__":{"value":4},"done":{"value":false},
        "owner":{"value":{"deep":1}},"odd":"text"},
      "measurements":{"timeToSubmitted":{"days":410,"threshold":"overdue"},"timeToOpen":{"days":"3"}}}`) as unknown;
    expect(milestoneDetails(row)).toEqual({
      statusText: 'Open',
      statusBy: 'user@example.com',
      checklistId: 'cl:2',
      fields: [
        { name: 'zone', text: 'Block B' },
        { name: '__proto__', text: '4' },
        { name: 'done', text: 'false' },
        { name: 'owner', text: null },
      ],
      measurements: [
        { name: 'timeToSubmitted', days: 410, threshold: 'overdue' },
        { name: 'timeToOpen', days: 3, threshold: null },
      ],
    });
  });
});

describe('collections', () => {
  it('reads projects first, as issues and milestones are listed within them', () => {
    expect(collections.map(({ kind }) => kind)).toEqual(['project', 'issue', 'milestone']);
  });

  it('makes a record of each project, completed by its summary', () => {
    const { records } = pageOf('project', 'listProjects', exampleOf('listProjects'));
    expect(records.map(({ title }) => title)).toEqual(['CONQA Apartments', 'CONQA Office Upgrade']);
    expect(collectionOf('project').parts({ vendorId: 'p-1', status: null })).toEqual([
      { part: 'summary', operation: 'getProjectSummary', params: { path: { projectId: 'p-1' } } },
    ]);
    expect(collectionOf('project').mapPart('summary', exampleOf('getProjectSummary'))).toEqual({});
  });

  it('gives the total of a list as CONQA says it, and none where it does not', () => {
    expect(pageOf('issue', 'listProjectIssues', exampleOf('listProjectIssues'))).toMatchObject({
      received: 1,
      total: 112,
      cursor: null,
    });
    expect(pageOf('milestone', 'listProjectMilestones', { data: { milestones: [] } })).toEqual({
      records: [],
      received: 0,
      total: null,
      cursor: null,
    });
  });

  it.each([
    ['project', 'listProjects', []],
    ['project', 'listProjects', { projects: [{ projectName: 'No id' }] }],
    ['issue', 'listProjectIssues', { issues: [] }],
    ['issue', 'listProjectIssues', { data: { issues: [{ title: 'No id' }] } }],
    ['milestone', 'listProjectMilestones', { data: { issues: [] } }],
    ['milestone', 'listProjectMilestones', null],
  ])('refuses what is no page of %s', (kind, operation, json) => {
    const read = () => pageOf(kind, operation, json);
    expect(read).toThrow(expect.objectContaining({ code: 'unexpected-answer', vendor: 'conqa', operation }));
  });

  it('reads every row that has an id, whatever else stands in it, and refuses a page with one that has none', () => {
    const anything = fc.dictionary(fc.string(), fc.jsonValue());
    const outcome = (rows: readonly unknown[]): string => {
      try {
        return `${pageOf('milestone', 'listProjectMilestones', { data: { milestones: rows } }).records.length} read`;
      } catch (error) {
        return hasCode(error, 'unexpected-answer') ? 'refused' : String(error);
      }
    };
    fc.assert(
      fc.property(fc.array(anything), anything, (rows, fields) => {
        const whole = rows.map((row, index) => ({ ...row, fields, measurements: fields, milestoneId: `ms:${index}` }));
        expect(outcome(whole)).toBe(`${rows.length} read`);
        expect(outcome([...whole, { ...fields, milestoneId: ' ' }])).toBe('refused');
      }),
    );
  });
});
