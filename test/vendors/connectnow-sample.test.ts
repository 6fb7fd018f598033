import { Agent } from 'undici';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MappedRecord } from '../../src/shared/model/mapped-record.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { startSandbox, type SandboxServer } from '../../src/main/sandbox-server.ts';
import { driftOf } from '../../src/main/vendors/core/drift.ts';
import { fillFromRead } from '../../src/main/vendors/core/fill-from-read.ts';
import type { CallParams } from '../../src/main/vendors/core/operation.ts';
import { firstPage, nextPage, type PagingStep } from '../../src/main/vendors/core/paging.ts';
import { createVendorClient, type VendorClient } from '../../src/main/vendors/core/vendor-client.ts';
import type { Secret } from '../../src/main/vendors/core/vendor.ts';
import { connectnow } from '../../src/main/vendors/connectnow/client.ts';
import { isClosedIssue, issueEvents } from '../../src/main/vendors/connectnow/map-issue.ts';
import { rejection } from './vendor-server.ts';

let sandbox: SandboxServer;
let client: VendorClient;
let guest: VendorClient;

beforeAll(async () => {
  sandbox = await startSandbox({ seed: 7, now: '2026-11-22T06:00:00.000Z', audits: 1, clock: () => 0 });
  const vendor = sandbox.vendors.find((candidate) => candidate.vendor === 'connectnow');
  if (!vendor) throw new Error('the sample has no ConnectNow');
  const clientWith = (secret: Secret): VendorClient =>
    createVendorClient({
      // The real pace would be all that takes time here.
      definition: { ...connectnow, lane: { atOnce: 4 } },
      connection: { id: 'sample', url: sandbox.url + vendor.path },
      secret: async () => secret,
      dispatcher: new Agent(),
      clock: systemClock,
      random: systemRandom,
      log: silentLog,
    });
  client = clientWith(vendor.secret);
  guest = clientWith({});
});

afterAll(() => sandbox.close());

/** Every record of a kind, page by page as a sync reads it, and how the reading ended. */
async function readKind(
  kind: string,
  { size, by = client }: { readonly size?: number; readonly by?: VendorClient } = {},
) {
  const collection = connectnow.collections.find((candidate) => candidate.kind === kind);
  const list = collection?.lists[0];
  if (!collection || !list) throw new Error(kind);
  const style = connectnow.operations[list.operation]?.paging ?? 'none';
  const rule = { style, size: size ?? list.pageSize ?? 0 };
  const records: MappedRecord[] = [];
  const seen = new Set<string>();
  let step: PagingStep = { kind: 'next', request: firstPage(rule) };
  while (step.kind === 'next') {
    const { query, state } = step.request;
    const { data } = await by.call(list.operation, { query: { ...list.params?.query, ...query } });
    const page = collection.mapPage(list.operation, data);
    const repeated = page.records.filter(({ vendorId }) => seen.has(vendorId)).length;
    for (const { vendorId } of page.records) seen.add(vendorId);
    records.push(...page.records);
    step = nextPage(rule, state, { ...page, repeated });
  }
  return { records, end: step.kind };
}

const ids = ({ records }: { readonly records: readonly MappedRecord[] }) => [
  ...new Set(records.map(({ vendorId }) => vendorId)),
];

const body = {
  category_ids: [1],
  name: 'Leak in the plant room',
  description: 'Water on the floor.',
  severity: 'info',
};

/** A new issue of the first category. */
async function createIssue(): Promise<CallParams & { readonly path: { readonly issueId: unknown } }> {
  const { data } = await client.send('createIssue', { body });
  return { path: { issueId: (data as { readonly id: unknown }).id } };
}

const readIssue = async ({ path }: CallParams) =>
  (await client.call('getIssue', { path: { ...path }, query: { 'with[]': ['categories', 'events'] } })).data;

