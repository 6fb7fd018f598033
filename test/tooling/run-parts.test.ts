import { describe, expect, it } from 'vitest';
import { checkParts } from '../../scripts/check/parts.ts';
import type { CheckPart } from '../../scripts/check/parts.ts';
import { runParts } from '../../scripts/check/run-parts.ts';
import { inParallel } from '../../scripts/lib/in-parallel.ts';

const part = (name: string, run: CheckPart['run']): CheckPart => ({ name, what: `what ${name} proves`, run });

async function outcome(parts: readonly CheckPart[]): Promise<{ readonly failed: number; readonly lines: string[] }> {
  const lines: string[] = [];
  const failed = await runParts(
    parts,
    (line) => lines.push(line),
    () => 0,
  );
  return { failed, lines };
}

describe('runParts', () => {
  it('prints one line for a part that passes, and keeps its output to itself', async () => {
    const quiet = part('types', () => Promise.resolve({ passed: true, output: 'noise' }));
    expect(await outcome([quiet])).toEqual({ failed: 0, lines: ['pass  types      what types proves (0.0 s)'] });
  });

  it('shows the output of a part that fails and goes on with the others', async () => {
    const failing = part('lint', () => Promise.resolve({ passed: false, output: 'line 3 is wrong\n' }));
    const passing = part('types', () => Promise.resolve({ passed: true, output: '' }));
    const { failed, lines } = await outcome([failing, passing]);
    expect(failed).toBe(1);
    expect(lines.join('\n')).toContain('FAIL  lint');
    expect(lines.join('\n')).toContain('line 3 is wrong');
    expect(lines.join('\n')).toContain('pass  types');
  });

  it('counts a part that throws as failed', async () => {
    const { failed, lines } = await outcome([part('unused', () => Promise.reject(new Error('no such tool')))]);
    expect(failed).toBe(1);
    expect(lines.join('\n')).toContain('no such tool');
  });
});

describe('checkParts', () => {
  it('covers all that npm run check promises', () => {
    expect(checkParts.map((each) => each.name).toSorted()).toEqual([
      'cycles',
      'format',
      'imports',
      'lint',
      'types',
      'unused',
      'workflows',
    ]);
  });
});

describe('inParallel', () => {
  it('returns the results in the order of the items, whichever ends first', async () => {
    const opens: (() => void)[] = [];
    const running = inParallel(['first', 'second'], 2, async (name) => {
      await new Promise<void>((open) => opens.push(open));
      return name;
    });
    for (const open of opens.toReversed()) open();
    expect(await running).toEqual(['first', 'second']);
  });

  it('never runs more than the limit at once', async () => {
    let running = 0;
    let most = 0;
    await inParallel([1, 2, 3, 4, 5], 2, async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
    });
    expect(most).toBe(2);
  });
});
