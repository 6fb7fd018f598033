import { z } from 'zod';
import type { OperationRow } from '../core/operation.ts';
import { wireText } from '../core/wire-fields.ts';

/** What a failed answer says. No error body is documented; this is the form of servers like the one behind it. */
interface Said {
  /** The vendor's own words. */
  readonly text: string | null;
  /** What is wrong with each field, by its place in the call (`body.category_ids.0`, `query.with[].1`). */
  readonly fields: Readonly<Record<string, string>>;
}

const fieldTexts = z.record(z.string(), z.union([z.array(z.unknown()), z.string()]));

const errorBody = z.looseObject({ message: wireText, error: wireText, errors: fieldTexts.optional().catch(undefined) });

const NOTHING: Said = { text: null, fields: {} };

/** The place in the call that a field's name in an answer stands for; an array has brackets in a query only. */
function placeOf(row: OperationRow | undefined, name: string): string {
  if (row === undefined || row.effect !== 'read') return `body.${name}`;
  const [base = '', ...rest] = name.split('.');
  const isArray = Object.hasOwn(row.query?.shape ?? {}, `${base}[]`);
  return ['query', isArray ? `${base}[]` : base, ...rest].join('.');
}

function fieldsOf(row: OperationRow | undefined, errors: z.output<typeof fieldTexts>): Said['fields'] {
  const entries = Object.entries(errors).map(([name, texts]): readonly [string, string] => [
    placeOf(row, name),
    [texts]
      .flat()
      .filter((text) => typeof text === 'string')
      .join(' '),
  ]);
  return Object.fromEntries(entries);
}

/** Reads the body of a failed answer; what cannot be read is nothing said, never an error of its own. */
export function readErrorBody(text: string, row: OperationRow | undefined): Said {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return { ...NOTHING, text };
  }
  if (typeof json === 'string') return { ...NOTHING, text: json };
  const body = errorBody.safeParse(json).data;
  if (body === undefined) return NOTHING;
  const fields = fieldsOf(row, body.errors ?? {});
  const named = Object.entries(fields).map(([field, problem]) => `${field}: ${problem}`);
  const said = [body.message ?? body.error, ...named].filter((part) => part !== null);
  return { text: said.length === 0 ? null : said.join(' '), fields };
}
