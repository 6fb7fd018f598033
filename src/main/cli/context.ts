import type { WorkspaceMode } from '../../shared/contract/workspace.ts';
import type { Door } from '../rpc/door.ts';
import type { Output } from './output.ts';
import type { Terminal } from './terminal.ts';

/** What a command asks of its host, decided before it runs. */
interface DoorRequest {
  readonly mode: WorkspaceMode;
  readonly dataDir: string | undefined;
  readonly host: 'cli' | 'serve';
  /** Secrets for this command alone, by the id of their connection. */
  readonly secrets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

interface ServeRequest {
  readonly port: number;
  readonly open: boolean;
  readonly signal: AbortSignal;
  /** Called with every new address, each with a ticket of its own. */
  readonly onAddress: (url: string) => void;
}

/** Everything a command may use; the entry file supplies it, tests supply another. */
export interface CliHost {
  readonly terminal: Terminal;
  readonly now: () => number;
  readonly version: string;
  readonly signal: AbortSignal;
  readonly openDoor: (request: DoorRequest) => Promise<Door>;
  readonly serve: (door: Door, request: ServeRequest) => Promise<void>;
  /** Tries to open a page in the person's browser; it was printed, so that nothing is lost where there is none. */
  readonly openPage: (address: string) => void;
}

export interface CommandContext {
  readonly door: Door;
  readonly output: Output;
  readonly signal: AbortSignal;
}

/** Runs one command body with an open door and returns the exit status it chose: 0 all done, 1 only part. */
export type RunCommand = (
  body: (context: CommandContext) => Promise<0 | 1 | 2>,
  options?: { readonly mode?: WorkspaceMode; readonly host?: 'serve' },
) => Promise<void>;
