import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sampleAconexKeyedSecret } from '../../src/sandbox/aconex/access.ts';
import { createAconexDataset } from '../../src/sandbox/aconex/data/projects.ts';
import { handledOperations } from '../../src/sandbox/aconex/operations.ts';
import { basicOf, keepEntries, refused, serveAconex, textsOf, type ServedAconex } from './aconex-support.ts';
import { base } from './support.ts';

const started: ServedAconex[] = [];
let vendor: ServedAconex;
const start = async (options: Parameters<typeof serveAconex>[0] = {}): Promise<ServedAconex> => {
  const served = await serveAconex(options);
  started.push(served);
  return served;
};
beforeEach(async () => {
  vendor = await start();
});
afterEach(async () => {
  await Promise.all(started.splice(0).map(({ server }) => server.close()));
});

const { projects, users, guest } = createAconexDataset({ seed: base.seed, now: Date.parse(base.now) });
const idOf = (shortName: string): string => projects.find((project) => project.shortName === shortName)?.id ?? '';
const asGuest = {
  Authorization: basicOf(sampleAconexKeyedSecret),
  'X-Application-Key': sampleAconexKeyedSecret.applicationKey,
} as const;
const invite = (id: string, userid: string, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
  vendor.send('POST', `/api/projects/${id}/users?userid=${userid}`, { headers });

describe('listProjects of the sample Aconex', () => {
  it('answers eight projects as the sample response shows them', async () => {
    const response = await vendor.send('GET', '/api/projects');
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/xml;charset=UTF-8']);
    const xml = await response.text();
    expect(
      xml.startsWith(
        '<?xml version="1.0" encoding="UTF-8"?>\n\n<ProjectResults TotalResults="8">\n    <SearchResults>\n        <Project Hidden="false" DisconnectionStatus="NONE" Active="true">\n            <CreationDate>',
      ),
    ).toBe(true);
    expect(xml.match(/<Project /g)).toHaveLength(8);
    const first = xml.slice(xml.indexOf('<Project '), xml.indexOf('</Project>'));
    expect([...first.matchAll(/^ {12}<(\w+)/gm)].map(([, name]) => name)).toEqual([
      'CreationDate',
      'DeliveryAddressLine',
      'DeliveryCity',
      'DeliveryCountry',
      'DeliveryPostcode',
      'DeliveryState',
      'FaxNumber',
      'LogoPath',
      'ProjectOwnerOrganizationId',
      'ProjectOwnerOrganizationName',
      'ProjectOwnerOrganizationTradingName',
      'PhoneNumber',
      'PostalAddressLine',
      'PostalCity',
      'PostalCountry',
      'PostalPostcode',
      'PostalState',
      'ProjectAddressLine',
      'ProjectCity',
      'ProjectCode',
      'ProjectCountry',
      'ProjectDescription',
      'ProjectId',
      'ProjectName',
      'ProjectPostcode',
      'ProjectShortName',
      'ProjectState',
      'ProjectType',
      'ProjectValue',
      'ProjectResponsibilities',
      'StartDate',
      'StopDate',
    ]);
    expect(first).toContain('<ProjectValue>184500000.00</ProjectValue>');
    expect(first).toContain('<ProjectState/>');
    expect(first).toMatch(/<StartDate>\d{4}-\d\d-\d\dT\d\d:00:00\.000Z<\/StartDate>/);
  });

  it('writes what XML reads as its own as entities, and no responsibility, one and many', async () => {
    const xml = await vendor.list();
    expect(xml).toContain('Port &amp; Harbour Holdings &lt;Wharves&gt; Ltd');
    expect(xml).toContain('see &quot;Wharf works&quot;');
    expect(xml).toContain('<ProjectResponsibilities/>');
    const counts = xml.split('<Project ').map((project) => project.match(/<ProjectResponsibility>/g)?.length ?? 0);
    expect(counts).toEqual([0, 7, 3, 2, 1, 0, 1, 2, 3]);
    expect(textsOf(xml, 'LogoPath')).toHaveLength(6);
  });

  it('keeps every text within the length the document names', () => {
    for (const { name, shortName, code, type, responsibilities, address } of projects) {
      expect([name.length <= 100, shortName.length <= 20, code.length <= 15, type.length <= 30]).not.toContain(false);
      expect(responsibilities.flat().filter((text) => text.length > 30)).toEqual([]);
      expect([address.line.length <= 120, address.city.length <= 25, address.state.length <= 25]).not.toContain(false);
    }
  });

  it('shows somebody their own projects alone', async () => {
    expect(textsOf(await vendor.list(asGuest), 'ProjectId')).toEqual(projects.slice(0, 3).map(({ id }) => id));
  });
});

describe('inviteUsersToProject of the sample Aconex', () => {
  it('invites one or several with an empty answer, after which they see the project', async () => {
    const project = idOf("St Brigid's Quay 4-9");
    const one = await invite(project, users[5]?.id ?? '');
    expect([one.status, await one.text()]).toEqual([200, '']);
    const both = await invite(project, `${users[7]?.id},${guest.id}`);
    expect(both.status).toBe(200);
    expect(textsOf(await vendor.list(asGuest), 'ProjectId')).toContain(project);
  });

  it('answers 401 where people are invited by hand alone, with a code that says so', async () => {
    const response = await invite(idOf('Kauri Street Apts'), guest.id);
    expect(await refused(response)).toEqual([401, 'PROJECT_IS_BY_EXPLICIT_INVITATION_ONLY']);
    expect((await vendor.send('GET', '/api/projects')).status).toBe(200);
  });

  it.each([
    ['Civic East Library', 403, 'ACCESS_FAILED_FOR_PROJECT'],
    ['Slough Data Hall 2', 403, 'API_NOT_ENABLED_FOR_PROJECT'],
    ['no such project', 404, ''],
  ])('refuses %j', async (shortName, status, code) => {
    const [seen, seenCode] = await refused(await invite(idOf(shortName), guest.id));
    expect([seen, seenCode]).toEqual([status, code === '' ? 'NOT_FOUND' : code]);
  });

  it('refuses whoever is not in the project, and names a user there is not', async () => {
    expect(await refused(await invite(idOf('Civic East Library'), guest.id, asGuest))).toEqual([
      403,
      'USER_NOT_ON_PROJECT',
    ]);
    const response = await invite(projects[0]?.id ?? '', `${guest.id},7`);
    const xml = await response.text();
    expect([response.status, textsOf(xml, 'ErrorCode'), textsOf(xml, 'FieldName')]).toEqual([
      400,
      ['VALIDATION_FAILED', 'INVALID_VALUE'],
      ['userid'],
    ]);
    expect((await invite(projects[0]?.id ?? '', '')).status).toBe(400);
  });
});

const request = {
  projectId: Number(projects[0]?.id),
  projectName: 'RestAPIProject1',
  projectShortName: 'ProjRestAPI1',
  projectCode: 'Test0001',
  projectType: 'ExtAPICopy',
  registerType: 'DOC',
  startDate: '2023-12-07',
  estimatedCompletionDate: '2023-12-08',
  currency: 'INR',
  projectValue: '500',
  dateProjectStatusApplied: '2023-12-07',
} as const;

describe('copyProject of the sample Aconex', () => {
  it('answers the document’s sample with its sample, and the copy is in the list', async () => {
    const response = await vendor.copy(request);
    expect([response.status, await response.json()]).toEqual([
      200,
      { message: 'ProjRestAPI1 successfully copied.', status: 'OK' },
    ]);
    const xml = await vendor.list();
    expect(xml).toContain('TotalResults="9"');
    const last = xml.slice(xml.lastIndexOf('<Project '));
    expect(
      ['ProjectName', 'ProjectCode', 'ProjectValue', 'StartDate', 'StopDate'].flatMap((n) => textsOf(last, n)),
    ).toEqual(['RestAPIProject1', 'Test0001', '500.00', '2023-12-07T00:00:00.000Z', '2023-12-08T00:00:00.000Z']);
    expect(last.match(/<ProjectResponsibility>/g)).toHaveLength(7);
  });

  it('refuses a repeat in XML: the name exists, and so does the short name', async () => {
    await vendor.copy(request);
    const again = await vendor.copy(request);
    expect(again.headers.get('content-type')).toBe('application/xml;charset=UTF-8');
    const xml = await again.text();
    expect([again.status, textsOf(xml, 'ErrorCode'), textsOf(xml, 'ErrorDescription')]).toEqual([
      400,
      ['BAD REQUEST'],
      ['projectName already exists'],
    ]);
    expect(textsOf(xml, 'RequestID')[0]).toMatch(/^[\da-f]{8}$/);
    expect(textsOf(xml, 'SystemTime')).toEqual([base.now]);
    const other = await vendor.copy({ ...request, projectName: 'Another' });
    expect(textsOf(await other.text(), 'ErrorDescription')).toEqual(['projectshortName already exists']);
  });

  it.each([
    [{ projectName: 'x'.repeat(61) }, 'projectName is exceeding max limit 60/blank'],
    [{ projectName: ' ' }, 'projectName is exceeding max limit 60/blank'],
    [{ projectShortName: 'x'.repeat(21) }, 'projectshortName is exceeding max limit 20/blank'],
    [{ projectCode: 'x'.repeat(16) }, 'projectcode is exceeding max limit 15/blank'],
    [{ projectType: 'x'.repeat(21) }, 'projectType is exceeding max limit 20'],
    [{ registerType: 'RFI' }, 'registerType is blank / other than {DOC,ITEM,INTERFACE,DEFECT,ASSET,ISSUE}'],
    [{ startDate: '07/12/2023' }, 'valid startDate format-YYYY-MM-dd eg :2023-12-07'],
    [{ estimatedCompletionDate: '2023-02-30' }, 'valid estimatedCompletionDate format-YYYY-MM-dd eg :2023-12-07'],
    [{ estimatedCompletionDate: '2023-12-07' }, 'estimatedCompletionDate&lt;=startDate'],
    [{ estimatedCompletionDate: '2023-12-06' }, 'estimatedCompletionDate&lt;=startDate'],
    [{ currency: '' }, 'currency is blank'],
    [{ projectValue: '' }, 'projectValue is blank'],
    [{ projectValue: 0 }, 'projectValue should be greater than 0'],
    [{ projectValue: '12.50' }, 'projectValue should be greater than 0'],
    [{ dateProjectStatusApplied: null }, 'valid dateProjectStatusApplied format-YYYY-MM-dd eg :2023-12-07'],
    [{ projectId: 'all' }, 'projectId is not an integer/blank'],
  ])('refuses %j', async (changed, description) => {
    const response = await vendor.copy({ ...request, ...changed });
    expect([response.status, textsOf(await response.text(), 'ErrorDescription')]).toEqual([400, [description]]);
    expect(await vendor.list()).toContain('TotalResults="8"');
  });

  it('takes names at their limits, no type, and a value as a number', async () => {
    const body = {
      ...request,
      projectName: 'x'.repeat(60),
      projectShortName: 'y'.repeat(20),
      projectCode: 'z'.repeat(15),
      projectType: null,
      projectValue: 1,
    };
    expect((await vendor.copy(body)).status).toBe(200);
  });

  it('answers 404 for a project without contractual metadata, for an unknown one and for somebody else’s', async () => {
    const odd = await vendor.copy({ ...request, projectId: Number(idOf('Waitangi Wharf')) });
    expect(textsOf(await odd.text(), 'ErrorDescription')).toEqual(['Project with no CONTRACTUAL METADATA']);
    expect(await refused(await vendor.copy({ ...request, projectId: 1 }))).toEqual([404, 'NOT_FOUND']);
    const foreign = { ...request, projectId: Number(projects[7]?.id) };
    expect(await refused(await vendor.copy(foreign, asGuest))).toEqual([404, 'NOT_FOUND']);
  });

  it('refuses a body that is no JSON object', async () => {
    expect((await vendor.copy([request])).status).toBe(400);
    expect((await vendor.copy(request, { 'Content-Type': 'text/plain' })).status).toBe(400);
  });
});

describe('a sample Aconex with a journal', () => {
  it('has the copies and the invited after a restart, and gives no id twice', async () => {
    const kept = keepEntries();
    vendor = await start(kept.options());
    await vendor.copy(request);
    await invite(idOf("St Brigid's Quay 4-9"), guest.id);
    await invite(idOf('Kauri Street Apts'), guest.id);
    expect(kept.lines).toHaveLength(2);
    const [before, guests] = [await vendor.list(), await vendor.list(asGuest)];
    await vendor.server.close();
    vendor = await start(kept.options());
    expect([await vendor.list(), await vendor.list(asGuest)]).toEqual([before, guests]);
    await vendor.copy({ ...request, projectName: 'Second', projectShortName: 'Second' });
    const ids = textsOf(await vendor.list(), 'ProjectId');
    expect(new Set(ids).size).toBe(10);
  });

  it('answers 500 when a write cannot be made to last, and has changed nothing', async () => {
    const onJournal = (): never => {
      throw new Error('no space left');
    };
    vendor = await start({ onJournal });
    expect(await refused(await vendor.copy(request))).toEqual([500, 'INTERNAL_SERVER_ERROR']);
    expect(await vendor.list()).toContain('TotalResults="8"');
  });
});

describe('handledOperations', () => {
  it('lists the three operations of the document', () => {
    expect(handledOperations.map(({ name }) => name)).toEqual(['listProjects', 'inviteUsersToProject', 'copyProject']);
  });
});
