import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** What a process has used: seconds of processor, and bytes of memory it holds now. Undefined where nobody tells. */
export interface Usage {
  readonly seconds: number | undefined;
  readonly memory: number | undefined;
}

/** Processor and memory of a process with all its threads. Only Linux tells it of another process without a tool. */
export function usageOf(pid: number): Usage {
  if (process.platform !== 'linux') return { seconds: undefined, memory: undefined };
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) => {
    const [ran = '0'] = readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ');
    return Number(ran);
  });
  const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return {
    seconds: nanoseconds.reduce((sum, ran) => sum + ran, 0) / 1e9,
    memory: kilobytes === undefined ? undefined : Number(kilobytes) * 1024,
  };
}

/** The process that draws a page, when it is the only page of its browser. */
export async function rendererOf(page: Page): Promise<number> {
  const browser = page.context().browser();
  const session = await browser?.newBrowserCDPSession();
  const answer = await session?.send('SystemInfo.getProcessInfo');
  const renderers = answer?.processInfo.filter(({ type }) => type === 'renderer') ?? [];
  // A browser keeps a spare one ready: it has done the least.
  const [busiest] = renderers.toSorted((left, right) => right.cpuTime - left.cpuTime);
  if (busiest === undefined) throw new Error('The browser has no page.');
  return busiest.id;
}

/** Bytes that the page's own objects hold after a collection. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}
