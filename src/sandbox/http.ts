import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';
import type { ReceivedFile } from './request-log.ts';

/** What every handler of the sandbox can reach besides the request. */
export type SandboxEnvironment = {
  /** Present when a Node server runs the app; faults that break a connection need it. */
  readonly Bindings: { readonly outgoing?: ServerResponse };
  readonly Variables: {
    /** Rows that have gone from the front of a list since its first page (a fault; see faults.ts). */
    vanishedRows: number;
    /** Tells the request log which file came with a form. */
    noteFile: (file: ReceivedFile) => void;
  };
};

/** A request in the sandbox. */
export type SandboxContext = Context<SandboxEnvironment>;

/** Returns the media type of a request's body in lower case, without parameters; empty when none is given. */
export const mediaType = (c: SandboxContext): string =>
  (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';

/** Tells whether a request has a body of at least one byte, or one of a length that was not announced. */
export const hasBody = (c: SandboxContext): boolean => {
  if (c.req.header('transfer-encoding') !== undefined || Number(c.req.header('content-length') ?? 0) > 0) return true;
  // Called without a server, a request may lack both headers; a server's always looks as if it had a body.
  return c.env?.outgoing === undefined && c.req.raw.body !== null;
};
