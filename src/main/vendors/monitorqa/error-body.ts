import { z } from 'zod';
import type { FailedAnswer } from '../core/vendor.ts';
import { wireText } from '../core/wire-fields.ts';

/** What a failed answer says, taken from whichever of MonitorQA's forms it has. */
export interface Refusal {
  /** The vendor's own code: `error.code`, or a string for machines without its ids. */
  readonly code: string | null;
  /** The vendor's own words. */
  readonly text: string | null;
  /** The string for machines, like `template/not-found`, where that is what it says. */
  readonly machineString: string | null;
  /** The objects that a string for machines names behind its colon. */
  readonly ids: readonly string[];
  /** A web page: somebody else answered in MonitorQA's place. */
  readonly isPage: boolean;
}

const fieldTexts = z.record(z.string(), z.union([z.array(z.string()).transform((texts) => texts.join(' ')), wireText]));

/** `error` of the general page, `message` of the 409s, `title` and `errors` of the server beneath. */
const errorBody = z.looseObject({
  error: z
    .looseObject({ message: wireText, code: wireText, details: fieldTexts.optional().catch(undefined) })
    .optional()
    .catch(undefined),
  message: wireText,
  title: wireText,
  errors: fieldTexts.optional().catch(undefined),
});

type ErrorBody = z.output<typeof errorBody>;

const MACHINE_STRING = /^[a-z-]+\/[a-z-]+(:.*)?$/s;

/** The ids of `score-system/has-templates:{ids}`; neither their form nor what stands between them is documented. */
const ID = /[\w-]+/g;
const MOST_IDS = 100;

function fromText(text: string | null, code: string | null = null): Refusal {
  if (text === null || !MACHINE_STRING.test(text)) return { code, text, machineString: null, ids: [], isPage: false };
  const [machineString = text, ...named] = text.split(':');
  const ids = (named.join(':').match(ID) ?? []).slice(0, MOST_IDS);
  return { code: code ?? machineString, text, machineString, ids, isPage: false };
}

/** The fields that are named, as one line; null for none. */
function lineOf(fields: Readonly<Record<string, string | null>> | undefined): string | null {
  const line = Object.entries(fields ?? {}).map(([field, text]) => (text === null ? field : `${field}: ${text}`));
  return line.length === 0 ? null : line.join('; ');
}

function fromBody({ error, message, title, errors }: ErrorBody): Refusal {
  const said = error?.message ?? message ?? null;
  const refusal = fromText(said ?? lineOf(errors) ?? title, error?.code);
  const details = lineOf(error?.details);
  if (details === null || refusal.machineString !== null) return refusal;
  return { ...refusal, text: refusal.text === null ? details : `${refusal.text} (${details})` };
}

/** Reads the body of a failed answer; what cannot be read is nothing said, never an error of its own. */
export function readErrorBody({ contentType, text }: FailedAnswer): Refusal {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const isPage = /html/i.test(contentType) || text.trimStart().startsWith('<');
    return isPage ? { ...fromText(null), isPage } : fromText(text.trim() === '' ? null : text.trim());
  }
  if (typeof json === 'string') return fromText(json);
  const body = errorBody.safeParse(json).data;
  return body ? fromBody(body) : fromText(null);
}
