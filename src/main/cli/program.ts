import { Command, CommanderError } from 'commander';
import { AppError, hasCode } from '../../shared/errors/app-error.ts';
import { addCallCommand } from './call.ts';
import { addConnectionCommands } from './connections.ts';
import type { CliHost, RunCommand } from './context.ts';
import { addOperationCommands } from './operations.ts';
import { createOutput } from './output.ts';
import { addRecordCommands } from './records.ts';
import { addReportCommands } from './reports.ts';
import { addSampleCommands } from './sample.ts';
import { addServeCommand } from './serve.ts';
import { addSyncCommand } from './sync.ts';

type ExitStatus = 0 | 1 | 2;

interface GlobalOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly sample?: boolean;
}

const isUsage = (thrown: unknown): boolean => hasCode(thrown, 'bad-usage') || hasCode(thrown, 'bad-input');

/** Global options stand before or after the command, as people type them. */
function withGlobalOptions(command: Command): void {
  command
    .option('--data <folder>', 'data folder (default: the app’s own; also PLUMBLINE_DATA_DIR)')
    .option('--json', 'one JSON document on standard output')
    .option('--sample', 'the sample workspace instead of your own');
  for (const child of command.commands) withGlobalOptions(child);
}

/**
 * Runs one command line and returns its exit status: 0 all done, 1 failed or only part done, 2 bad usage. `argv` is
 * without the program's own name. Never throws.
 */
export async function runCli(argv: readonly string[], host: CliHost): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const program = new Command('plumbline');
  const options = (): GlobalOptions => {
    let chain: Command | undefined = running;
    let merged: GlobalOptions = {};
    while (chain) {
      merged = { ...chain.opts<GlobalOptions>(), ...merged };
      chain = chain.parent ?? undefined;
    }
    return merged;
  };
  let running: Command = program;

  const run: RunCommand = async (body, { mode, host: shown } = {}) => {
    const { data, json, sample } = options();
    const output = createOutput(host.terminal, json ?? false, host.now);
    try {
      const door = await host.openDoor({
        mode: mode ?? (sample ? 'sample' : 'own'),
        dataDir: data,
        host: shown ?? 'cli',
      });
      try {
        status = await body({ door, output, signal: host.signal });
      } finally {
        await door.close();
      }
    } catch (thrown) {
      status = isUsage(thrown) ? 2 : 1;
      output.fail(thrown);
    }
  };

  program
    .description('What is late, whose it is and what changed, across five vendor systems.')
    .version(host.version)
    .showHelpAfterError('See plumbline --help.');
  addSyncCommand(program, run);
  addRecordCommands(program, run);
  addReportCommands(program, run);
  addConnectionCommands(program, run);
  addOperationCommands(program, run);
  addCallCommand(program, run, host);
  addServeCommand(program, run, host);
  addSampleCommands(program, run);
  withGlobalOptions(program);

  const jsonAsked = argv.includes('--json');
  const quiet = (command: Command): void => {
    command.exitOverride();
    command.configureOutput({
      writeOut: host.terminal.out,
      writeErr: (text) => (jsonAsked ? undefined : host.terminal.err(text)),
    });
    command.hook('preAction', (_self, action) => {
      running = action;
    });
    command.commands.forEach(quiet);
  };
  quiet(program);

  try {
    await program.parseAsync([...argv], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    if (thrown.exitCode === 0) return 0;
    if (jsonAsked) {
      const message = thrown.message.replace(/^error: /, '');
      createOutput(host.terminal, true, host.now).fail(new AppError('bad-usage', message));
    }
    return 2;
  }
  return status;
}
