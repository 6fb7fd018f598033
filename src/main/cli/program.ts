import { Command, CommanderError, Option } from 'commander';
import { AppError, hasCode } from '../../shared/errors/app-error.ts';
import { addCallCommand } from './call.ts';
import { addConnectionCommands, parseSecret } from './connections.ts';
import type { CliHost, RunCommand } from './context.ts';
import { addDiagnosticCommands } from './diagnostics.ts';
import { addOperationCommands } from './operations.ts';
import { addOutboxCommands } from './outbox.ts';
import { createOutput } from './output.ts';
import { addRecordCommands } from './records.ts';
import { addReportCommands } from './reports.ts';
import { addSampleCommands } from './sample.ts';
import { addServeCommand } from './serve.ts';
import { addNetworkCommands } from './network.ts';
import { addSettingCommands } from './settings.ts';
import { addSyncCommand } from './sync.ts';
import { addUploadCommands } from './upload.ts';

type ExitStatus = 0 | 1 | 2;

interface GlobalOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly sample?: boolean;
  readonly secrets?: string;
}

const isUsage = (thrown: unknown): boolean => hasCode(thrown, 'bad-usage') || hasCode(thrown, 'bad-input');

/** What `--secrets -` gives: a secret by the id of its connection. */
function parseSecrets(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('bad-usage', '--secrets - takes JSON: {"CONNECTION ID": {"apiKey": "…"}}.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('bad-usage', '--secrets - takes JSON: {"CONNECTION ID": {"apiKey": "…"}}.');
  }
  return Object.fromEntries(Object.entries(value).map(([id, secret]) => [id, parseSecret(JSON.stringify(secret))]));
}

/** Global options stand before or after the command, as people type them. */
function withGlobalOptions(command: Command): void {
  command
    .option('--data <folder>', 'data folder (default: the app’s own; also PLUMBLINE_DATA_DIR)')
    .option('--json', 'one JSON document on standard output')
    .option('--sample', 'the sample workspace instead of your own')
    .addOption(new Option('--secrets <source>', '- reads {"CONNECTION":{secret}} from standard input').choices(['-']));
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
    const { data, json, sample, secrets } = options();
    const output = createOutput(host.terminal, json ?? false, host.now);
    try {
      const door = await host.openDoor({
        mode: mode ?? (sample ? 'sample' : 'own'),
        dataDir: data,
        host: shown ?? 'cli',
        secrets: secrets === undefined ? {} : parseSecrets(await host.terminal.readInput()),
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
  addConnectionCommands(program, run, host);
  addOperationCommands(program, run);
  addCallCommand(program, run, host);
  addUploadCommands(program, run);
  addOutboxCommands(program, run);
  addSettingCommands(program, run);
  addNetworkCommands(program, run, host);
  addDiagnosticCommands(program, run);
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
