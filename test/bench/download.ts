import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { firstLine } from '../support/run-cli.ts';
import { benchFolder } from './caches.ts';
import type { DownloadSide } from './download-child.ts';
import type { Figure, Line, Table } from './figure.ts';
import type { OneRun } from './one-run.ts';
import { besides, runScript, startScript, stop } from './processes.ts';
import { interleave, median } from './statistics.ts';
import type { VendorAddress } from './vendor-child.ts';

const SPEED_GOAL = { atLeast: 0.95 };
/** What a download may hold in memory over what the process held before it. */
const MEMORY_GOAL_MB = 90;
const MEGABYTE = 1e6;

const NAMES: Readonly<Record<DownloadSide, string>> = {
  dropped: 'undici.stream, bytes dropped (the network’s ceiling)',
  bare: 'bare: undici.stream to a file',
  hashed: 'bare: undici.stream, SHA-256, fsync',
  product: 'plumbline: vendor client, checks, SHA-256, fsync, rename',
};

async function measure(bytes: number, times: number): Promise<Table> {
  const vendor = startScript(besides('vendor-child.ts'), []);
  try {
    const { url, key } = JSON.parse(await firstLine(vendor)) as VendorAddress;
    const download = (side: DownloadSide) => async (): Promise<OneRun> => {
      const folder = await mkdtemp(join(benchFolder, 'download-'));
      try {
        const text = await runScript(besides('download-child.ts'), [side, url, key, String(bytes), folder]);
        return JSON.parse(text) as OneRun;
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    };
    const samples = await interleave(times, {
      dropped: download('dropped'),
      bare: download('bare'),
      hashed: download('hashed'),
      product: download('product'),
    });
    const speed = (side: DownloadSide): number => bytes / MEGABYTE / (median(samples[side].map(({ ms }) => ms)) / 1000);
    const memory = (side: DownloadSide): number => median(samples[side].map((sample) => sample.memory)) / MEGABYTE;
    const line = (side: DownloadSide): Line => ({
      what: NAMES[side],
      figures: { 'MB/s': speed(side).toFixed(0), 'MB over idle': memory(side).toFixed(0) },
    });
    return {
      title: `report as PDF, ${(bytes / MEGABYTE).toFixed(0)} MB from the sample vendor, a process each, ${times} rounds`,
      lines: [
        line('dropped'),
        line('bare'),
        line('hashed'),
        {
          ...line('product'),
          ratio: { value: speed('product') / speed('bare'), peer: 'the bare', goal: SPEED_GOAL },
        },
        {
          what: '  the same, against the bare one that does as much',
          figures: {},
          ratio: { value: speed('product') / speed('hashed'), peer: 'hash, fsync', goal: SPEED_GOAL },
        },
        {
          what: `  its memory, against ${MEMORY_GOAL_MB} MB`,
          figures: {},
          ratio: { value: memory('product') / MEMORY_GOAL_MB, peer: 'the limit', goal: { atMost: 1 } },
        },
      ],
      notes: [
        'The bare one does not hash, check length and type, rename, or wait for the disk.',
        'Vendor and download share this machine: what one side computes more, the other cannot use.',
      ],
    };
  } finally {
    vendor.stdin?.end();
    await stop(vendor);
  }
}

/** A large report as the app keeps it, against undici alone. */
export const download: Figure = {
  name: 'download',
  needsBuild: false,
  measure: async ({ quick }) => [await (quick ? measure(5_000_000, 1) : measure(1_000_000_000, 3))],
};
