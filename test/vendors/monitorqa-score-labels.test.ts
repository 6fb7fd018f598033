import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closeLabelGaps, labelProblems } from '../../src/main/vendors/monitorqa/score-labels.ts';

type Pair = readonly [min: number, max: number];
const ranges = (pairs: readonly Pair[]) => pairs.map(([min, max]) => ({ min, max }));
const pairs = (labels: readonly { readonly min: number; readonly max: number }[]) =>
  labels.map(({ min, max }): Pair => [min, max]);

describe('labelProblems', () => {
  it.each<readonly [string, readonly Pair[]]>([
    [
      '',
      [
        [0, 50],
        [50, 80],
        [80, 100],
      ],
    ],
    ['', [[0, 100]]],
    [
      '',
      [
        [0, 0],
        [0, 100],
      ],
    ],
    [
      '0.min',
      [
        [10, 50],
        [50, 100],
      ],
    ],
    [
      '1.max',
      [
        [0, 50],
        [50, 90],
      ],
    ],
    [
      '1.min',
      [
        [0, 50],
        [40, 100],
      ],
    ],
    [
      '1.min',
      [
        [0, 50],
        [60, 100],
      ],
    ],
    [
      '1.min',
      [
        [0, 50],
        [51, 100],
      ],
    ],
    [
      '0.max 1.min',
      [
        [0, -1],
        [50, 100],
      ],
    ],
    [
      '1.max',
      [
        [0, 50],
        [50, 101],
      ],
    ],
    [
      '0.min 1.min 1.max',
      [
        [50, 100],
        [0, 50],
      ],
    ],
  ])('finds %j in %j', (places, labels) => {
    expect(
      labelProblems(ranges(labels))
        .map(({ index, field }) => `${index}.${field}`)
        .join(' '),
    ).toBe(places);
  });

  it('names the border that is wanted', () => {
    const [overlap] = labelProblems(
      ranges([
        [0, 50],
        [40, 100],
      ]),
    );
    const [gap] = labelProblems(
      ranges([
        [0, 50],
        [60, 100],
      ]),
    );
    expect([overlap?.problem, gap?.problem]).toEqual([
      'overlaps the label before: must be 50',
      'leaves a gap to the label before: must be 50',
    ]);
  });
});

describe('closeLabelGaps', () => {
  it('makes the labels of a read ones that can be written, with everything else as it was', () => {
    const read = [
      { id: 'a', min: 81, max: 100, label: 'Excellent' },
      { id: 'b', min: 0, max: 50, label: 'Poor' },
      { id: 'c', min: 51, max: 80, label: 'Good' },
    ];
    const closed = closeLabelGaps(read);
    expect(closed).toEqual([
      { id: 'b', min: 0, max: 50, label: 'Poor' },
      { id: 'c', min: 50, max: 80, label: 'Good' },
      { id: 'a', min: 80, max: 100, label: 'Excellent' },
    ]);
    expect(labelProblems(closed)).toEqual([]);
  });

  it('leaves wider gaps, overlaps and open ends to a person', () => {
    const labels: readonly Pair[] = [
      [1, 40],
      [30, 60],
      [62, 99],
    ];
    expect(pairs(closeLabelGaps(ranges(labels)))).toEqual(labels);
  });

  it('mends every read that only has the gaps of whole points, and changes nothing twice', () => {
    const borders = fc.uniqueArray(fc.integer({ min: 1, max: 98 }), { maxLength: 9 });
    fc.assert(
      fc.property(borders, (unsorted) => {
        const ends = [...unsorted.toSorted((left, right) => left - right), 100];
        const read = ends.map((max, index) => ({ min: index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, max }));
        const closed = closeLabelGaps(read);
        expect(labelProblems(closed)).toEqual([]);
        expect(closed.map(({ max }) => max)).toEqual(ends);
        expect(closeLabelGaps(closed)).toEqual(closed);
      }),
    );
  });
});
