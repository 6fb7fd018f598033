import type { Command } from 'commander';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Connection } from '../../shared/model/connection.ts';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { CliHost, RunCommand } from './context.ts';
import { vendorFlag } from './filters.ts';
import { table } from './output.ts';

interface AddFlags {
  readonly name: string;
  readonly url?: string;
  readonly test: boolean;
  readonly allowHttp?: boolean;
}

const toJson = ({ id, vendor, name, url, status }: Connection) => ({ id, vendor, name, url, status });

/** A secret as JSON of standard input: an object of texts. Nothing of it is ever repeated in a message. */
export function parseSecret(text: string): Record<string, string> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('bad-usage', 'The secret is given as JSON on standard input, like {"apiKey":"…"}.');
  }
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  if (entries.length === 0 || entries.some(([, part]) => typeof part !== 'string' || part === '')) {
    throw new AppError('bad-usage', 'The secret is given as JSON on standard input, like {"apiKey":"…"}.');
  }
  return Object.fromEntries(entries as [string, string][]);
}

/** `connections add|list|test|remove`. */
export function addConnectionCommands(program: Command, run: RunCommand, host: CliHost): void {
  const connections = program.command('connections').description('accounts at vendors');
  connections
    .command('add')
    .description('connect an account; its secret is read as JSON from standard input')
    .argument('<vendor>', 'monitorqa', vendorFlag)
    .requiredOption('--name <name>', 'what you call it')
    .option('--url <address>', 'base address (default: the vendor’s own)')
    .option('--no-test', 'do not try the secret first')
    .option('--allow-http', 'send the secret over plain http, for all to read')
    .action((vendor: Vendor, { name, url, test, allowHttp }: AddFlags) =>
      run(async ({ door, output }) => {
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
