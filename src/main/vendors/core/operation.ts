import type { z } from 'zod';

/** Named parameters of one place; every documented one is here, with the document's limits. */
type Fields = z.ZodObject;

/** What the request carries: JSON (on DELETE too), a PHP-style form, or files as multipart. */
type BodyRule =
  | { readonly kind: 'none' }
  | { readonly kind: 'json'; readonly schema: z.ZodType }
  | { readonly kind: 'form'; readonly schema: z.ZodType }
  | {
      readonly kind: 'multipart';
      readonly field: string;
      readonly contentTypes: readonly string[];
      readonly schema?: z.ZodType;
    };

/** What comes back. `schema` is tolerant: unknown fields and values are kept. */
type AnswerRule =
  | { readonly kind: 'json'; readonly schema: z.ZodType }
  /** `lists` names the elements that are always read as arrays. */
  | { readonly kind: 'xml'; readonly schema: z.ZodType; readonly lists: readonly string[] }
  | { readonly kind: 'pdf' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'empty' };

/** The paging styles of the five vendors; `laravel-simple` may or may not page where a document is silent. */
export type PagingStyle =
  | 'none'
  | 'page-limit'
  | 'cursor'
  | 'page-size'
  | 'offset-count'
  | 'laravel-simple'
  | 'laravel-simple-maybe';

/**
 * One documented operation of a vendor, as data. One interpreter turns a row into a call; screens, forms, the command
 * line, the documentation and tests read the same row.
 */
export interface OperationRow {
  /** One sentence for a person. */
  readonly summary: string;
  /** The section of the vendor's document that rules. */
  readonly section: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below the connection's base address, with `{name}` for a path parameter. */
  readonly path: string;
  /** Where the document gives a second path: tried once when the first is not there, and kept to then. */
  readonly otherPath?: string;
  readonly pathParams?: Fields;
  readonly query?: Fields;
  readonly body: BodyRule;
  readonly answer: AnswerRule;
  readonly paging: PagingStyle;
  readonly effect: 'read' | 'write' | 'destructive';
  /** Danger tier of a write; reads have none. */
  readonly tier: 'T1' | 'T2' | 'T3' | 'T4' | null;
  /** May it be sent again? `safe`: yes. `after-read`: only when a fresh read shows the change absent. `never`. */
  readonly repeat: 'safe' | 'after-read' | 'never';
  /** Parameters that are secrets themselves (`body.user.password`): no database holds their values. */
  readonly secretParams?: readonly string[];
  /** What to read to learn whether a write arrived. */
  readonly probe?: string;
}

export type OperationTable = Readonly<Record<string, OperationRow>>;

/** The parameters of one call, by place, with the vendor's own names. */
export interface CallParams {
  readonly path?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
}

/** One call, named and with its parameters. */
export interface PlannedCall {
  readonly operation: string;
  readonly params: CallParams;
}
