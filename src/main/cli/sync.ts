import type { Command } from 'commander';
import { table } from './output.ts';
import type { RunCommand } from './context.ts';

/** `sync [--connection ID …]`: pulls everything the cache keeps. */
export function addSyncCommand(program: Command, run: RunCommand): void {
  program
    .command('sync')
    .description('pull everything the cache keeps, all connections at once unless named')
    .option('--connection <id...>', 'only these connections')
    .option('--accept-removals', 'after a held run: the records are really gone')
    .action(({ connection, acceptRemovals }: { connection?: string[]; acceptRemovals?: boolean }) =>
      run(async ({ door, output, signal }) => {
        const report = await door.local.call(
          'sync.run',
          {
            ...(connection === undefined ? {} : { connections: connection }),
            acceptRemovals: acceptRemovals ?? false,
          },
          {
            signal,
            onProgress: output.progress,
          },
        );
        output.answer(report, () =>
          report.connections.length === 0
            ? 'There is no connection to sync. Try --sample.\n'
            : table(
                ['Connection', 'Status', 'Kind', 'Seen', 'Added', 'Changed', 'Removed'],
                report.connections.flatMap(({ id, status, collections, error }) => [
                  ...collections.map(({ kind, seen, added, changed, removed }) =>
                    [id, status, kind, seen, added, changed, removed].map(String),
                  ),
                  ...(error === undefined ? [] : [[id, status, `${error.message} (${error.code})`]]),
                ]),
              ),
        );
        return report.ok ? 0 : 1;
      }),
    );
}
