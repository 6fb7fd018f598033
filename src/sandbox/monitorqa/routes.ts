import type { Hono } from 'hono';
import type { RecordChange } from '../data/records.ts';
import type { WebhookEvent } from '../data/webhook-events.ts';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import type { MonitorqaEntry } from './entries.ts';
import type { Ledger } from './ledger.ts';
import { refusal } from './refusal.ts';
import { withDecimals } from './shapes.ts';
import type { Account, Tenants } from './tenants.ts';

/** What an entry says beside who wrote it and when. */
type Written = MonitorqaEntry extends infer Entry
  ? Entry extends MonitorqaEntry
    ? Omit<Entry, 'vendor' | 'at' | 'by' | 'company'>
    : never
  : never;

/**
 * Makes what an account wrote last, with its name and the time on it, in its company unless another is given.
 * @throws HTTPException 500 when it cannot.
 */
export type Write = (written: Written, company?: number) => void;

/** What a handler of the vendor is given. */
export type Asked = {
  readonly c: SandboxContext;
  readonly account: Account;
  /** The parameter of the path; empty where the path has none. */
  readonly id: string;
  readonly tenants: Tenants;
  /** The sandbox's present, milliseconds since 1970. */
  readonly now: number;
  readonly write: Write;
};

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** One documented operation: what it is called, where it is, and what answers it. */
export type Operation = {
  readonly name: string;
  readonly method: Method;
  /** As the document writes it, with `{id}` for a parameter; it has one at most. */
  readonly path: string;
  readonly answer: (asked: Asked) => Response | Promise<Response>;
};

/** Returns a path with its parameter as the application writes it. */
const patternOf = ({ path }: Operation): string => path.replace(/\{\w+\}/, ':id');

/**
 * Registers operations; any other method on the path of one is refused by name. A path without a parameter is tried
 * before those with one, which its last word would fit: `/audit/pending` is no audit.
 */
export const registerOperations = (
  app: Hono<SandboxEnvironment>,
  operations: readonly Operation[],
  askOf: (c: SandboxContext) => Asked,
): void => {
  const hasParameter = (pattern: string): number => (pattern.includes(':') ? 1 : 0);
  const byPattern = [...Map.groupBy(operations, patternOf)];
  byPattern.sort(([one], [other]) => hasParameter(one) - hasParameter(other));
  for (const [pattern, here] of byPattern) {
    for (const { method, answer } of here) app.on(method, pattern, (c) => answer(askOf(c)));
    app.all(pattern, (c) => {
      const Allow = here.map(({ method }) => method).join(', ');
      throw refusal(405, 'METHOD_NOT_ALLOWED', `${c.req.method} is not allowed here.`, {}, { Allow });
    });
  }
};

/** Returns 200 with JSON whose points and readings carry four decimals, as in the document's report. */
export const json = (c: SandboxContext, body: unknown): Response =>
  c.body(withDecimals(body), 200, { 'Content-Type': 'application/json' });

/** Returns 200 without a body, the answer to nearly every write. */
export const done = (c: SandboxContext): Response => c.body(null, 200);

/** Returns the id a person has in their company. */
export const personIdOf = ({ tenant, person }: Account): string =>
  tenant.dataset.identifiers.encode('person', person.index);

/**
 * Returns what `keep` returns.
 * @throws HTTPException 500 when it fails, as a full disk makes it.
 */
export const lasting = <T>(keep: () => T): T => {
  try {
    return keep();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw refusal(500, 'INTERNAL_SERVER_ERROR', 'Unexpected server error.', { code });
  }
};

/** Returns what writes to a ledger for an account; `now` is in milliseconds since 1970. */
export const createWrite =
  (ledger: Ledger, account: Account, now: number): Write =>
  (written, company = account.tenant.number) =>
    lasting(() =>
      ledger.record({
        vendor: 'monitorqa',
        at: new Date(now).toISOString(),
        by: personIdOf(account),
        company,
        ...written,
      }),
    );

/** Writes records together, as one entry, and what the webhook is told of them. */
export const writeRecords = (
  write: Write,
  changes: readonly RecordChange[],
  events: readonly WebhookEvent[] = [],
  company?: number,
): void => write({ type: 'records-changed', changes, ...(events.length > 0 ? { events } : {}) }, company);
