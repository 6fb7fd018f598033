import { setTimeout as wait } from 'node:timers/promises';
import { show, sidesOf } from './desktop-start.ts';
import type { Line, Table } from './figure.ts';
import { stop } from './processes.ts';
import { heapOf, rendererOf, usageOf } from './resources.ts';

/** What is left of the start (details, counts, fonts) is over by then. */
const SETTLE_MS = 5000;

/** An app that does nothing: share of one processor in percent, memory in bytes; the page's own heap after a collection. */
interface Idle {
  readonly app: { readonly percent: number | undefined; readonly memory: number | undefined };
  readonly page: { readonly percent: number | undefined; readonly memory: number | undefined };
  readonly heap: number;
}

async function measureSide(side: Parameters<typeof show>[0], settle: number, idle: number): Promise<Idle> {
  const { child, page } = await show(side);
  try {
    const pids = [child.pid ?? 0, await rendererOf(page)] as const;
    await wait(settle);
    const before = pids.map(usageOf);
    await wait(idle);
    const after = pids.map(usageOf);
    const figure = (index: number): Idle['app'] => {
      const [began, ended] = [before[index]?.seconds, after[index]?.seconds];
      const percent = began === undefined || ended === undefined ? undefined : ((ended - began) / idle) * 100_000;
      return { percent, memory: after[index]?.memory };
    };
    return { app: figure(0), page: figure(1), heap: await heapOf(page) };
  } finally {
    await page.context().browser()?.close();
    await stop(child);
  }
}

const percent = (value: number | undefined): string => (value === undefined ? '?' : `${value.toFixed(2)} %`);
const megabytes = (value: number | undefined): string => (value === undefined ? '?' : (value / 1e6).toFixed(1));

const cells = ({ app, page, heap }: Idle): Line['figures'] => ({
  'node CPU': percent(app.percent),
  'node MB': megabytes(app.memory),
  'page CPU': percent(page.percent),
  'page MB': megabytes(page.memory),
  'page heap MB': megabytes(heap),
});

/** Processor and memory of the app while nobody touches it, beside an empty node and an empty page. */
export async function measureIdle(rows: number, seconds: number): Promise<Table> {
  const { bare, empty, full } = await sidesOf(rows);
  const settle = Math.min(SETTLE_MS, seconds * 1000);
  const measure = (side: typeof bare): Promise<Idle> => measureSide(side, settle, seconds * 1000);
  const [bareIdle, emptyIdle, fullIdle] = [await measure(bare), await measure(empty), await measure(full)];
  return {
    title: `idle for ${seconds} s after the first list: share of one processor, and memory held`,
    lines: [
      { what: 'bare node, empty page', figures: cells(bareIdle) },
      { what: 'plumbline, empty database', figures: cells(emptyIdle) },
      { what: `plumbline, ${rows} audits`, figures: cells(fullIdle) },
    ],
    notes: [
      'Node is `serve` with its two writers and the reader; the page is the process that draws it, its heap after a',
      'collection. Both alone: Chromium’s other processes are nobody’s here.',
    ],
  };
}
