import { meets, type Goal, type Line, type Table } from './figure.ts';

const formatGoal = (goal: Goal): string =>
  'atLeast' in goal ? `>= ${goal.atLeast.toFixed(2)}` : `<= ${goal.atMost.toFixed(2)}`;

const verdict = (value: number, goal: Goal): string => (meets(value, goal) ? ' met' : ' MISSED');

function cellsOf(line: Line, columns: readonly string[], judged: boolean): readonly string[] {
  const { ratio } = line;
  return [
    line.what,
    ...columns.map((column) => line.figures[column] ?? ''),
    ratio === undefined ? '' : `${ratio.value.toFixed(2)}x ${ratio.peer}`,
    ratio?.goal === undefined ? '' : formatGoal(ratio.goal) + (judged ? verdict(ratio.value, ratio.goal) : ''),
  ];
}

/**
 * A table as lines for a person: the first column to the left, figures to the right, notes below. `judged` says of each
 * goal whether it is met.
 */
export function formatTable({ title, lines, notes }: Table, judged: boolean): string {
  const columns = [...new Set(lines.flatMap((line) => Object.keys(line.figures)))];
  const rows = [['', ...columns, 'against', 'goal'], ...lines.map((line) => cellsOf(line, columns, judged))];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const isFigure = (column: number): boolean => column > 0 && column <= columns.length;
  const body = rows.map((row) =>
    row
      .map((cell, column) => (isFigure(column) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...body.map((line) => `  ${line}`), ...notes.map((note) => `  ${note}`), ''].join('\n');
}

/** A time for a table: milliseconds, with as many digits as say something. */
export const milliseconds = (value: number): string => (value < 10 ? value.toFixed(3) : value.toFixed(0));
