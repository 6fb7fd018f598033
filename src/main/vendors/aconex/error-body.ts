import { z } from 'zod';
import { parseJson } from '../../../shared/lib/parse-json.ts';
import { isWebPage, parseXml } from '../core/parse-xml.ts';
import { wireList, wireObject, wireText } from '../core/wire-fields.ts';

/** What a refusal says, as XML or JSON. */
interface Refusal {
  /** The vendor's own code, in capitals with `_` between its words. */
  readonly code: string | null;
  /** The vendor's own words, with the fields they are about and the id that Oracle's support asks for. */
  readonly text: string | null;
  /** A web page: somebody else answered in Aconex's place. */
  readonly isPage: boolean;
}

const NOTHING_SAID: Refusal = { code: null, text: null, isPage: false };

/** An element of `<Error>`, which may have come more than once. */
const field = z.looseObject({ FieldName: wireText, ErrorCode: wireText, ErrorMessage: wireText });

const errorElement = z.looseObject({
  ErrorCode: wireText,
  ErrorDescription: wireText,
  RequestID: wireText,
  Fields: wireObject(z.looseObject({ Field: wireList(field) })),
});

/** A text, or all texts of a list. */
const texts = z.union([z.array(z.string()).transform((list) => list.join('; ')), wireText]);

/** The document lists codes and messages of a copy, not the form they come in: every likely name is looked at. */
const errorObject = z.looseObject({
  errorCode: wireText,
  code: wireText,
  status: wireText,
  error: wireText,
  message: texts,
  messages: texts,
  errorDescription: texts,
  errors: texts,
});

/** A code as the table of errors.ts has it: `BAD REQUEST` and `NOT_FOUND` stand side by side in the document. */
export const inCapitals = (code: string): string =>
  code
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_');

const codeOf = (code: string | null | undefined): string | null => (code ? inCapitals(code) : null);

/** Room for the request's id behind the longest description. */
const LONGEST_DESCRIPTION = 220;

function fromXml(text: string): Refusal {
  let root: Readonly<Record<string, unknown>>;
  try {
    root = parseXml(text, ['Field']);
  } catch {
    return NOTHING_SAID;
  }
  const error = errorElement.safeParse(root['Error']).data;
  if (error === undefined) return NOTHING_SAID;
  const about = (error.Fields?.Field ?? []).flatMap(({ FieldName, ErrorCode, ErrorMessage }) => {
    const words = [FieldName, ErrorMessage ?? ErrorCode].filter((word) => word !== null);
    return words.length === 0 ? [] : [words.join(': ')];
  });
  const said = [error.ErrorDescription, ...about].filter((word) => word !== null).join('; ');
  const id = error.RequestID === null ? '' : `(request ${error.RequestID})`;
  const whole = `${said.slice(0, LONGEST_DESCRIPTION)} ${id}`.trim();
  return { code: codeOf(error.ErrorCode), text: whole === '' ? null : whole, isPage: false };
}

function fromJson(text: string): Refusal {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch {
    return { ...NOTHING_SAID, text: text.trim() === '' ? null : text };
  }
  if (typeof json === 'string') return { ...NOTHING_SAID, text: json };
  const body = errorObject.safeParse(json).data;
  if (body === undefined) return NOTHING_SAID;
  // `status` may be a word or the number of the status, beside which `error` then has the word.
  const word = [body.errorCode, body.code, body.status, body.error].find(
    (code) => code !== null && !/^\d+$/.test(code),
  );
  const said = body.message ?? body.messages ?? body.errorDescription ?? body.errors;
  return { code: codeOf(word), text: said, isPage: false };
}

/** Reads the body of a failed answer by its first character; what cannot be read is nothing said, never an error. */
export function readRefusal(body: string, contentType: string): Refusal {
  const text = body.replace(/^\ufeff/, '');
  if (isWebPage(contentType, text)) return { ...NOTHING_SAID, isPage: true };
  return /^\s*</.test(text) ? fromXml(text) : fromJson(text);
}
