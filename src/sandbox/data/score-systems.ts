import type { Identifiers } from './identifiers.ts';
import { passedThreshold, scoreBands } from './outcomes.ts';
import type { ScoreLabel, ScoreSystemRecord } from './record-types.ts';

/**
 * The bands audits are scored by, as they are read: each ends one below the next, as in the example of "Get score
 * systems". Written like that they are refused, because the rule for writing asks that a band begins where the last ends.
 */
const bands: readonly ScoreLabel[] = scoreBands.map(({ min, label, color }, index) => ({
  label,
  min,
  max: (scoreBands[index + 1]?.min ?? 101) - 1,
  color,
}));

const sources: readonly ScoreSystemRecord[] = [
  {
    name: 'Kauri standard',
    description: 'Every checklist of the group is scored by this.',
    passedThreshold,
    scoreSystemType: 0,
    isSample: false,
    labels: bands,
  },
  {
    name: 'Pass or fail',
    description: null,
    passedThreshold: 100,
    scoreSystemType: 1,
    isSample: false,
    labels: [
      { label: 'Fail', min: 0, max: 100, color: '#dc3545' },
      { label: 'Pass', min: 100, max: 100, color: '#198754' },
    ],
  },
  {
    name: 'Standard scoring',
    description: 'Standard scoring system for audits',
    passedThreshold: 70,
    scoreSystemType: 0,
    isSample: true,
    labels: [
      { label: 'Poor', min: 0, max: 50, color: '#FF0000' },
      { label: 'Good', min: 51, max: 80, color: '#FFFF00' },
      { label: 'Excellent', min: 81, max: 100, color: '#00FF00' },
    ],
  },
];

/** Returns the score systems a company has; its templates all use the first. */
export const scoreSystemsOf = (
  identifiers: Identifiers,
): readonly (readonly [id: string, record: ScoreSystemRecord])[] =>
  sources.map((record, index) => [identifiers.encode('scoreSystem', index), record]);
