import type { Progress } from '../../shared/contract/operation.ts';
import { AppError, isAppError } from '../../shared/errors/app-error.ts';
import { toWire } from '../../shared/errors/wire.ts';
import type { Terminal } from './terminal.ts';
import { errorWords } from './words.ts';

/** How a command answers: one JSON document, or text for a person. */
export interface Output {
  /** The whole answer. `text` is only made when a person reads. */
  readonly answer: (json: unknown, text: () => string) => void;
  readonly progress: (progress: Progress) => void;
  /** A line for a person on standard error, left out with `--json`. */
  readonly note: (line: string) => void;
  readonly fail: (thrown: unknown) => void;
}

const PROGRESS_EVERY_MS = 100;

/** The output of one command; `now` is milliseconds since 1970 UTC. */
export function createOutput(terminal: Terminal, json: boolean, now: () => number): Output {
  let drawnAt = 0;
  let drawn = false;
  const clear = (): void => {
    if (drawn) terminal.err('\r\u001b[K');
    drawn = false;
  };
  return {
    answer: (value, text) => {
      clear();
      terminal.out(json ? `${JSON.stringify(value)}\n` : text());
    },
    progress: ({ done, total, unit, item }) => {
      const time = now();
      if (!terminal.isInteractive || time - drawnAt < PROGRESS_EVERY_MS) return;
      drawnAt = time;
      drawn = true;
      const share = total === undefined || total === 0 ? '' : ` of ${total}`;
      terminal.err(`\r\u001b[K${done}${share} ${unit}${item === undefined ? '' : `  ${item}`}`.slice(0, 100));
    },
    note: (line) => {
      clear();
      if (!json) terminal.err(`${line}\n`);
    },
    fail: (thrown) => {
      clear();
      const error = isAppError(thrown) ? thrown : new AppError('internal', 'Plumbline made a mistake of its own.');
      terminal.err(json ? `${JSON.stringify({ error: toWire(error) })}\n` : errorWords(error));
    },
  };
}

/** Rows as a table for a person: columns as wide as their longest cell, two spaces between. */
export function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, column) =>
    Math.max(head.length, ...rows.map((row) => [...(row[column] ?? '')].length)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - [...cell].length)))
      .join('  ')
      .trimEnd();
  return `${[heads, ...rows].map(line).join('\n')}\n`;
}

/** `text` shortened to `length` characters with one ellipsis at its end. */
export const clip = (text: string, length: number): string =>
  [...text].length <= length ? text : `${[...text].slice(0, length - 1).join('')}…`;
