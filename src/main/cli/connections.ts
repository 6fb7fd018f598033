import type { Command } from 'commander';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import { VENDORS, type Vendor } from '../../shared/model/vendor.ts';
import type { CliHost, RunCommand } from './context.ts';
import { vendorFlag, wholeNumber } from './filters.ts';
import { table } from './output.ts';
import { findConnection, signInFromTerminal, type SignInFlags } from './sign-in.ts';

interface AddFlags extends SignInFlags {
  readonly name: string;
  readonly url?: string;
  readonly test: boolean;
  readonly allowHttp?: boolean;
  /** Sign in by browser; no secret is read then. */
  readonly oauth?: boolean;
}

const LOST_SIGN_IN = 'No keychain was found: the sign-in is over with this command.';

/** The flags of a sign-in by browser. */
const withSignInFlags = (command: Command): Command =>
  command
    .option('--client-id <id>', 'sign-in: your organization’s client (default: as last time)')
    .option('--lobby <address>', 'sign-in: the server to sign in at (default: as last time, or the vendor’s own)')
    .option(
      '--redirect-port <n>',
      'sign-in: port of 127.0.0.1 to come back to (default: as last time, or a free one)',
      wholeNumber(0),
    )
    .option('--no-open', 'sign-in: print the address and open no browser');

const toJson = ({ id, vendor, name, url, status }: Connection) => ({ id, vendor, name, url, status });

/** A secret as JSON of standard input: an object of texts, empty for nothing at all. Nothing of it is ever repeated. */
export function parseSecret(text: string): Record<string, string> {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('bad-usage', 'The secret is given as JSON on standard input, like {"apiKey":"…"}.');
  }
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  const entries = isObject ? Object.entries(value as object) : [];
  if (!isObject || entries.some(([, part]) => typeof part !== 'string')) {
    throw new AppError('bad-usage', 'The secret is given as JSON on standard input, like {"apiKey":"…"}.');
  }
  return Object.fromEntries(entries as [string, string][]);
}

/** `connections add|list|test|sign-in|sign-out|remove`. */
export function addConnectionCommands(program: Command, run: RunCommand, host: CliHost): void {
  const connections = program.command('connections').description('accounts at vendors');
  withSignInFlags(connections.command('add'))
    .description('connect an account; its secret is read as JSON from standard input, or signed in for with --oauth')
    .argument('<vendor>', VENDORS.join(', '), vendorFlag)
    .requiredOption('--name <name>', 'what you call it')
    .option('--url <address>', 'base address (default: the vendor’s own)')
    .option('--no-test', 'do not try the secret first')
    .option('--allow-http', 'send the secret over plain http, for all to read')
    .option('--oauth', 'sign in in your browser (aconex)')
    .action((vendor: Vendor, flags: AddFlags) =>
      run(async (context) => {
        const { door, output } = context;
        const { name, url, test, allowHttp, oauth } = flags;
        if (oauth) {
          const target = { vendor, name, ...(url === undefined ? {} : { url }) };
          const made = await signInFromTerminal(context, host, target, flags);
          output.answer(toJson(made), () => `${made.name} is connected as ${made.id}.\n`);
          if (made.status === 'no-secret') output.note(LOST_SIGN_IN);
          return 0;
        }
        const secret = parseSecret(await host.terminal.readInput());
        const connection = await door.local.call('connections.add', {
          vendor,
          name,
          secret,
          test,
          allowHttp: allowHttp ?? false,
          ...(url === undefined ? {} : { url }),
        });
        output.answer(toJson(connection), () => `${connection.name} is connected as ${connection.id}.\n`);
        if (connection.status === 'no-secret') {
          output.note('No keychain was found: give the secret with --secrets - on each command.');
        }
        return 0;
      }),
    );
  connections
    .command('list')
    .description('every connection with its address and status')
    .action(() =>
      run(async ({ door, output }) => {
        const known = await door.local.call('connections.list', {});
        output.answer(known.map(toJson), () =>
          known.length === 0
            ? 'There is no connection yet. Add one, or try --sample.\n'
            : table(
                ['Id', 'Vendor', 'Name', 'Address', 'Status'],
                known.map(({ id, vendor, name, url, status }) => [id, vendor, name, url, status]),
              ),
        );
        return 0;
      }),
    );
  connections
    .command('test')
    .description('try the secret with one read')
    .argument('<id>')
    .action((id: string) =>
      run(async ({ door, output }) => {
        const result = await door.local.call('connections.test', { id });
        output.answer(result, () =>
          result.ok
            ? `It works${result.account === null ? '' : `: ${result.account}`}.\n`
            : `${result.error.message}\n`,
        );
        return result.ok ? 0 : 1;
      }),
    );
  withSignInFlags(connections.command('sign-in'))
    .description('sign in again in your browser for an account that was signed in')
    .argument('<id>')
    .action((id: string, flags: SignInFlags) =>
      run(async (context) => {
        const { vendor } = await findConnection(context, id);
        const connection = await signInFromTerminal(context, host, { vendor, id }, flags);
        context.output.answer(toJson(connection), () => `${connection.name} is signed in.\n`);
        if (connection.status === 'no-secret') context.output.note(LOST_SIGN_IN);
        return 0;
      }),
    );
  connections
    .command('sign-out')
    .description('forget the sign-in of an account; what was read stays readable')
    .argument('<id>')
    .action((id: string) =>
      run(async ({ door, output }) => {
        const connection = await door.local.call('connections.signOut', { id });
        output.answer(toJson(connection), () => `${connection.name} is signed out.\n`);
        return 0;
      }),
    );
  connections
    .command('remove')
    .description('remove an account and its secret; what was read stays readable')
    .argument('<id>')
    .option('--erase', 'delete what was read, too')
    .action((id: string, { erase }: { erase?: boolean }) =>
      run(async ({ door, output }) => {
        const answer = await door.local.call('connections.remove', { id, erase: erase ?? false });
        output.answer({ ok: true, ...answer }, () => `Removed. ${answer.drafts} unsent changes are kept as drafts.\n`);
        return 0;
      }),
    );
}
