import { hashRow } from '../../src/main/store/row-hash.ts';
import type { MappedPage } from '../../src/shared/model/mapped-record.ts';
import type { Figure, Line, Table } from './figure.ts';
import { fullPages, sampleAccounts, type KindPages, type RecordsPage } from './records-pages.ts';
import { interleave, median, timed } from './statistics.ts';

const MAP_GOAL = { atLeast: 0.6 };
const STORE_GOAL = { atLeast: 0.4 };
/** Rows on a page. */
const PAGE_ROWS = 100;

const NAMES = {
  bare: 'bare: JSON.parse of the same bytes',
  mapped: 'plumbline: parsed, validated, mapped',
  stored: 'plumbline: the same, serialised and hashed as the cache’s writer does',
} as const;

type Side = keyof typeof NAMES;

/** How much of a kind is read: pages, and how often all of them, before it counts and then. */
interface Times {
  readonly pages: number;
  readonly warmUps: number;
  readonly rounds: number;
}

/** What each side does with the next page of a kind: one at a time, too short for another process to come between. */
function sidesOf({ collection, read, pages }: KindPages): Readonly<Record<Side, () => Promise<number>>> {
  const oneByOne = (take: (page: RecordsPage) => unknown): (() => Promise<number>) => {
    let turn = 0;
    return () => {
      const page = pages[turn++ % pages.length];
      return timed(async () => page && take(page));
    };
  };
  const map = ({ operation, bytes, owner }: RecordsPage): MappedPage =>
    collection.mapPage(operation, read(operation, bytes), owner);
  return {
    bare: oneByOne(({ bytes }) => JSON.parse(new TextDecoder().decode(bytes))),
    mapped: oneByOne(map),
    stored: oneByOne((page) => map(page).records.map(hashRow)),
  };
}

async function measureKind(what: string, kind: KindPages, { warmUps, rounds }: Times): Promise<Table> {
  const sides = sidesOf(kind);
  const pages = kind.pages.length;
  await interleave(warmUps * pages, sides);
  const samples = await interleave(rounds * pages, sides);
  const rowBytes = kind.pages.reduce((sum, page) => sum + page.bytes.byteLength, 0) / pages / PAGE_ROWS;
  const perSecond = (side: Side): number => PAGE_ROWS / (median(samples[side]) / 1000);
  const line = (side: Side, ratio?: Line['ratio']): Line => ({
    what: NAMES[side],
    figures: {
      'rows/s': perSecond(side).toFixed(0),
      'µs/row': (1e6 / perSecond(side)).toFixed(2),
    },
    ...(ratio === undefined ? {} : { ratio }),
  });
  const against = (side: Side): number => perSecond(side) / perSecond('bare');
  return {
    title: `${what}: ${pages} pages of ${PAGE_ROWS} rows, ${rowBytes.toFixed(0)} bytes each, ${rounds} rounds`,
    lines: [
      line('bare'),
      line('mapped', { value: against('mapped'), peer: 'the bare', goal: MAP_GOAL }),
      line('stored', { value: against('stored'), peer: 'the bare', goal: STORE_GOAL }),
    ],
    notes: ['The bare one decodes the bytes too. Nothing of the database is in either figure.'],
  };
}

async function measure(audits: number, times: Times): Promise<readonly Table[]> {
  const { monitorqa, conqa, smartq, connectnow } = sampleAccounts(audits);
  return [
    await measureKind('MonitorQA audits', await fullPages(monitorqa, 'audit', times.pages), times),
    await measureKind('MonitorQA actions', await fullPages(monitorqa, 'corrective-action', times.pages), times),
    await measureKind('CONQA issues', await fullPages(conqa, 'issue', times.pages), times),
    await measureKind('smartQ tickets', await fullPages(smartq, 'ticket', times.pages), times),
    await measureKind('ConnectNow issues', await fullPages(connectnow, 'issue', times.pages), times),
  ];
}

/** What reading a list costs beyond parsing its JSON. */
export const records: Figure = {
  name: 'records',
  needsBuild: false,
  measure: ({ quick }) =>
    quick ? measure(400, { pages: 1, warmUps: 1, rounds: 2 }) : measure(3000, { pages: 10, warmUps: 200, rounds: 200 }),
};
