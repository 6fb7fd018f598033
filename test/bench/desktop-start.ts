import type { ChildProcess } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';
import { firstLine } from '../support/run-cli.ts';
import { dataFolder } from './caches.ts';
import type { Goal, Line, Table } from './figure.ts';
import { PAINTED, watchPaint } from './painted-page.ts';
import { milliseconds } from './print-table.ts';
import { besides, builtCli, startScript, stop } from './processes.ts';
import { interleave, median } from './statistics.ts';

export const WINDOW_GOAL = { atMost: 2 };
export const EMPTY_GOAL = { atMost: 1.15 };

/** One start, in milliseconds: until the server said its address, and until the list was drawn. */
interface Start {
  readonly server: number;
  readonly painted: number;
}

/** A side of the comparison: what is started, and what is to be seen. */
interface Side {
  readonly script: string;
  readonly given: readonly string[];
  readonly selector: string;
}

type Sides = Readonly<Record<keyof typeof PAINTED, Side>>;

/** What a person's window is: large enough for list and detail beside each other. */
const VIEWPORT = { width: 1280, height: 800 };

/** The three sides: an empty page from bare node, and the built app over an empty and over a full database. */
export async function sidesOf(rows: number): Promise<Sides> {
  const serve = async (count: number, selector: string): Promise<Side> => ({
    script: builtCli,
    given: ['serve', '--json', '--data', await dataFolder(count)],
    selector,
  });
  return {
    bare: { script: besides('bare-page.mjs'), given: [], selector: PAINTED.bare },
    empty: await serve(0, PAINTED.empty),
    full: await serve(rows, PAINTED.full),
  };
}

/** A started server and the page that shows it. */
interface ShownSide extends Start {
  readonly child: ChildProcess;
  readonly page: Page;
}

const newPage = (browser: Browser): Promise<Page> => browser.newPage({ viewport: VIEWPORT });

/**
 * Starts a side's server and, when it said its address, a Chromium that shows it. The clock runs from before the server's
 * process. The caller ends the child and the browser.
 */
export async function show({ script, given, selector }: Side): Promise<ShownSide> {
  const began = performance.now();
  const child = startScript(script, given);
  try {
    const { url } = JSON.parse(await firstLine(child)) as { url: string };
    const server = performance.now() - began;
    const page = await newPage(await launchChromium());
    const go = await watchPaint(page, selector);
    return { server, painted: (await go(url)) - began, child, page };
  } catch (thrown) {
    await stop(child);
    throw thrown;
  }
}

async function startWithBrowser(side: Side): Promise<Start> {
  const { server, painted, child, page } = await show(side);
  await page.context().browser()?.close();
  await stop(child);
  return { server, painted };
}

/** The same where the window is open and empty before the clock runs. */
async function startInWindow({ script, given, selector }: Side, browser: Browser): Promise<Start> {
  const page = await newPage(browser);
  const go = await watchPaint(page, selector);
  const began = performance.now();
  const child = startScript(script, given);
  try {
    const { url } = JSON.parse(await firstLine(child)) as { url: string };
    const server = performance.now() - began;
    return { server, painted: (await go(url)) - began };
  } finally {
    await page.context().close();
    await stop(child);
  }
}

const cells = (starts: readonly Start[]): Line['figures'] => ({
  'address ms': milliseconds(median(starts.map(({ server }) => server))),
  'painted ms': milliseconds(median(starts.map(({ painted }) => painted))),
  'least ms': milliseconds(Math.min(...starts.map(({ painted }) => painted))),
});

type Starts = Readonly<Record<keyof typeof PAINTED, readonly Start[]>>;

/** The lines of the three sides; `goal` is for the full one against the empty window. */
function startLines(rows: number, starts: Starts, goal?: Goal): readonly Line[] {
  const painted = (side: keyof typeof PAINTED): number => median(starts[side].map((start) => start.painted));
  return [
    { what: 'an empty page from bare node', figures: cells(starts.bare) },
    {
      what: 'plumbline, empty database',
      figures: cells(starts.empty),
      ratio: { value: painted('empty') / painted('bare'), peer: 'empty page' },
    },
    {
      what: `plumbline, ${rows} audits`,
      figures: cells(starts.full),
      ratio: { value: painted('full') / painted('bare'), peer: 'empty page', ...(goal === undefined ? {} : { goal }) },
    },
    {
      what: '  the same, against the empty database',
      figures: {},
      ratio: { value: painted('full') / painted('empty'), peer: 'empty database', goal: EMPTY_GOAL },
    },
  ];
}

/** Every side `times` times, in turns, after one start that is not counted. */
async function turns(sides: Sides, times: number, start: (side: Side) => Promise<Start>): Promise<Starts> {
  await start(sides.full);
  return interleave(times, {
    bare: () => start(sides.bare),
    empty: () => start(sides.empty),
    full: () => start(sides.full),
  });
}

/** From the start of `serve` to the first list on the screen, with a Chromium started for it and in an open window. */
export async function measureStart(rows: number, times: number): Promise<readonly Table[]> {
  const sides = await sidesOf(rows);
  const withBrowser = await turns(sides, times, startWithBrowser);
  const browser = await launchChromium();
  try {
    const inWindow = await turns(sides, times, (side) => startInWindow(side, browser));
    return [
      {
        title: `serve and its window: start of the process to the first painted list, ${times} rounds`,
        lines: startLines(rows, withBrowser, WINDOW_GOAL),
        notes: [
          'When the address is known a new Chromium is started, as `serve --open` does where none runs; the empty window is',
          'of the same Chromium, started the same way. The time its driver takes is in all three.',
        ],
      },
      {
        title: `the same in a window that is open before the clock runs, ${times} rounds`,
        lines: startLines(rows, inWindow),
        notes: [
          'Without the start of Chromium, equal on all sides: what remains is Node, the page’s code and the list.',
        ],
      },
    ];
  } finally {
    await browser.close();
  }
}
