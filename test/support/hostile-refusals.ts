import { PAGE } from './hostile-outcomes.ts';
import { headOf, type Play } from './hostile-server.ts';

/** A refusal: what it means is the vendor's own classifier's to say. */
export interface HostileRefusal {
  readonly name: string;
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  readonly headers: readonly string[];
}

const JSON_TYPE = 'application/json';

const SHAPES: readonly (readonly [name: string, contentType: string, text: string])[] = [
  ['no body', '', ''],
  ['a page', 'text/html', PAGE],
  ['an empty object', JSON_TYPE, '{}'],
  ['an empty list', JSON_TYPE, '[]'],
  ['null', JSON_TYPE, 'null'],
  ['a text', JSON_TYPE, '"No."'],
  ['half an object', JSON_TYPE, '{"message":'],
  ['a message', JSON_TYPE, '{"message":"No.","code":7}'],
  ['a message that is none', JSON_TYPE, '{"message":{"a":[1]},"error":{"message":7,"code":{}},"errors":"x"}'],
  ['errors by field', JSON_TYPE, '{"message":"Invalid","errors":{"name":["Too long.","No."],"a.0.b":["No."]}}'],
  ['a refusal in an envelope', JSON_TYPE, '{"error":{"code":7,"message":"No."},"data":null}'],
  ['a prototype', JSON_TYPE, '{"__proto__":{"message":"x"},"constructor":1}'],
  ['XML', 'application/xml', '<?xml version="1.0"?><Error><ErrorCode>X</ErrorCode></Error>'],
  ['a text of 100 kB', 'text/plain', 'no '.repeat(34_000)],
];

const STATUSES = [
  300, 304, 400, 401, 403, 404, 405, 408, 410, 413, 418, 423, 451, 500, 501, 502, 503, 504, 507, 520, 524, 599,
];

const refusalOf = (status: number, shape: number, ...headers: readonly string[]): HostileRefusal => {
  const [name, contentType, text] = SHAPES[shape % SHAPES.length] ?? ['no body', '', ''];
  const more = headers.length === 0 ? '' : `, ${headers.join(', ')}`;
  return { name: `a ${status} with ${name}${more}`, status, contentType, text: status === 304 ? '' : text, headers };
};

const RETRY_AFTER = [
  '0',
  '7',
  'Thu, 01 Jan 2026 00:00:20 GMT',
  '86400',
  '9'.repeat(30),
  '-1',
  'soon',
  'Fri, 01 Jan 2100 00:00:00 GMT',
];

/** Every status once, the shapes in turn; 409 and 422 in every shape; 429 with every wait. */
export const hostileRefusals: readonly HostileRefusal[] = [
  ...STATUSES.map((status, index) => refusalOf(status, index)),
  ...[409, 422].flatMap((status) => SHAPES.map((_shape, index) => refusalOf(status, index))),
  refusalOf(429, 0),
  ...RETRY_AFTER.map((wait, index) => refusalOf(429, index, `retry-after: ${wait}`)),
  refusalOf(503, 1, 'retry-after: 7'),
];

/** Answers so whatever is asked. */
export const playRefusal =
  ({ status, contentType, text, headers }: HostileRefusal): Play =>
  (socket) => {
    const type = contentType === '' ? [] : [`content-type: ${contentType}`];
    const length = status === 304 ? [] : [`content-length: ${Buffer.byteLength(text)}`];
    socket.write(headOf(status, ...type, ...headers, ...length) + text);
  };
