import { contract, type OperationName } from '../../src/shared/contract/index.ts';
import { OPERATION_NAMES } from '../../src/shared/contract/names.ts';

interface Payload {
  readonly operation: OperationName;
  /** JSON text, as it goes over the border; not always JSON, and not always of a sensible size. */
  readonly input: string;
}

/** Whole numbers from 0 below `limit`, the same for the same seed (mulberry32). */
function numbersOf(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

/** Values that borders have been broken with, as JSON. */
const NASTY = [
  'null',
  'true',
  '0',
  '-1',
  '1e999',
  '9007199254740993',
  '""',
  '"constructor"',
  '"__proto__"',
  '"\\u0000"',
  '"\\ud800"',
  '"../../etc/passwd"',
  '"%2e%2e%2f"',
  '"a\\r\\nx-api-key: 1"',
  '"<img src=x onerror=alert(1)>"',
  '"monitorqa/nobody:audit:1"',
  '"2026-13-45T99:99:99Z"',
  '[]',
  '[null]',
  '{}',
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"toString":1,"then":1}',
  `"${'x'.repeat(5000)}"`,
  '['.repeat(200) + ']'.repeat(200),
] as const;

/** Inputs that are no JSON at all. */
const BROKEN = ['', '{', 'undefined', '\u0000', '[1,]', 'NaN'] as const;

/** The fields an operation takes, by name; fields that name a place on this computer are left out: some of them write. */
function fieldsOf(operation: OperationName): readonly string[] {
  const { input } = contract[operation];
  const shape: Readonly<Record<string, unknown>> = 'shape' in input ? input.shape : {};
  return Object.keys(shape).filter((name) => name !== 'out' && name !== 'path');
}

/** `count` payloads over all operations in turn, hostile in shape or in content, the same for the same seed. */
export function* fuzzPayloads(count: number, seed: number): Generator<Payload> {
  const below = numbersOf(seed);
  const nasty = (): string => NASTY[below(NASTY.length)] ?? 'null';
  for (let index = 0; index < count; index += 1) {
    const operation = OPERATION_NAMES[index % OPERATION_NAMES.length] ?? 'workspace.status';
    const kind = below(10);
    if (kind === 0) yield { operation, input: nasty() };
    else if (kind === 1) yield { operation, input: BROKEN[below(BROKEN.length)] ?? '' };
    else {
      const fields = fieldsOf(operation).filter(() => below(4) > 0);
      const strange = below(5) === 0 ? [`"__proto__":${nasty()}`] : [];
      yield {
        operation,
        input: `{${[...fields.map((name) => `${JSON.stringify(name)}:${nasty()}`), ...strange].join(',')}}`,
      };
    }
  }
}
