import type { z } from 'zod';
import { AppError } from '../../../shared/errors/app-error.ts';
import { encodeForm } from './form-encoding.ts';
import { multipartBody, type MultipartBody, type UploadFile } from './multipart.ts';
import type { CallParams, OperationRow } from './operation.ts';

/** A request ready to be sent, without credentials. */
export interface PreparedRequest {
  readonly method: OperationRow['method'];
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | MultipartBody | null;
}

export interface RequestParts {
  readonly row: OperationRow;
  /** The connection's base address, without a slash at its end. */
  readonly baseUrl: string;
  readonly params: CallParams;
  readonly queryBooleans?: 'words' | 'digits';
  /** The file and a random boundary, for operations that upload. */
  readonly upload?: { readonly file: UploadFile; readonly boundary: string };
}

/** What each kind of answer asks the vendor for. */
const ACCEPT: Readonly<Record<OperationRow['answer']['kind'], string>> = {
  json: 'application/json',
  xml: 'application/xml',
  pdf: 'application/pdf, application/json;q=0.5',
  binary: '*/*',
  empty: 'application/json',
};

const badInput = (field: string, problem: string): AppError =>
  new AppError('bad-input', `${field}: ${problem}`, { data: { field } });

const isGiven = (value: unknown): boolean => value !== undefined && value !== null;

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether anything was given at a path of names and places. */
const isThere = (value: unknown, [name, ...rest]: readonly PropertyKey[]): boolean => {
  if (name === undefined) return value !== undefined;
  return typeof value === 'object' && value !== null && isThere((value as Record<PropertyKey, unknown>)[name], rest);
};

function check(place: string, schema: z.ZodType, value: unknown): void {
  const issue = schema.safeParse(value).error?.issues[0];
  if (!issue) return;
  const path = [place, ...issue.path.map(String)];
  if (issue.code !== 'unrecognized_keys') {
    throw badInput(path.join('.'), isThere(value, issue.path) ? issue.message : 'is missing');
  }
  // A misspelt field would be taken as left out, and what is left out may be wiped.
  throw badInput([...path, ...issue.keys.slice(0, 1)].join('.'), 'the operation has no such field');
}

/** The given values of one place, checked against the names and limits of the row. */
function checkFields(
  place: 'path' | 'query',
  schema: z.ZodObject | undefined,
  given: CallParams['path'],
): readonly (readonly [string, unknown])[] {
  const entries = Object.entries(given ?? {}).filter(([, value]) => isGiven(value));
  const known = schema?.shape ?? {};
  for (const [name] of entries) {
    if (!Object.hasOwn(known, name)) throw badInput(`${place}.${name}`, 'the operation has no such parameter');
  }
  if (schema) check(place, schema, Object.fromEntries(entries));
  return entries;
}

/** Segments that a server, a proxy or the URL parser would read as something else than one id. */
const UNSAFE_SEGMENT = /[/\\\p{Cc}\u2028\u2029]/u;

/**
 * One path parameter as a segment. A blank id, a dot segment or a slash would turn a harmless call into another route
 * (`DELETE /audit` instead of `/audit/{id}`), so they are refused before anything is sent.
 */
function segment(name: string, value: unknown): string {
  const text = typeof value === 'number' ? String(value) : value;
  const field = `path.${name}`;
  if (typeof text !== 'string' || text.trim() === '') throw badInput(field, 'must not be blank');
  if (text === '.' || text === '..' || UNSAFE_SEGMENT.test(text)) throw badInput(field, 'is not an id');
  if (!text.isWellFormed()) throw badInput(field, 'is not a valid text');
  return encodeURIComponent(text);
}

function buildPath(row: OperationRow, params: CallParams): string {
  const values = new Map(checkFields('path', row.pathParams, params.path));
  return row.path.replace(/\{(\w+)\}/g, (_, name: string) => segment(name, values.get(name)));
}

function buildQuery(parts: RequestParts): string {
  const words = parts.queryBooleans !== 'digits';
  const search = new URLSearchParams();
  for (const [name, value] of checkFields('query', parts.row.query, parts.params.query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      search.append(name, typeof item === 'boolean' && !words ? String(Number(item)) : String(item));
    }
  }
  return search.toString();
}

