import type { ServerResponse } from 'node:http';
import type { Next } from 'hono';
import type { Fault, WrongType } from './faults.ts';
import type { SandboxContext } from './http.ts';

/** Faults that need the vendor's own answer first. */
type DistortingFault = Extract<
  Fault,
  { kind: 'wrongType' | 'emptyList' | 'unknownValues' | 'replace' | 'cutOff' | 'stall' | 'slices' }
>;

/** Tells the Node adapter that the answer was written (or withheld) by hand. */
const alreadySent = (): Response => new Response(null, { headers: { 'x-hono-already-sent': 'true' } });

/**
 * Returns Node's own response, which alone can break a connection.
 * @throws Error when the app is called without a server.
 */
const outgoingOf = (c: SandboxContext): ServerResponse => {
  const { outgoing } = c.env;
  if (outgoing === undefined) throw new Error('This fault needs a real server.');
  return outgoing;
};

/** Puts another answer in place of the vendor's, none of whose headers are kept. */
const answerWith = (c: SandboxContext, response: Response): void => {
  c.res = undefined;
  c.res = response;
};

const loginPage = `<!doctype html>
<html><head><title>Sign in</title></head>
<body><form method="post"><label>E-mail <input name="email"></label><button>Sign in</button></form></body></html>
`;

const wrongAnswer = async (c: SandboxContext, as: WrongType): Promise<Response> => {
  const labels = {
    loginPage: 'text/html; charset=utf-8',
    htmlAsJson: 'application/json',
    htmlAsPdf: 'application/pdf',
  };
  if (as === 'loginPage' || as === 'htmlAsJson' || as === 'htmlAsPdf') {
    return new Response(loginPage, { headers: { 'Content-Type': labels[as] } });
  }
  const body = new Uint8Array(await c.res.arrayBuffer());
  const type = c.res.headers.get('content-type') ?? 'application/octet-stream';
  if (as === 'brokenJson') return new Response(body.slice(0, body.length >> 1), { headers: { 'Content-Type': type } });
  body.set(new TextEncoder().encode('%FDP').subarray(0, body.length));
  return new Response(body, { headers: { 'Content-Type': type } });
};

/** Writes the vendor's answer through Node's response as far as the fault lets it. */
const writePart = async (
  c: SandboxContext,
  fault: Extract<Fault, { kind: 'cutOff' | 'stall' | 'slices' }>,
): Promise<void> => {
  const outgoing = outgoingOf(c);
  const body = new Uint8Array(await c.res.arrayBuffer());
  const headers = Object.fromEntries(c.res.headers);
  if (fault.kind === 'cutOff' && fault.chunked === true) delete headers['content-length'];
  else headers['content-length'] = String(body.length);
  outgoing.writeHead(c.res.status, headers);
  outgoing.flushHeaders();
  const write = (bytes: Uint8Array): Promise<void> => new Promise((resolve) => outgoing.write(bytes, () => resolve()));
  if (fault.kind === 'slices') {
    const size = Math.max(1, fault.size);
    for (let at = 0; at < body.length; at += size) await write(body.subarray(at, at + size));
    outgoing.end();
    return;
  }
  // One byte is always held back: a client that has all of the announced length would take the answer as whole, and
  // use the connection again.
  const after = Math.min(fault.after, body.length - 1);
  if (after > 0) await write(body.subarray(0, after));
  if (fault.kind === 'cutOff') outgoing.destroy();
};

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

const enumerations = new Set([
  'status',
  'priority',
  'itemType',
  'roleType',
  'usagePurpose',
  'templateType',
  'access_level',
]);

/** Enumerations that vendors write as words. */
const wordEnumerations = new Set(['status', 'threshold', 'choiceType', 'pos_type', 'severity']);

const unknownOf = (name: string, value: Json): Json => {
  if (enumerations.has(name) && typeof value === 'number') return 99;
  if (wordEnumerations.has(name) && typeof value === 'string') return 'value-of-tomorrow';
  return withUnknowns(value);
};

const withUnknowns = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(withUnknowns);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([name, inner]): [string, Json] => [name, unknownOf(name, inner)]);
  return { ...Object.fromEntries(entries), fieldOfTomorrow: { isNew: true, list: [1, 'two', null] } };
};

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the vendors call the rows of a list, and the number of all of them. */
const rowNames = ['data', 'projects', 'issues', 'milestones', 'webhooks'];
const countNames = ['totalCount', 'total_records', 'count'];

