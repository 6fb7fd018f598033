import type { Hono } from 'hono';
import type { SandboxContext, SandboxEnvironment } from '../http.ts';
import type { MonitorqaEntry } from './entries.ts';
import { refusal } from './refusal.ts';
import type { Ledger } from './ledger.ts';
import { withDecimals } from './shapes.ts';
import type { Account } from './tenants.ts';

/** What a handler of the vendor is given. */
export type Asked = {
  readonly c: SandboxContext;
  readonly account: Account;
  /** The parameter `:id` of the path; empty where the path has none. */
  readonly id: string;
};

/** Answers one operation. */
type Answer = (asked: Asked) => Response | Promise<Response>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/** Registers the operations of one path; any other method on it is refused by name. */
export type Route = (path: string, operations: Readonly<Partial<Record<Method, Answer>>>) => void;

/** Returns what registers operations; `accountOf` says who asks. */
export const createRoute =
  (app: Hono<SandboxEnvironment>, accountOf: (c: SandboxContext) => Account): Route =>
  (path, operations) => {
    for (const [method, answer] of Object.entries(operations)) {
      app.on(method, path, (c) => answer({ c, account: accountOf(c), id: c.req.param('id') ?? '' }));
    }
    app.all(path, (c) => {
      const Allow = Object.keys(operations).join(', ');
      throw refusal(405, 'METHOD_NOT_ALLOWED', `${c.req.method} is not allowed here.`, {}, { Allow });
    });
  };

/** Returns 200 with JSON whose points and readings carry four decimals, as in the document's report. */
export const json = (c: SandboxContext, body: unknown): Response =>
  c.body(withDecimals(body), 200, { 'Content-Type': 'application/json' });

/** Returns 200 without a body, the answer to nearly every write. */
export const done = (c: SandboxContext): Response => c.body(null, 200);

/** What an entry says beside who wrote it and when. */
type Written = MonitorqaEntry extends infer Entry
  ? Entry extends MonitorqaEntry
    ? Omit<Entry, 'vendor' | 'at' | 'by' | 'company'>
    : never
  : never;

/** Makes what an account wrote last, with its name and the time on it. @throws HTTPException 500 when it cannot. */
export type Write = (account: Account, written: Written) => void;

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

/** Returns what writes to a ledger; `clock` gives milliseconds since 1970. */
export const createWrite =
  (ledger: Ledger, clock: () => number): Write =>
  (account, written) =>
    lasting(() =>
      ledger.record({
        vendor: 'monitorqa',
        at: new Date(clock()).toISOString(),
        by: personIdOf(account),
        company: account.tenant.number,
        ...written,
      }),
    );
