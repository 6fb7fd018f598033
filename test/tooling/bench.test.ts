import { describe, expect, it } from 'vitest';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/lib/repository.ts';
import { runScript } from '../../scripts/lib/run-command.ts';
import { chromiumLaunch } from '../../scripts/system-needs/chromium.ts';
import { meets } from '../bench/figure.ts';
import { formatTable, milliseconds } from '../bench/print-table.ts';
import { interleave, median, percentile } from '../bench/statistics.ts';

const bench = (...given: string[]) => runScript(join(repositoryRoot, 'test/bench/run.ts'), given);

describe('npm run bench', () => {
  it('measures a download beside its peers, and judges nothing in a quick run', { timeout: 60_000 }, async () => {
    const { code, output } = await bench('download', '--quick');
    expect(code).toBe(0);
    for (const side of ['bytes dropped', 'bare: undici.stream to a file', 'plumbline: vendor client']) {
      expect(output).toContain(side);
    }
    expect(output).not.toMatch(/met|MISSED/);
  });

  it('measures an upload beside its peers, short and long', { timeout: 60_000 }, async () => {
    const { code, output } = await bench('upload', '--quick');
    expect(code).toBe(0);
    for (const side of ['a file stream', 'hand-made multipart', 'plumbline: vendor client', 'plumbline, 1 MB']) {
      expect(output).toContain(side);
    }
    expect(output).not.toMatch(/met|MISSED/);
  });

  it('measures a saved change beside the bare insert and the disk', { timeout: 60_000 }, async () => {
    const { code, output } = await bench('save', '--quick');
    expect(code).toBe(0);
    for (const side of ['fdatasync', 'bare: better-sqlite3', 'plumbline: outbox.draft']) {
      expect(output).toContain(side);
    }
  });

  it('measures a call of the vendor client beside the bare one, short and long', { timeout: 60_000 }, async () => {
    const { code, output } = await bench('interpreter', '--quick');
    expect(code).toBe(0);
    expect(output).toMatch(/one audit, \d+\.\d kB.*\n(.*\n)+.*a page of 100 audits/);
    for (const side of ['bare: undici’s fetch', 'plumbline: vendor client', '<= 1.15']) expect(output).toContain(side);
    expect(output).not.toMatch(/met|MISSED/);
  });

  it('measures records parsed, mapped and hashed beside JSON.parse', { timeout: 60_000 }, async () => {
    const { code, output } = await bench('records', '--quick');
    expect(code).toBe(0);
    for (const kind of ['MonitorQA audits', 'MonitorQA actions', 'CONQA issues']) {
      expect(output).toContain(`${kind}: 1 pages`);
    }
    for (const side of ['bare: JSON.parse', 'parsed, validated, mapped', '>= 0.60', '>= 0.40']) {
      expect(output).toContain(side);
    }
    expect(output).not.toMatch(/met|MISSED/);
  });

  it.skipIf(chromiumLaunch().executablePath === undefined)(
    'measures the app in its window beside an empty one, while idle, and packed',
    { timeout: 180_000 },
    async () => {
      const { code, output } = await bench('desktop', '--quick');
      expect(code).toBe(0);
      for (const side of ['an empty page from bare node', 'empty database', 'node CPU', 'page heap MB', 'app.asar']) {
        expect(output).toContain(side);
      }
      expect(output).not.toMatch(/met|MISSED/);
    },
  );

  it('names its figures when it is asked for one it has not', async () => {
    const { code, output } = await bench('speed');
    expect(code).toBe(2);
    expect(output).toContain('pages, list, serve, desktop, download, upload, save, interpreter, records');
  });
});

describe('percentile', () => {
  it('is the value below which that share of the samples lies, whatever their order', () => {
    const samples = Array.from({ length: 100 }, (_, index) => 99 - index);
    expect([percentile(samples, 0), percentile(samples, 0.99), percentile(samples, 1)]).toEqual([0, 99, 99]);
    expect(median([30, 10, 20])).toBe(20);
  });

  it('has none of no samples', () => {
    expect(() => median([])).toThrow(RangeError);
  });
});

describe('interleave', () => {
  it('begins each round with another side and keeps the samples of each apart', async () => {
    const order: string[] = [];
    const side = (name: string) => () => Promise.resolve(order.push(name));
    const samples = await interleave(2, { a: side('a'), b: side('b') });
    expect(order).toEqual(['a', 'b', 'b', 'a']);
    expect(samples).toEqual({ a: [1, 4], b: [2, 3] });
  });
});

describe('formatTable', () => {
  const line = (value: number) => ({
    what: 'ours',
    figures: { ms: milliseconds(12.3) },
    ratio: { value, peer: 'theirs', goal: { atMost: 1 } },
  });
  const table = { title: 'Title', lines: [{ what: 'theirs', figures: { ms: '10' } }, line(1.23)], notes: ['Note.'] };

  it('sets figures to the right and says of a goal whether it is met', () => {
    expect(formatTable(table, true)).toBe(
      'Title\n          ms  against       goal\n  theirs  10\n  ours    12  1.23x theirs  <= 1.00 MISSED\n  Note.\n',
    );
  });

  it('says nothing of it when times mean nothing', () => {
    expect(formatTable(table, false)).toContain('<= 1.00\n');
  });

  it('knows goals that are reached from below and from above', () => {
    expect([meets(0.95, { atLeast: 0.95 }), meets(0.94, { atLeast: 0.95 }), meets(1, { atMost: 1 })]).toEqual([
      true,
      false,
      true,
    ]);
  });
});
