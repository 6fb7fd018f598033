import type { ServerResponse } from 'node:http';
import type { Context } from 'hono';

/** What every handler of the sandbox can reach besides the request. */
export type SandboxEnvironment = {
  /** Present when a Node server runs the app; faults that break a connection need it. */
  readonly Bindings: { readonly outgoing?: ServerResponse };
  readonly Variables: {
    /** Rows that have gone from the front of a list since its first page (a fault; see faults.ts). */
    vanishedRows: number;
  };
};

/** A request in the sandbox. */
export type SandboxContext = Context<SandboxEnvironment>;
