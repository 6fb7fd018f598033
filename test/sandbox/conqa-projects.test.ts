import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPeople } from '../../src/sandbox/data/people.ts';
import { createSites } from '../../src/sandbox/data/sites.ts';
import {
  allOf,
  serveConqa,
  type IssueBody,
  type MilestoneBody,
  type Paging,
  type ServedConqa,
  type SummaryBody,
} from './conqa-support.ts';
import { base, now } from './support.ts';

let vendor: ServedConqa;
beforeAll(async () => {
  vendor = await serveConqa();
});
afterAll(() => vendor.server.close());

/** The fields of the example of "Get Project Issues", in its order. */
const issueFields = [
  'issueId',
  'projectId',
  'assignedTo',
  'checklistId',
  'checkpointId',
  'description',
  'dueDate',
  'issueNumber',
  'lastUpdatedAt',
  'lastUpdatedBy',
  'raisedAt',
  'raisedBy',
  'raisedByName',
  'responsiblePerson',
  'responsiblePersonName',
  'status',
  'title',
  'daysAtStatus',
  'ballInCourtUser',
  'ballInCourtUserName',
  'numberOfAttachments',
];

type IssuePage = { readonly data: { readonly paging: Paging; readonly issues: readonly IssueBody[] } };
type MilestonePage = { readonly data: { readonly paging: Paging; readonly milestones: readonly MilestoneBody[] } };

const summaryOf = async (index: number): Promise<SummaryBody['data']> =>
  (await vendor.read<SummaryBody>(`/project/${await vendor.projectId(index)}/summary`)).data;
const counted = ({ issues }: SummaryBody['data']): number =>
  issues.statuses.reduce((sum, { issueCount }) => sum + issueCount, 0);

describe('projects of the sample CONQA', () => {
  it('are three of the buildings that the other vendors have', async () => {
    const names = (await vendor.projects()).map(({ projectName }) => projectName);
    expect(names).toEqual(createSites(base.seed, 3).map(({ name }) => name));
  });

  it('sum up in the five documented issue statuses', async () => {
    const [summary, issues] = [
      await summaryOf(0),
      await allOf<IssueBody>(vendor, await vendor.projectId(0), 'issues', 300),
    ];
    expect(summary.issues.statuses.map(({ name }) => name)).toEqual([
      'open',
      'closed',
      'disputed',
      'ready-to-inspect',
      'work-completed',
    ]);
    for (const { name, issueCount } of summary.issues.statuses) {
      expect([name, issues.filter(({ status }) => status === name).length]).toEqual([name, issueCount]);
    }
  });

  it('add up in the summary but for one, whose stated total is smaller than its statuses', async () => {
    const summaries = await Promise.all([0, 1, 2].map(summaryOf));
    expect(summaries.map((summary) => counted(summary) - summary.issues.total)).toEqual([0, 0, 23]);
  });

  it('show milestone statuses in the summary of the first, and the empty list of the document elsewhere', async () => {
    const [first, second] = [await summaryOf(0), await summaryOf(1)];
    expect(first.milestones.statuses).toContainEqual({
      status: 'open',
      count: expect.any(Number),
      percentage: expect.any(Number),
    });
    expect(second.milestones).toEqual({ total: 140, statuses: [], measures: {} });
  });
});

describe('issues of the sample CONQA', () => {
  it('are 700 with ids of their own, whatever the size of a page', async () => {
    const ids = new Set<string>();
    for (const index of [0, 1, 2]) {
      const project = await vendor.projectId(index);
      const issues = await allOf<IssueBody>(vendor, project, 'issues', 37);
      expect(await allOf(vendor, project, 'issues', 300)).toEqual(issues);
      expect(issues.map(({ issueNumber }) => issueNumber)).toEqual(issues.map((_, place) => `ISS-${place + 1}`));
      for (const { issueId } of issues) ids.add(issueId);
    }
    expect(ids.size).toBe(700);
  });

  it('come 300 to a page unless told otherwise, with the paging of the document', async () => {
    const path = `/project/${await vendor.projectId(0)}/issues`;
    const first = await vendor.read<IssuePage>(path);
    expect(first.data.paging).toEqual({ total_records: 340, page_size: 300, page_number: 1 });
    expect(first.data.issues).toHaveLength(300);
    const second = await vendor.read<IssuePage>(`${path}?page=2`);
    expect(second.data.paging).toEqual({ total_records: 340, page_size: 300, page_number: 2 });
    expect(second.data.issues).toHaveLength(40);
    expect((await vendor.read<IssuePage>(`${path}?page=3`)).data.issues).toEqual([]);
  });

  it('have every documented field, and names that other vendors know', async () => {
    const issues = await allOf<IssueBody>(vendor, await vendor.projectId(0), 'issues', 1000);
    const whole = issues.find((issue) => issue.ballInCourtUserName !== undefined && issue.checklistId !== null);
    expect(Object.keys(whole ?? {})).toEqual(issueFields);
    const names = new Set(createPeople(base.seed, 40).map(({ name }) => name));
    for (const { raisedByName, responsiblePersonName } of issues) {
      expect(names).toContain(raisedByName);
      expect(names).toContain(responsiblePersonName ?? raisedByName);
    }
  });

  it('are raised, changed and counted at moments that fit together', async () => {
    for (const issue of await allOf<IssueBody>(vendor, await vendor.projectId(1), 'issues', 1000)) {
      const moments = [issue.raisedAt, issue.lastUpdatedAt, now];
      expect(moments).toEqual(moments.toSorted());
      expect(issue.daysAtStatus).toBeLessThanOrEqual((Date.parse(now) - Date.parse(issue.raisedAt)) / 86_400_000);
    }
  });

  it('name nobody who has to act once they are closed', async () => {
    const issues = await allOf<IssueBody>(vendor, await vendor.projectId(1), 'issues', 1000);
    const named = issues.filter(({ ballInCourtUserName }) => ballInCourtUserName !== undefined);
    expect(named.map(({ status }) => status)).not.toContain('closed');
    expect(new Set(named.map(({ status }) => status)).size).toBe(4);
  });

  it('are due at the start of a day in Auckland, as in the example, or not at all', async () => {
    const issues = await allOf<IssueBody>(vendor, await vendor.projectId(0), 'issues', 1000);
    const time = new Intl.DateTimeFormat('en-GB', { timeZone: 'Pacific/Auckland', timeStyle: 'medium' });
    const times = new Set(issues.map(({ dueDate }) => (dueDate === null ? 'never' : time.format(Date.parse(dueDate)))));
    expect([...times].toSorted()).toEqual(['00:00:00', 'never']);
  });

  it.each(['page=0', 'page=-1', 'page=x', 'limit=0', 'limit=1001', 'limit=', 'page=1&page=2', 'status=open'])(
    'are refused with %s',
    async (query) => {
      expect((await vendor.send('GET', `/project/${await vendor.projectId(0)}/issues?${query}`)).status).toBe(400);
    },
  );
});

