import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { spoolFile } from '../../src/main/files/spool.ts';
import { systemClock } from '../../src/main/platform/clock.ts';
import { firstLine } from '../support/run-cli.ts';
import { benchFolder } from './caches.ts';
import type { CountingAddress } from './counting-child.ts';
import type { Figure, Line, Table } from './figure.ts';
import type { OneRun } from './one-run.ts';
import { besides, runScript, startScript, stop } from './processes.ts';
import { interleave, median } from './statistics.ts';
import type { UploadSide } from './upload-child.ts';

const SPEED_GOAL = { atLeast: 0.9 };
/** What an upload may hold in memory over what the process held before it. */
const MEMORY_GOAL_MB = 90;
/** What a file ten times as long may hold in memory beside the shorter one. */
const SIZE_GOAL = { atMost: 1.1 };
const MEGABYTE = 1e6;
/** More than this around a file in a body is no multipart head and tail. */
const MOST_AROUND = 1000;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** Bytes that begin as a PNG does and that nothing on the way can make shorter. */
function* picture(bytes: number): Generator<Buffer> {
  const noise = randomBytes(MEGABYTE);
  yield PNG;
  for (let left = bytes - PNG.length; left > 0; left -= noise.length) yield noise.subarray(0, left);
}

/** A file of that length in the spool of `folder`; answers its absolute path. */
async function spooled(folder: string, bytes: number): Promise<string> {
  const source = Readable.from(picture(bytes), { objectMode: false });
  const { path } = await spoolFile({ id: `bench-${bytes}`, source, folder, expect: 'logo', clock: systemClock });
  return join(folder, path);
}

/** One file to be sent to the server at `url`. */
interface UploadTarget {
  readonly url: string;
  readonly path: string;
  readonly bytes: number;
}

/** Sends a file in a process of its own. Throws when less or more than the file and what surrounds it arrived. */
async function upload(side: UploadSide, { url, path, bytes }: UploadTarget): Promise<OneRun> {
  const text = await runScript(besides('upload-child.ts'), [side, url, path, String(bytes)]);
  const around = Number(await (await fetch(url)).text()) - bytes;
  if (around < 0 || around > MOST_AROUND) throw new Error(`${side}: ${around} bytes beside the file's own arrived.`);
  return JSON.parse(text) as OneRun;
}

/** How long the files of one measuring are. */
interface UploadSizes {
  readonly large: number;
  readonly small: number;
}

const length = (bytes: number): string => `${(bytes / MEGABYTE).toFixed(0)} MB`;

async function measureIn(folder: string, url: string, { large, small }: UploadSizes, times: number): Promise<Table> {
  const long: UploadTarget = { url, path: await spooled(folder, large), bytes: large };
  const short: UploadTarget = { url, path: await spooled(folder, small), bytes: small };
  const samples = await interleave(times, {
    stream: () => upload('stream', long),
    multipart: () => upload('multipart', long),
    product: () => upload('product', long),
    shortStream: () => upload('stream', short),
    shortProduct: () => upload('product', short),
  });
  type Side = keyof typeof samples;
  const speed = (side: Side, bytes: number): number =>
    bytes / MEGABYTE / (median(samples[side].map(({ ms }) => ms)) / 1000);
  const memories = (side: Side): readonly number[] => samples[side].map(({ memory }) => memory / MEGABYTE);
  const most = (side: Side): number => Math.max(...memories(side));
  const growth = (longer: Side, shorter: Side): number => median(memories(longer)) / most(shorter);
  const line = (side: Side, bytes: number, what: string): Line => ({
    what,
    figures: {
      'MB/s': speed(side, bytes).toFixed(0),
      'MB over idle': median(memories(side)).toFixed(0),
      'at most': most(side).toFixed(0),
    },
  });
  const against = (peer: 'stream' | 'multipart'): number => speed('product', large) / speed(peer, large);
  return {
    title: `logo as multipart, ${length(large)} to a bare server that counts, a process each, ${times} rounds`,
    lines: [
      line('stream', large, 'bare: undici.request, a file stream'),
      line('multipart', large, 'bare: undici.request, hand-made multipart'),
      {
        ...line('product', large, 'plumbline: vendor client, spooled file, checks, progress'),
        ratio: { value: against('stream'), peer: 'the bare', goal: SPEED_GOAL },
      },
      {
        what: '  the same, against the bare multipart',
        figures: {},
        ratio: { value: against('multipart'), peer: 'multipart', goal: SPEED_GOAL },
      },
      {
        what: `  its memory, against ${MEMORY_GOAL_MB} MB`,
        figures: {},
        ratio: { value: median(memories('product')) / MEMORY_GOAL_MB, peer: 'the limit', goal: { atMost: 1 } },
      },
      line('shortStream', small, `bare: a file stream, ${length(small)}`),
      line('shortProduct', small, `plumbline, ${length(small)}`),
      {
        what: `  memory at ${length(large)}, against the most at ${length(small)}`,
        figures: {},
        ratio: { value: growth('product', 'shortProduct'), peer: 'the shorter', goal: SIZE_GOAL },
      },
      {
        what: '  the bare stream’s, likewise',
        figures: {},
        ratio: { value: growth('stream', 'shortStream'), peer: 'the shorter' },
      },
    ],
    notes: [
      'The outbox’s marks before and after are left out: what a row costs is in “save”. The file is in the spool before.',
      'The bare ones read as much at a time as the app does; no check, no progress, no timeouts of their own.',
      'Memory is the median of the rounds, “at most” the worst of them: when garbage is collected differs, for all alike.',
      'Server and upload share this machine: what one side computes more, the other cannot use.',
    ],
  };
}

async function measure(sizes: UploadSizes, times: number): Promise<Table> {
  const server = startScript(besides('counting-child.ts'), []);
  const folder = await mkdtemp(join(benchFolder, 'upload-'));
  try {
    const { url } = JSON.parse(await firstLine(server)) as CountingAddress;
    return await measureIn(folder, url, sizes, times);
  } finally {
    server.stdin?.end();
    await stop(server);
    await rm(folder, { recursive: true, force: true });
  }
}

/** A large file as the app sends it, against undici alone. */
export const uploads: Figure = {
  name: 'upload',
  needsBuild: false,
  measure: async ({ quick }) => [
    await (quick
      ? measure({ large: 5_000_000, small: 1_000_000 }, 1)
      : measure({ large: 1_000_000_000, small: 100_000_000 }, 5)),
  ],
};
