/** One label of a score system as it is written: a range in percent, both ends included, with its words and colour. */
export interface ScoreLabel {
  readonly min: number;
  readonly max: number;
  readonly label: string;
  readonly color: string;
}

type Range = Pick<ScoreLabel, 'min' | 'max'>;

/** What is wrong with a label, and where. */
export interface LabelProblem {
  /** The place in the array, from 0. */
  readonly index: number;
  readonly field: 'min' | 'max';
  readonly problem: string;
}

const problem = (index: number, field: LabelProblem['field'], text: string): LabelProblem => ({
  index,
  field,
  problem: text,
});

function startProblem(index: number, { min }: Range, previous: Range | undefined): LabelProblem | null {
  if (previous === undefined) return min === 0 ? null : problem(index, 'min', 'the first label must start at 0');
  if (min === previous.max) return null;
  const what = min < previous.max ? 'overlaps the label before' : 'leaves a gap to the label before';
  return problem(index, 'min', `${what}: must be ${previous.max}`);
}

function endProblem(index: number, { min, max }: Range, isLast: boolean): LabelProblem | null {
  if (max < min) return problem(index, 'max', 'must not be below min');
  return isLast && max !== 100 ? problem(index, 'max', 'the last label must end at 100') : null;
}

/**
 * Everything in which labels, in the order they are sent, break the "Label Validation Rules": they cover 0 to 100, and
 * each begins where the one before ends. Which of two labels owns the score they share is not documented.
 */
export const labelProblems = (labels: readonly Range[]): readonly LabelProblem[] =>
  labels.flatMap((label, index) =>
    [startProblem(index, label, labels[index - 1]), endProblem(index, label, index === labels.length - 1)].filter(
      (found) => found !== null,
    ),
  );

/** Reads show 0 to 50 and 51 to 80, writes want 0 to 50 and 50 to 80: a gap of one whole point is the same border. */
const WRITTEN_GAP = 1;

/**
 * The labels of a read as a write wants them: in order, each beginning where the one before ends if a read's whole
 * point lies between. Wider gaps and overlaps stay as they are, for `labelProblems` to name: nobody but a person can
 * say where that border belongs. What was moved shows in the difference to `labels`.
 */
export function closeLabelGaps<Label extends Range>(labels: readonly Label[]): readonly Label[] {
  const sorted = labels.toSorted((left, right) => left.min - right.min || left.max - right.max);
  return sorted.map((label, index) => {
    const end = sorted[index - 1]?.max;
    if (end === undefined || label.min <= end || label.min - end > WRITTEN_GAP) return label;
    return { ...label, min: end };
  });
}
