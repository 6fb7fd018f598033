import type { Command } from 'commander';
import type { RunCommand } from './context.ts';
import { table } from './output.ts';

/** `diagnostics`: what may be of use when something seems wrong. */
export function addDiagnosticCommands(program: Command, run: RunCommand): void {
  program
    .command('diagnostics')
    .description('where vendors’ answers differ from their documents')
    .action(() =>
      run(async ({ door, output }) => {
        const drift = await door.local.call('diagnostics.drift', {});
        output.answer({ drift }, () =>
          drift.length === 0
            ? 'Every answer that was looked at is as its vendor’s document says.\n'
            : table(
                ['Operation', 'Place', 'What', 'New word', 'Seen', 'First', 'Last'],
                drift.map(({ vendor, operation, path, kind, example, count, firstSeenAt, lastSeenAt }) => [
                  `${vendor}.${operation}`,
                  path,
                  kind,
                  example ?? '–',
                  String(count),
                  firstSeenAt.slice(0, 10),
                  lastSeenAt.slice(0, 10),
                ]),
              ),
        );
        return 0;
      }),
    );
}
