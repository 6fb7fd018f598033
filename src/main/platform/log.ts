import { appendFileSync, renameSync, statSync } from 'node:fs';
import { isAppError } from '../../shared/errors/app-error.ts';

/**
 * The facts a log line may hold, by name. It is a list of what is allowed, not of what is hidden: a field that nobody
 * thought of stays out. Never a header, a body, a query string, a secret or a person's text (quality S-6, C-7).
 */
const ALLOWED = [
  'operation',
  'vendor',
  'connection',
  'kind',
  'method',
  'path',
  'status',
  'attempt',
  'ms',
  'bytes',
  'rows',
  'code',
  'database',
  'version',
  'host',
  'port',
  'signal',
] as const;

type LogField = (typeof ALLOWED)[number];
export type LogFacts = Partial<Record<LogField, string | number | boolean>>;

export interface Log {
  readonly info: (event: string, facts?: LogFacts) => void;
  readonly warn: (event: string, facts?: LogFacts) => void;
  /** An error of ours is logged by code; any other by its name and the first line of where it was thrown. */
  readonly error: (event: string, thrown: unknown, facts?: LogFacts) => void;
}

/** One value as it may stand in a line: control characters and direction marks escaped, 200 characters at most. */
function logValue(value: string | number | boolean): string {
  const text = String(value).slice(0, 200);
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function describe(thrown: unknown): string {
  if (isAppError(thrown)) return `error=${logValue(thrown.code)}`;
  if (!(thrown instanceof Error)) return 'error="not an error"';
  const place = thrown.stack?.split('\n').find((line) => line.trimStart().startsWith('at ')) ?? '';
  return `error=${logValue(thrown.name)} at=${logValue(place.trim().replace(/^at /, ''))}`;
}

/** A log that hands finished lines to `write`; `now` is milliseconds since 1970 UTC. */
export function createLog(write: (line: string) => void, now: () => number): Log {
  const line = (level: string, event: string, facts: LogFacts = {}, extra = ''): void => {
    const fields = ALLOWED.flatMap((name) => {
      const value = facts[name];
      return value === undefined ? [] : [`${name}=${logValue(value)}`];
    });
    write([new Date(now()).toISOString(), level, event, ...fields, extra].filter(Boolean).join(' '));
  };
  return {
    info: (event, facts) => line('info', event, facts),
    warn: (event, facts) => line('warn', event, facts),
    error: (event, thrown, facts) => line('error', event, facts, describe(thrown)),
  };
}

/** A log longer than this at a start is set aside as `NAME.1`, in place of an earlier one. */
const LONGEST_LOG = 5 * 1024 * 1024;

/** Writes lines to the end of `path` (0600). A log that cannot be written is given up: it must never stop the work. */
export function fileSink(path: string): (line: string) => void {
  try {
    if (statSync(path).size > LONGEST_LOG) renameSync(path, `${path}.1`);
  } catch {
    // There is none yet.
  }
  let broken = false;
  return (line) => {
    if (broken) return;
    try {
      appendFileSync(path, `${line}\n`, { mode: 0o600 });
    } catch {
      broken = true;
    }
  };
}

/** A log that keeps nothing. */
export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
