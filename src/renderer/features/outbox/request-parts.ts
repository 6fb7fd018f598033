import type { OutboxDetail } from '../../../shared/model/outbox.ts';

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A request as a person reads it: its path with the values in place, and below it, as JSON, what goes along. A body that
 * is all there is stands without its name.
 */
export function requestParts({ path, params }: OutboxDetail['request']): {
  readonly path: string;
  readonly rest: string;
} {
  if (!isRecord(params)) return { path, rest: params === undefined ? '' : JSON.stringify(params, null, 2) };
  const { path: inPath, ...others } = params;
  const values = isRecord(inPath) ? inPath : {};
  const filled = path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? encodeURIComponent(value) : whole;
  });
  const names = Object.keys(others);
  const rest = names.length === 1 && names[0] === 'body' ? others['body'] : others;
  return { path: filled, rest: names.length === 0 ? '' : JSON.stringify(rest, null, 2) };
}
