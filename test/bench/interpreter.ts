import { Agent, fetch, request } from 'undici';
import { systemClock } from '../../src/main/platform/clock.ts';
import { silentLog } from '../../src/main/platform/log.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createClients } from '../../src/main/vendors/core/lazy-client.ts';
import type { CallParams } from '../../src/main/vendors/core/operation.ts';
import { monitorqa } from '../../src/main/vendors/monitorqa/client.ts';
import { firstLine } from '../support/run-cli.ts';
import type { Figure, Line, Table } from './figure.ts';
import type { Bodies, InterpreterAddress } from './interpreter-child.ts';
import { besides, startScript, stop } from './processes.ts';
import { sampleAccounts } from './records-pages.ts';
import { interleave, median, timed } from './statistics.ts';

/** What a call may take of the bare one's time. */
const GOAL = { atMost: 1.15 };
const AT_ONCE = 6;
const KEY = 'bench';

/** One call, both ways. */
interface Call {
  readonly what: string;
  readonly operation: string;
  readonly params: CallParams;
  /** The path and query that the operation and its parameters come to. */
  readonly target: string;
}

/** Where a call goes, without its query. */
const pathOf = ({ target }: Call): string => target.split('?')[0] ?? target;

/** Does `calls` calls, always so many under way. */
async function inFlight(calls: number, call: () => Promise<unknown>): Promise<void> {
  let left = calls;
  const one = async (): Promise<void> => {
    for (; left > 0;) {
      left -= 1;
      await call();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

/** The two calls with the sample's own answers: an audit, and a page of audits. */
async function callsWithBodies(): Promise<{ readonly calls: readonly Call[]; readonly bodies: Bodies }> {
  const { monitorqa: account } = sampleAccounts(400);
  const query = { pageNumber: 1, pageSize: 100 };
  const page = new TextDecoder().decode(await account.ask('listCompleteAudits', { query }));
  const { data } = JSON.parse(page) as { readonly data: readonly { readonly id: string }[] };
  const auditId = data[0]?.id ?? '';
  const one = new TextDecoder().decode(await account.ask('getCompleteAudit', { path: { auditId } }));
  const size = (text: string): string => `${(Buffer.byteLength(text) / 1000).toFixed(1)} kB`;
  const small: Call = {
    what: `one audit, ${size(one)}`,
    operation: 'getCompleteAudit',
    params: { path: { auditId } },
    target: `/audit/complete/${auditId}`,
  };
  const list: Call = {
    what: `a page of ${data.length} audits, ${size(page)}`,
    operation: 'listCompleteAudits',
    params: { query },
    target: '/audit/complete?pageNumber=1&pageSize=100',
  };
  return { calls: [small, list], bodies: { [pathOf(small)]: one, [pathOf(list)]: page } };
}

/** The app's client of such a vendor, in a lane as wide as the bench needs. */
async function startClient(url: string) {
  const clients = createClients({ clock: systemClock, random: systemRandom, log: silentLog });
  const client = await clients.create({
    definition: { ...monitorqa, lane: { atOnce: AT_ONCE } },
    connection: { id: 'bench', url },
    secret: () => Promise.resolve({ apiKey: KEY }),
  });
  return { client, close: clients.close };
}

async function measureCall(url: string, call: Call, times: number, rounds: number): Promise<Table> {
  const { client, close } = await startClient(url);
  const dispatcher = new Agent();
  const bare = async (): Promise<unknown> => {
    const answer = await fetch(url + call.target, { headers: { 'x-api-key': KEY }, dispatcher });
    return JSON.parse(await answer.text());
  };
  const barest = async (): Promise<unknown> => {
    const answer = await request(url + call.target, { headers: { 'x-api-key': KEY }, dispatcher });
    return JSON.parse(await answer.body.text());
  };
  const sides = {
    barest: () => timed(() => inFlight(times, barest)),
    bare: () => timed(() => inFlight(times, bare)),
    product: () => timed(() => inFlight(times, () => client.call(call.operation, call.params))),
  };
  try {
    await interleave(Math.ceil(rounds / 4), sides);
    const samples = await interleave(rounds, sides);
    const ms = {
      barest: median(samples.barest),
      bare: median(samples.bare),
      product: median(samples.product),
    };
    const line = (what: string, side: keyof typeof ms): Line => ({
      what,
      figures: { 'calls/s': (times / (ms[side] / 1000)).toFixed(0), 'µs/call': ((ms[side] / times) * 1000).toFixed(0) },
    });
    return {
      title: `${call.what}: ${times} calls, ${AT_ONCE} in flight, ${rounds} rounds`,
      lines: [
        line('bare: undici’s fetch, JSON.parse', 'bare'),
        line('bare: undici’s request, JSON.parse', 'barest'),
        {
          ...line('plumbline: vendor client, checked answer', 'product'),
          ratio: { value: ms.product / ms.bare, peer: 'the bare fetch’s time', goal: GOAL },
        },
        {
          what: '  the same, against the request that it goes by',
          figures: {},
          ratio: { value: ms.product / ms.barest, peer: 'the bare request’s time' },
        },
      ],
      notes: ['The vendor is a process of its own, which gives both the same bytes.'],
    };
  } finally {
    await close();
    await dispatcher.destroy();
  }
}

async function measure(times: number, rounds: number): Promise<readonly Table[]> {
  const { calls, bodies } = await callsWithBodies();
  const vendor = startScript(besides('interpreter-child.ts'), []);
  try {
    vendor.stdin?.write(`${JSON.stringify(bodies)}\n`);
    const { url } = JSON.parse(await firstLine(vendor)) as InterpreterAddress;
    const tables: Table[] = [];
    for (const call of calls) tables.push(await measureCall(url, call, times, rounds));
    return tables;
  } finally {
    vendor.stdin?.end();
    await stop(vendor);
  }
}

/** What a call costs over the network library: its row, its lane, its checks. */
export const interpreter: Figure = {
  name: 'interpreter',
  needsBuild: false,
  measure: ({ quick }) => (quick ? measure(12, 2) : measure(60, 200)),
};
