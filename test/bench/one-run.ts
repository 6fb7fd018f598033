import { readFileSync, writeFileSync } from 'node:fs';

/** How long one run took, in milliseconds, and the most memory it held over what the process held before, in bytes. */
export interface OneRun {
  readonly ms: number;
  readonly memory: number;
}

/** What this process holds in memory, in bytes: now and at most. Elsewhere than on Linux only the most is known. */
function memory(): { readonly now: number; readonly most: number } {
  if (process.platform !== 'linux') {
    return { now: process.memoryUsage.rss(), most: process.resourceUsage().maxRSS * 1024 };
  }
  const status = readFileSync('/proc/self/status', 'utf8');
  const kilobytes = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1]) * 1024;
  return { now: kilobytes('VmRSS'), most: kilobytes('VmHWM') };
}

/** Forgets the most so far, which was that of the start. */
function forgetMost(): void {
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    // Elsewhere the start counts too: the figure is then too high, never too low.
  }
}

/** Measures the one thing that this process is for. */
export async function measureOnce(run: () => Promise<unknown>): Promise<OneRun> {
  const idle = memory().now;
  forgetMost();
  const began = performance.now();
  await run();
  const ms = performance.now() - began;
  return { ms, memory: memory().most - idle };
}