/** A bulk call without an object to name, or with a blank one, is a mistake whose outcome nobody knows. */
function refuseEmptyBulk(row: OperationRow, body: unknown): void {
  if (row.effect !== 'destructive' || !isFields(body)) return;
  for (const [name, value] of Object.entries(body)) {
    if (!Array.isArray(value)) continue;
    const isBlank = value.some((item) => typeof item === 'string' && item.trim() === '');
    if (value.length === 0 || isBlank) {
      throw badInput(`body.${name}`, 'must name at least one object, none of them blank');
    }
  }
}

interface Content {
  readonly body: PreparedRequest['body'];
  readonly headers: Readonly<Record<string, string>>;
}

function formContent(schema: z.ZodType, given: unknown): Content {
  const fields = given ?? {};
  check('body', schema, fields);
  if (!isFields(fields)) throw badInput('body', 'must be an object of fields');
  try {
    return { body: encodeForm(fields), headers: { 'content-type': 'application/x-www-form-urlencoded' } };
  } catch (error) {
    throw badInput('body', error instanceof Error ? error.message : 'cannot be sent as a form');
  }
}

function uploadContent(parts: RequestParts): Content {
  const { row, params, upload } = parts;
  if (row.body.kind !== 'multipart' || !upload) throw badInput('file', 'the operation needs a file');
  const { file, boundary } = upload;
  if (!row.body.contentTypes.includes(file.contentType)) {
    throw badInput('file', `must be one of ${row.body.contentTypes.join(', ')}`);
  }
  if (!Number.isSafeInteger(file.bytes) || file.bytes <= 0) throw badInput('file', 'is empty');
  const fields = params.body ?? {};
  if (row.body.schema) check('body', row.body.schema, fields);
  const texts = Object.entries(isFields(fields) ? fields : {})
    .filter(([, value]) => isGiven(value))
    .map(([name, value]) => [name, typeof value === 'boolean' ? String(Number(value)) : String(value)] as const);
  const body = multipartBody(texts, { field: row.body.field, content: file }, boundary);
  return { body, headers: { 'content-type': body.contentType } };
}

function buildContent(parts: RequestParts): Content {
  const { row, params } = parts;
  if (row.body.kind === 'multipart') return uploadContent(parts);
  if (row.body.kind === 'form') return formContent(row.body.schema, params.body);
  if (row.body.kind === 'json') {
    check('body', row.body.schema, params.body);
    refuseEmptyBulk(row, params.body);
    return { body: JSON.stringify(params.body), headers: { 'content-type': 'application/json' } };
  }
  if (isGiven(params.body)) throw badInput('body', 'the operation carries none');
  return { body: null, headers: {} };
}

/**
 * The request a row and its parameters make; pure. What was given is sent as it was given: JSON bodies to the letter,
 * query parameters without those that are absent or null. Throws AppError `bad-input` that names the field.
 */
export function prepareRequest(parts: RequestParts): PreparedRequest {
  const { row, baseUrl } = parts;
  const path = buildPath(row, parts.params);
  const query = buildQuery(parts);
  const { body, headers } = buildContent(parts);
  const url = new URL(baseUrl + path + (query === '' ? '' : `?${query}`));
  const expected = new URL(baseUrl).pathname.replace(/\/+$/, '') + path;
  if (url.pathname !== expected) throw badInput('path', 'does not stay where the operation is');
  return { method: row.method, url, headers: { accept: ACCEPT[row.answer.kind], ...headers }, body };
}

/** What is known of a file before it is read. */
type FileFacts = Omit<UploadFile, 'open'>;

/**
 * Checks what `prepareRequest` checks, without a file at hand: for a change that is kept now and sent later. `file` are
 * the facts of the one that will go with it. Throws AppError `bad-input` that names the field.
 */
export function checkRequest({ file, ...parts }: Omit<RequestParts, 'upload'> & { readonly file?: FileFacts }): void {
  const open = (): never => {
    throw new TypeError('A check reads no file.');
  };
  prepareRequest({ ...parts, ...(file ? { upload: { file: { ...file, open }, boundary: 'boundary' } } : {}) });
}