/** Returns what the rows of an object are called. Items are rows beside an offset; elsewhere they are what one audit has. */
const rowNamesIn = (value: { [name: string]: Json }): readonly string[] =>
  Object.hasOwn(value, 'offset') ? [...rowNames, 'items'] : rowNames;

const withoutCounts = (value: { [name: string]: Json }): { [name: string]: Json } =>
  Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, countNames.includes(name) ? 0 : inner]));

/** Takes the rows out of a list: a bare array, an object that has them, or such an object in `data`. */
const emptied = (value: Json): Json => {
  if (Array.isArray(value)) return [];
  if (!isObject(value)) return value;
  if (isObject(value['data'])) return { ...value, data: emptied(value['data']) };
  const names = rowNamesIn(value);
  if (!names.some((name) => Array.isArray(value[name]))) return value;
  const entries = Object.entries(withoutCounts(value)).map(([name, inner]): [string, Json] => {
    if (names.includes(name)) return [name, []];
    return [name, (name === 'meta' || name === 'paging') && isObject(inner) ? withoutCounts(inner) : inner];
  });
  return Object.fromEntries(entries);
};

const replaced = (
  value: Json,
  [first, ...rest]: readonly (string | number)[],
  next: Json | undefined,
): Json | undefined => {
  if (first === undefined) return next;
  if (Array.isArray(value)) {
    return value.flatMap((inner, index) => (index === first ? (replaced(inner, rest, next) ?? []) : [inner]));
  }
  if (value === null || typeof value !== 'object') return value;
  const changed = replaced(value[first] ?? null, rest, next);
  const others = Object.fromEntries(Object.entries(value).filter(([name]) => name !== String(first)));
  return changed === undefined ? others : { ...others, [first]: changed };
};

const changeJson = async (c: SandboxContext, change: (value: Json) => Json): Promise<void> => {
  const body = JSON.stringify(change((await c.res.json()) as Json));
  answerWith(c, new Response(body, { status: c.res.status, headers: { 'Content-Type': 'application/json' } }));
};

/** Distorts the answer the vendor has given. */
const distort = async (c: SandboxContext, fault: DistortingFault): Promise<void> => {
  switch (fault.kind) {
    case 'wrongType':
      return answerWith(c, await wrongAnswer(c, fault.as));
    case 'emptyList':
      return changeJson(c, emptied);
    case 'unknownValues':
      return changeJson(c, withUnknowns);
    case 'replace':
      return changeJson(c, (value) => replaced(value, fault.at, fault.value as Json | undefined) ?? null);
    case 'cutOff':
    case 'stall':
    case 'slices':
      await writePart(c, fault);
      return answerWith(c, alreadySent());
  }
};

/**
 * Answers a request with a fault; `next` is the vendor's own answer, called where the fault distorts it.
 * Returns a response to send instead, or nothing when the vendor's (changed) answer goes out.
 */
export const applyFault = async (c: SandboxContext, fault: Fault, next: Next): Promise<Response | void> => {
  switch (fault.kind) {
    case 'status':
      if (fault.applied === true) await next();
      return answerWith(c, new Response(fault.body ?? null, { status: fault.status, headers: { ...fault.headers } }));
    case 'redirect':
      return new Response(null, { status: fault.status, headers: { Location: fault.location } });
    case 'hang':
      outgoingOf(c);
      if (fault.applied === true) await next();
      return answerWith(c, alreadySent());
    case 'reset':
      if (fault.applied === true) await next();
      outgoingOf(c).socket?.resetAndDestroy();
      return answerWith(c, alreadySent());
    case 'raw':
      outgoingOf(c).socket?.end(fault.text, 'latin1');
      return alreadySent();
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return next();
    case 'shrinkingList':
      c.set('vanishedRows', fault.rows);
      return next();
    case 'wrongType':
    case 'emptyList':
    case 'unknownValues':
    case 'replace':
    case 'cutOff':
    case 'stall':
    case 'slices':
      await next();
      return distort(c, fault);
  }
};
