import { AppError } from '../../../shared/errors/app-error.ts';
import { checkShape, parseJsonAnswer, refuseWebPage, type AnswerOrigin } from './parse-answer.ts';
import { parseXmlAnswer } from './parse-xml.ts';
import type { OperationRow } from './operation.ts';
import type { VendorDefinition } from './vendor.ts';

/** What of a vendor it takes to read its answers. */
export type AnswerReader = Pick<VendorDefinition, 'operations' | 'envelope' | 'classify'>;

/** As much of an answer as its classifier is given. */
const REFUSAL_TEXT = 64 * 1024;

function rowOf({ operations }: AnswerReader, operation: string): OperationRow {
  const row = Object.hasOwn(operations, operation) ? operations[operation] : undefined;
  if (row === undefined) throw new AppError('unknown-operation', `There is no operation ${operation}.`);
  return row;
}

/** "Empty" is what a document shows; some vendors send a little JSON or a word all the same. */
function jsonOrNull(origin: AnswerOrigin, bytes: Uint8Array): unknown {
  refuseWebPage(origin, bytes);
  try {
    return parseJsonAnswer(origin, bytes);
  } catch {
    return null;
  }
}

function parse({ answer }: OperationRow, origin: AnswerOrigin, bytes: Uint8Array): unknown {
  switch (answer.kind) {
    case 'json':
      return parseJsonAnswer(origin, bytes);
    case 'xml':
      return parseXmlAnswer(origin, bytes, answer.lists);
    case 'empty':
      return jsonOrNull(origin, bytes);
    case 'pdf':
    case 'binary':
      throw new AppError('bad-input', 'This operation answers with a file; say where to put it.', {
        data: { field: 'out' },
      });
    default:
      return answer satisfies never;
  }
}

/**
 * The data of a successful answer as the vendor sent it, taken out of the vendor's envelope, unknown fields included;
 * null for an empty body. `blank` takes the connection's secret out of what a refusal may quote. Throws VendorError
 * `unexpected-answer` for what cannot be read, and what `classify` says where the envelope holds a refusal.
 */
export function openAnswer(
  definition: AnswerReader,
  origin: AnswerOrigin,
  bytes: Uint8Array,
  blank: (text: string) => string = (text) => text,
): unknown {
  const parsed = parse(rowOf(definition, origin.operation), origin, bytes);
  const { envelope } = definition;
  if (envelope === undefined || parsed === null) return parsed;
  if (!envelope.isRefusal(parsed)) return envelope.open(parsed);
  const { operation, status, contentType } = origin;
  const text = blank(new TextDecoder().decode(bytes.subarray(0, REFUSAL_TEXT)));
  throw definition.classify({ operation, status, contentType, text, retryAfterMs: null });
}

/** The same, and of the form that the row promises: else VendorError `unexpected-answer`. */
export function readData(
  definition: AnswerReader,
  origin: AnswerOrigin,
  bytes: Uint8Array,
  blank?: (text: string) => string,
): unknown {
  const data = openAnswer(definition, origin, bytes, blank);
  const { answer } = rowOf(definition, origin.operation);
  if (data !== null && (answer.kind === 'json' || answer.kind === 'xml')) checkShape(origin, answer.schema, data);
  return data;
}
