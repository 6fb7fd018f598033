import { openAnswer, readData } from '../../src/main/vendors/core/read-answer.ts';
import type { VendorDefinition } from '../../src/main/vendors/core/vendor.ts';
import type { Vector } from '../vendors/vectors/vector.ts';

type Answer = NonNullable<Vector['answer']>;

/** An example answer as bytes: XML as it stands, JSON written again, nothing for what is empty. */
export function bytesOf({ body }: Pick<Answer, 'body'>): Uint8Array<ArrayBuffer> {
  if (body === null) return new Uint8Array();
  return Uint8Array.from(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)));
}

const originOf = ({ vendor }: VendorDefinition, operation: string, { status, contentType }: Answer) => ({
  vendor,
  operation,
  status,
  contentType: contentType ?? 'application/json',
});

/** What the interpreter makes of a successful example answer. Throws what it throws. */
export const readExample = (definition: VendorDefinition, operation: string, answer: Answer): unknown =>
  readData(definition, originOf(definition, operation, answer), bytesOf(answer));

/** The data of an example answer without the vendor's envelope, whatever its form. */
export const openExample = (definition: VendorDefinition, operation: string, answer: Answer): unknown =>
  openAnswer(definition, originOf(definition, operation, answer), bytesOf(answer));

/** The data that an example answer should be read as: what it says itself, else its body out of the envelope. */
export function exampleData({ envelope }: VendorDefinition, { body, data }: Answer): unknown {
  if (data !== undefined) return data;
  return envelope === undefined || body === null ? body : envelope.open(body);
}
