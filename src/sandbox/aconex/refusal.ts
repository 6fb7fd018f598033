import { HTTPException } from 'hono/http-exception';
import { element, writeXml, xmlType } from './xml.ts';

/** A status an operation is refused with. */
type RefusalStatus = 400 | 401 | 403 | 404 | 500 | 503;

/** One field that does not pass, named beside the refusal of the whole. */
export type RefusedField = { readonly name: string; readonly code: string; readonly message: string };

/** A refusal before it is written: the answer's `RequestID` and `SystemTime` are the application's to add. */
export class AconexRefusal extends HTTPException {
  readonly code: string;
  readonly fields: readonly RefusedField[];

  constructor(status: RefusalStatus, code: string, description: string, fields: readonly RefusedField[] = []) {
    super(status, { message: description });
    this.code = code;
    this.fields = fields;
  }
}

/** Returns an exception that answers with a status, a code of the vendor's and its description. */
export const refusal = (
  status: RefusalStatus,
  code: string,
  description: string,
  fields: readonly RefusedField[] = [],
): AconexRefusal => new AconexRefusal(status, code, description, fields);

/** What is told of the request beside why it was refused. */
type Stamp = { readonly requestId: string; readonly at: number };

/**
 * Returns the answer of a refusal. The document names codes and descriptions and shows no body of an error; this is the
 * one other Aconex services are known to answer.
 */
export const refusalAnswer = (refused: AconexRefusal, { requestId, at }: Stamp): Response => {
  const fields = refused.fields.map(({ name, code, message }) =>
    element('Field', [element('FieldName', name), element('ErrorCode', code), element('ErrorMessage', message)]),
  );
  const body = writeXml(
    element('Error', [
      element('ErrorCode', refused.code),
      element('ErrorDescription', refused.message),
      element('RequestID', requestId),
      element('SystemTime', new Date(at).toISOString()),
      ...(fields.length > 0 ? [element('Fields', fields)] : []),
    ]),
  );
  return new Response(body, { status: refused.status, headers: { 'Content-Type': xmlType } });
};
