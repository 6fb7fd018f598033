import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import { isOpenStatus } from '../../src/shared/model/status.ts';
import { envelope } from '../../src/main/vendors/aconex/envelope.ts';
import { findCopied } from '../../src/main/vendors/aconex/find-copied.ts';
import { collections, mapProject } from '../../src/main/vendors/aconex/map.ts';
import { parseXml } from '../../src/main/vendors/core/parse-xml.ts';
import { vectors } from './vectors/aconex-list.ts';

const LISTS = ['Project', 'ProjectResponsibility'];
const open = (xml: string): unknown => envelope.open(parseXml(xml, LISTS));

const pageOf = (json: unknown) => {
  const [projects] = collections;
  if (!projects) throw new Error('no collection');
  return projects.mapPage('listProjects', json);
};

const example = vectors[0]?.answer?.data;
const id = { ProjectId: '1' };

describe('mapProject', () => {
  it('takes every column of the document’s sample', () => {
    const { records, received, total } = pageOf(example);
    expect([received, total]).toEqual([2, null]);
    expect(records[0]).toMatchObject({
      vendorId: '1879048400',
      number: 'HVIP',
      title: 'Hotel VIP Resort & Spa',
      status: 'active',
      createdAt: '2005-07-25T04:59:08.340Z',
      dueAt: '2012-08-27T14:00:00.000Z',
      dueKind: 'time',
      people: [],
      parent: null,
    });
    const lines = records[0]?.text.split('\n');
    expect(lines).toEqual(expect.arrayContaining(['Hotel VIP Resort', 'Majestic', 'Architect: Splice Architecture']));
    expect(records[1]?.text).toContain('The physical set up and organisation of the World Games.');
  });

  it('keeps what it does not know in the vendor’s own words', () => {
    const row = { ...id, AccessLevel: 'FULL', Region: { Name: 'South' } };
    expect(mapProject(row).raw).toEqual(row);
  });

  it.each([
    [{ Active: 'true', DisconnectionStatus: 'NONE' }, 'active'],
    [{ Active: 'true', DisconnectionStatus: '' }, 'active'],
    [{ Active: 'true', DisconnectionStatus: 'WARNING ACTIVATED' }, 'active'],
    [{ Active: 'true', DisconnectionStatus: 'PROJECT DISCONNECTED' }, 'disconnected'],
    [{ Active: 'false', DisconnectionStatus: 'NONE' }, 'de-activated'],
    [{ Active: 'perhaps' }, 'perhaps'],
    [{}, null],
  ])('says the state of %j in one word, which is never late', (attributes, status) => {
    const record = mapProject({ ...id, ...attributes });
    expect(record.status).toBe(status);
    expect(isOpenStatus(record.status)).toBe(false);
  });

  it('has a title for a project of which nothing but the id is known', () => {
    expect(mapProject(id)).toMatchObject({ title: '1', number: null, dueAt: null, dueKind: null, createdAt: null });
    expect(mapProject({ ...id, ProjectName: '', ProjectShortName: 'WG', StopDate: 'soon' })).toMatchObject({
      title: 'WG',
      dueAt: null,
    });
  });

  it('refuses a project without an id', () => {
    for (const row of [{}, { ProjectId: '' }, { ProjectId: ' ' }, null, 'text']) {
      expect(() => pageOf({ Project: [row] })).toThrow(expect.objectContaining({ code: 'unexpected-answer' }));
    }
  });
});

describe('envelope.open', () => {
  it('leaves the rows and what stands beside them', () => {
    expect(
      open(
        '<ProjectResults TotalResults="1"><SearchResults><Project><A>1</A></Project></SearchResults></ProjectResults>',
      ),
    ).toEqual({
      TotalResults: '1',
      Project: [{ A: '1' }],
    });
  });

  it.each([
    '<ProjectResults TotalResults="0"><SearchResults/></ProjectResults>',
    '<ProjectResults TotalResults="0"/>',
    '<ProjectResults TotalResults="0"><SearchResults Page="1"/></ProjectResults>',
  ])('takes %s for a list without rows', (xml) => {
    expect(pageOf(open(xml))).toMatchObject({ records: [], received: 0 });
  });

  it.each([
    '<ProjectResults TotalResults="3"/>',
    '<ProjectResults/>',
    '<Something/>',
    '<ProjectResults TotalResults="1"><SearchResults>text</SearchResults></ProjectResults>',
  ])('does not take %s for one: nobody’s projects would count as gone', (xml) => {
    expect(() => pageOf(open(xml))).toThrow(expect.objectContaining({ code: 'unexpected-answer' }));
  });

  it('leaves the answer to a copy as it is', () => {
    const answer = { message: 'ProjRestAPI1 successfully copied.', status: 'OK' };
    expect(envelope.open(answer)).toBe(answer);
  });
});

describe('envelope.isRefusal', () => {
  it.each([
    [{ Error: { ErrorCode: 'LOGIN_FAILED' } }, true],
    [{ Error: '' }, true],
    [{ status: 'BAD REQUEST', message: 'projectName already exists' }, true],
    [{ status: 'OK', message: 'copied' }, false],
    [{ status: 'not found' }, true],
    [{ status: 'ACCEPTED', message: 'in the queue' }, false],
    [{ status: 'toString' }, false],
    [{ status: 'queued' }, false],
    [{ ProjectResults: { TotalResults: '0' } }, false],
    [{}, false],
    [[], false],
    [null, false],
    ['Error', false],
  ])('of %j is %s', (parsed, expected) => {
    expect(envelope.isRefusal(parsed)).toBe(expected);
  });

  it('never throws, nor does what opens or maps, whatever came', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(typeof envelope.isRefusal(json)).toBe('boolean');
        for (const parsed of [json, { ProjectResults: json }, { ProjectResults: { SearchResults: json } }]) {
          try {
            pageOf(envelope.open(parsed));
          } catch (error) {
            if (!hasCode(error, 'unexpected-answer')) throw error;
          }
        }
      }),
      { seed: 6, numRuns: 500 },
    );
  });
});

describe('findCopied', () => {
  const row = (ProjectId: string, ProjectShortName: string, CreationDate = '') => ({
    ProjectId,
    ProjectShortName,
    CreationDate,
    ProjectName: `Name ${ProjectId}`,
    ProjectCode: 'C',
  });

  it('finds the project with the short name of the copy', () => {
    expect(findCopied([row('1', 'Other'), row('2', 'ProjRestAPI1 ', '2024-02-01T00:00:00Z')], 'ProjRestAPI1')).toEqual({
      id: '2',
      name: 'Name 2',
      shortName: 'ProjRestAPI1',
      code: 'C',
      createdAt: '2024-02-01T00:00:00.000Z',
    });
  });

  it('takes the one made last of several', () => {
    const rows = [row('1', 'A', '2024-01-01T00:00:00Z'), row('2', 'A', '2024-03-01T00:00:00Z'), row('3', 'A')];
    expect(findCopied(rows, 'A')?.id).toBe('2');
  });

  it('finds nothing where there is none, and passes over what is no project', () => {
    expect(findCopied([null, {}, 'A', row('1', 'a')], 'A')).toBeNull();
    expect(findCopied([row('1', ''), row('2', ' ')], ' ')).toBeNull();
    expect(findCopied([], 'A')).toBeNull();
  });
});
