import type { Command } from 'commander';
import type { RunCommand } from './context.ts';
import { table } from './output.ts';

/** `connections list`. Adding one arrives with the keychain. */
export function addConnectionCommands(program: Command, run: RunCommand): void {
  program
    .command('connections')
    .description('accounts at vendors')
    .command('list')
    .description('every connection with its address and status')
    .action(() =>
      run(async ({ door, output }) => {
        const connections = await door.local.call('connections.list', {});
        output.answer(connections, () =>
          connections.length === 0
            ? 'There is no connection yet. Try --sample.\n'
            : table(
                ['Id', 'Vendor', 'Name', 'Address', 'Status'],
                connections.map(({ id, vendor, name, url, status }) => [id, vendor, name, url, status]),
              ),
        );
        return 0;
      }),
    );
}
