import type { CallParams } from '../../../src/main/vendors/core/operation.ts';

/** A file that goes with a call, its content as text, and the boundary that the example separates the parts by. */
export interface Upload {
  readonly name: string;
  readonly contentType: string;
  readonly content: string;
  readonly boundary: string;
}

/** One fact of a vendor's document: an example of a request, of an answer, or of both. */
export interface Vector {
  readonly operation: string;
  /** The section of the document the example stands in. */
  readonly section: string;
  /** What a caller gives. */
  readonly params: CallParams;
  /** The file a caller gives, for an operation that uploads. */
  readonly upload?: Upload;
  /** What the document says goes over the wire for it: the path with its query, and the body, JSON as what it says. */
  readonly request: { readonly method: string; readonly target: string; readonly body?: unknown };
  /** The example answer, where the document has one; `body` is null where it is empty, or a file; XML is its text. */
  readonly answer?: {
    readonly status: number;
    readonly body: unknown;
    readonly contentType?: string;
    /** What it is read as, for an answer that is not JSON. */
    readonly data?: unknown;
  };
  /** What of the example was corrected, and why. */
  readonly corrected?: string;
}

/** Parameters that the document's own limits forbid: refused before anything is sent. */
export interface RefusedVector {
  readonly operation: string;
  readonly params: CallParams;
  readonly upload?: Upload;
  /** The field the refusal names, like `body.labels.0.min`. */
  readonly field: string;
}

/** What is given and what goes over the wire, for a call whose body is sent to the letter. */
export const sends = (method: string, target: string, params: CallParams): Pick<Vector, 'params' | 'request'> => ({
  params,
  request: { method, target, ...(params.body === undefined ? {} : { body: params.body }) },
});

/** The correction of an example whose path has a name in braces where the id belongs. */
export const PLACEHOLDER =
  'The example leaves the placeholder of the path as it is; an id that the document uses for such an object stands in.';
