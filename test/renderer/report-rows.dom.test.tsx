import { describe, expect, it } from 'vitest';
import { linesAbove, nextFailed, reportRows } from '../../src/renderer/features/report/report-rows.ts';
import { foldKey } from '../../src/renderer/features/report/report-state.ts';
import { sampleReport } from '../../src/renderer/gallery/sample-report.ts';

const { items } = sampleReport;
const places = (rows: ReturnType<typeof reportRows>): readonly string[] => rows.map(({ id }) => id);

describe('reportRows', () => {
  it('starts with sections folded in which nothing failed', () => {
    const shown = places(reportRows(items, 'all', new Map()));
    expect(shown).toContain('1');
    expect(shown).not.toContain('1.1');
    expect(shown).toContain('5.3');
  });

  it('stands open as a whole when nothing failed', () => {
    const clean = items.map((item) => ({ ...item, outcome: 'passed' as const, failedBelow: 0 }));
    expect(reportRows(clean, 'all', new Map())).toHaveLength(items.length);
  });

  it('unfolds and folds as the person says, with all that is below', () => {
    const folds = new Map([
      [foldKey('all', '1'), true],
      [foldKey('all', '5'), false],
    ]);
    const shown = places(reportRows(items, 'all', folds));
    expect(shown).toContain('1.1');
    expect(shown.filter((place) => place.startsWith('5.'))).toEqual([]);
  });

  it('shows what failed together with the lines it belongs under', () => {
    const rows = reportRows(items, 'failed', new Map());
    expect(places(rows)).toEqual(['2', '2.2', '3', '3.1', '5', '5.3', '5.4', '5.5', '5.5.1']);
    expect(rows.filter(({ isMatch }) => isMatch).map(({ id }) => id)).toEqual(['2.2', '3.1', '5.3', '5.4', '5.5.1']);
  });

  it.each(['failed', 'critical', 'notes', 'photos'] as const)(
    'shows as many matches as the count of %s says',
    (segment) => {
      const rows = reportRows(items, segment, new Map());
      expect(rows.filter(({ isMatch }) => isMatch)).toHaveLength(sampleReport.counts[segment]);
    },
  );

  it('knows the row above each row and how deep it is', () => {
    const rows = reportRows(items, 'all', new Map());
    const deep = rows.find(({ id }) => id === '5.5.1');
    expect(deep?.level).toBe(3);
    expect(rows[deep?.parentIndex ?? -1]?.id).toBe('5.5');
  });
});

describe('nextFailed', () => {
  it('goes on in reading order and from the end to the start', () => {
    expect(nextFailed(items, undefined)?.id).toBe('2.2');
    expect(nextFailed(items, '5.3')?.id).toBe('5.4');
    expect(nextFailed(items, '5.5.1')?.id).toBe('2.2');
  });

  it('finds none in a clean report', () => {
    const clean = items.filter(({ outcome }) => outcome !== 'failed');
    expect(nextFailed(clean, undefined)).toBeUndefined();
  });
});

describe('linesAbove', () => {
  it('names every line that must stand open', () => {
    expect(linesAbove(items, '5.5.1')).toEqual(['5.5', '5']);
    expect(linesAbove(items, '5')).toEqual([]);
  });
});
