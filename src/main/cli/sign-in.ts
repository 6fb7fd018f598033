import { AppError } from '../../shared/errors/app-error.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { Progress } from '../../shared/contract/operation.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { CliHost, CommandContext } from './context.ts';

/** The flags of a sign-in by browser, beside those of any account. */
export interface SignInFlags {
  readonly clientId?: string;
  readonly lobby?: string;
  readonly redirectPort?: number;
  /** False with `--no-open`: the address is printed only. */
  readonly open: boolean;
}

/** What a sign-in is for: a new account, or one that is there. */
interface SignInTarget {
  readonly vendor: Vendor;
  readonly name?: string;
  readonly url?: string;
  readonly id?: string;
}

/** A connection by its id. Throws AppError `no-connection`. */
export async function findConnection({ door }: CommandContext, id: string): Promise<Connection> {
  const found = (await door.local.call('connections.list', {})).find((connection) => connection.id === id);
  if (found === undefined) throw new AppError('no-connection', `There is no connection ${id.slice(0, 80)}.`);
  return found;
}

/**
 * Signs in by browser and answers the connection. The address goes to standard error, with `--json` too: without it
 * nobody could go on where no browser can be started.
 */
export function signInFromTerminal(
  { door, signal }: CommandContext,
  host: CliHost,
  target: SignInTarget,
  { clientId, lobby, redirectPort, open }: SignInFlags,
): Promise<Connection> {
  const input: Input<'connections.signIn'> = {
    ...target,
    ...(clientId === undefined ? {} : { clientId }),
    ...(lobby === undefined ? {} : { lobby }),
    ...(redirectPort === undefined ? {} : { redirectPort }),
  };
  const onProgress = ({ address }: Progress): void => {
    if (address === undefined) return;
    host.terminal.err(`Sign in at this address within ten minutes:\n${address}\n`);
    if (open) host.openPage(address);
  };
  return door.local.call('connections.signIn', input, { signal, onProgress });
}
