import type { CredentialStore } from '../credentials/credential-store.ts';
import type { CallParams } from '../vendors/core/operation.ts';
import type { OpenConnection } from './connections.ts';

/** One change that may be of the connection's own login. */
interface LoginChange {
  readonly open: OpenConnection;
  /** Without the vendor's name. */
  readonly operation: string;
  readonly params: CallParams;
  readonly credentials: Pick<CredentialStore, 'get' | 'set'>;
  readonly signal: AbortSignal;
}

/**
 * Asks what must be known before such a change is sent, and gives back what is to be done once it was: the secret that is
 * kept follows the login. Nothing is asked, and nothing is done, for any other change. Throws what the vendor answers to
 * the question, with nothing sent of the change.
 */
export async function followLogin(change: LoginChange): Promise<(answer: unknown) => Promise<void>> {
  const { open, operation, params, credentials, signal } = change;
  const { connection, definition, client } = open;
  const rule = definition.secretAfterChange;
  if (rule === undefined || !rule.operations.includes(operation)) return () => Promise.resolve();
  const call = rule.meCall(operation, params);
  const me = call === null ? undefined : (await client.call(call.operation, call.params, { signal })).data;
  return async (answer) => {
    const kept = await credentials.get(connection.id);
    if (kept === undefined) return;
    const secret = rule.secret(operation, params, answer, kept.secret, me);
    if (secret !== null) await credentials.set(connection.id, { origin: kept.origin, secret });
  };
}