describe('the sample’s ConnectNow', () => {
  it('has 120 issues of three companies, open and closed, of every severity', async () => {
    const { records, end } = await readKind('issue');
    expect([records.length, end]).toEqual([120, 'end']);
    expect(new Set(records.map(({ status }) => status))).toEqual(new Set(['open', 'closed']));
    expect(new Set(records.map(({ priority }) => priority))).toEqual(new Set(['critical', 'important', 'info']));
    expect(
      records.every(({ project, parent, text, raw }) => project && parent && text && issueEvents(raw).length > 0),
    ).toBe(true);
    expect((await readKind('company')).records).toHaveLength(3);
  });

  it.each(['company', 'category', 'issue', 'webhook'])(
    'gives the same records of kind %s in small pages',
    async (kind) => {
      expect(ids(await readKind(kind, { size: 2 }))).toEqual(ids(await readKind(kind)));
    },
  );

  it('shows the public the same but webhooks', async () => {
    for (const kind of ['company', 'category', 'issue']) {
      expect(ids(await readKind(kind, { by: guest }))).toEqual(ids(await readKind(kind)));
    }
    expect(await rejection(readKind('webhook', { by: guest }))).toMatchObject({ code: 'not-permitted', status: 401 });
  });

  it('answers in no form that the schemas do not name', async () => {
    const query = { 'with[]': ['categories', 'categories.company', 'events'] };
    const { data } = await client.call('listIssues', { query });
    const answer = connectnow.operations['listIssues']?.answer;
    if (answer?.kind !== 'json') throw new Error('listIssues does not answer with JSON');
    expect(driftOf(answer.schema, data)).toEqual([]);
  });

  it('lets an issue be made, edited with nothing lost, closed, and no more changed then', async () => {
    const params = await createIssue();
    const rule = connectnow.fill?.['updateIssue'];
    if (!rule) throw new Error('updateIssue has no fill');
    const asked = { ...params, body: { description: 'The pump came.', severity: 'critical' } };
    const read = rule.readCall(asked);
    const { data: fresh } = await client.call(read.operation, read.params);
    const change = fillFromRead(rule, asked, fresh);
    expect((await client.send('updateIssue', change.params)).status).toBe(200);
    expect(await readIssue(params)).toMatchObject({ name: body.name, severity: 'critical', categories: [{ id: 1 }] });
    expect(issueEvents(await readIssue(params)).map(({ text }) => text)).toContain('The pump came.');

    await client.send('closeIssue', { ...params, body: { description: 'Dry again.' } });
    expect(isClosedIssue(await readIssue(params))).toBe(true);
    for (const [name, given] of [
      ['updateIssue', change.params],
      ['closeIssue', { ...params, body: { description: 'Dry again.' } }],
      ['deleteIssue', params],
    ] as const) {
      expect(await rejection(client.send(name, given))).toMatchObject({
        code: 'refused-by-vendor',
        vendorCode: 'already-closed',
      });
    }
  });

  it('tells by its status whether an address was subscribed before', async () => {
    const subscription = { ...(await createIssue()), body: { email: 'user@example.com' } };
    const statuses = [
      (await client.send('subscribeToIssue', subscription)).status,
      (await client.send('subscribeToIssue', subscription)).status,
    ];
    expect(statuses).toEqual([201, 200]);
  });

  it('names the fields that it refuses', async () => {
    const refused = client.send('createIssue', { body: { ...body, category_ids: [999_999] } });
    expect(await rejection(refused)).toMatchObject({
      code: 'invalid-for-vendor',
      data: { fields: { 'body.category_ids.0': expect.stringMatching(/\S/) } },
    });
  });

  it('lets a webhook be made, edited with all that it shows, and deleted', async () => {
    const url = 'http://127.0.0.1:9/hook';
    await client.send('createWebhook', { body: { url } });
    const made = (await readKind('webhook')).records.find(({ raw }) => (raw as { readonly url: string }).url === url);
    const path = { webhookId: made?.vendorId };
    const described = { name: 'Hook', url, description: 'For tests' };
    expect((await client.send('updateWebhook', { path, body: described })).status).toBe(200);
    await client.send('deleteWebhook', { path });
    expect(await rejection(client.call('getWebhook', { path }))).toMatchObject({ code: 'not-at-vendor' });
  });

  it('lets nobody change anything without a token', async () => {
    const { path } = await createIssue();
    expect(await rejection(guest.send('deleteIssue', { path }))).toMatchObject({ code: 'not-permitted', status: 401 });
    expect(isClosedIssue(await readIssue({ path }))).toBe(false);
  });
});
