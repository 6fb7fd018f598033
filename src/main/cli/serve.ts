import type { Command } from 'commander';
import type { CliHost, RunCommand } from './context.ts';
import { wholeNumber } from './filters.ts';

interface ServeFlags {
  readonly port: number;
  readonly open?: boolean;
  readonly json?: boolean;
}

/** `serve`: the app in a browser on 127.0.0.1, until stopped. The first line is the address with its ticket. */
export function addServeCommand(program: Command, run: RunCommand, host: CliHost): void {
  program
    .command('serve')
    .description('the app in a browser on 127.0.0.1, until stopped')
    .option('--port <n>', 'port (default: any free one)', wholeNumber(1), 0)
    .option('--open', 'open the browser')
    .action((flags: ServeFlags) =>
      run(
        async ({ door, output, signal }) => {
          await host.serve(door, {
            port: flags.port,
            open: flags.open ?? false,
            signal,
            onAddress: (url) => output.answer({ url }, () => `${url}\n`),
          });
          return 0;
        },
        { host: 'serve' },
      ),
    );
}