describe('milestones of the sample CONQA', () => {
  const milestones = async (index: number): Promise<readonly MilestoneBody[]> =>
    allOf<MilestoneBody>(vendor, await vendor.projectId(index), 'milestones', 100);

  it('are 400 with ids and external ids of their own', async () => {
    const all = (await Promise.all([0, 1, 2].map(milestones))).flat();
    expect(all).toHaveLength(400);
    expect(new Set(all.map(({ milestoneId }) => milestoneId)).size).toBe(400);
    expect(new Set(all.map(({ externalId }) => externalId)).size).toBe(400);
    const prefixes = new Set(
      all.map(({ milestoneId, checklistId }) => milestoneId.slice(0, 3) + checklistId.slice(0, 3)),
    );
    expect([...prefixes]).toEqual(['ms:cl:']);
  });

  it('have statuses, fields and measures of each project', async () => {
    const [hospital, apartments, wharf] = await Promise.all([0, 1, 2].map(milestones));
    const fields = (rows: readonly MilestoneBody[] = []): readonly string[] => [
      ...new Set(rows.flatMap((row) => Object.keys(row.fields))),
    ];
    const measures = (rows: readonly MilestoneBody[] = []): readonly string[] => [
      ...new Set(rows.flatMap((row) => Object.keys(row.measurements))),
    ];
    expect([fields(hospital), measures(hospital)]).toEqual([
      ['area', 'level', 'discipline', 'holdPoint'],
      ['timeToSubmitted', 'timeToApproved'],
    ]);
    expect([fields(apartments).toSorted(), measures(apartments)]).toEqual([
      ['costCode', 'remarks', 'subcontractor', 'units'],
      ['daysToReview'],
    ]);
    expect([fields(wharf), measures(wharf)]).toEqual([
      ['area', 'lot', 'plannedInspection', 'volume'],
      ['timeToSubmitted'],
    ]);
    expect(new Set(wharf?.map(({ status }) => status.value))).toEqual(new Set(['open', 'submitted', 'conforms']));
  });

  it('are ordered by a field of their own or a configured one, in either direction', async () => {
    const path = `/project/${await vendor.projectId(2)}/milestones?limit=1000`;
    const read = async (query: string): Promise<readonly MilestoneBody[]> =>
      (await vendor.read<MilestonePage>(`${path}&${query}`)).data.milestones;
    const names = (await read('orderBy=externalId&orderDirection=desc')).map(({ externalId }) => externalId);
    expect(names).toEqual(names.toSorted().toReversed());
    const volumes = (await read('orderBy=volume')).map(({ fields }) => Number(fields['volume']?.value));
    expect(volumes).toEqual(volumes.toSorted((a, b) => a - b));
    const days = (await read('orderBy=timeToSubmitted&orderDirection=desc')).map(
      ({ measurements }) => measurements['timeToSubmitted']?.days ?? -1,
    );
    expect(days).toEqual(days.toSorted((a, b) => b - a));
  });

  it.each(['orderBy=colour', 'orderBy=', 'orderDirection=up', 'orderBy=name&orderDirection=ASC'])(
    'are refused with %s',
    async (query) => {
      expect((await vendor.send('GET', `/project/${await vendor.projectId(0)}/milestones?${query}`)).status).toBe(400);
    },
  );

  it('own the checklists that issues were raised at', async () => {
    const known = new Set((await milestones(0)).map(({ checklistId }) => checklistId));
    const issues = await allOf<IssueBody>(vendor, await vendor.projectId(0), 'issues', 1000);
    const named = issues.flatMap(({ checklistId }) => (checklistId === null ? [] : [`cl:${checklistId}`]));
    expect(named.length).toBeGreaterThan(250);
    for (const checklistId of named) expect(known).toContain(checklistId);
  });
});

describe('the data of the sample CONQA', () => {
  it('is the same for the same seed and moment, and other for another seed', async () => {
    const same = await serveConqa();
    const other = await serveConqa({ seed: 7 });
    const first = async (at: ServedConqa): Promise<unknown> =>
      at.read(`/project/${await at.projectId(0)}/issues?limit=20`);
    expect(await first(same)).toEqual(await first(vendor));
    expect(await first(other)).not.toEqual(await first(vendor));
    await Promise.all([same.server.close(), other.server.close()]);
  });
});
