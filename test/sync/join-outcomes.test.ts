import { describe, expect, it } from 'vitest';
import { joinOutcomes } from '../../src/main/sync/run-connection.ts';

describe('joinOutcomes', () => {
  it.each([
    [['ok', 'ok'], 'ok'],
    [['failed', 'failed'], 'failed'],
    [['ok', 'failed'], 'partial'],
    [['ok', 'partial'], 'partial'],
    [['failed', 'partial'], 'partial'],
    [['ok', 'suspicious', 'failed'], 'suspicious'],
    [[], 'ok'],
  ] as const)('makes of %j %s', (outcomes, joined) => {
    expect(joinOutcomes(outcomes)).toBe(joined);
  });
});
