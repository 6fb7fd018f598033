import type { Command } from 'commander';
import { AppError } from '../../shared/errors/app-error.ts';
import type { CliHost, RunCommand } from './context.ts';

interface CallFlags {
  readonly connection: string;
  readonly params?: string;
  readonly out?: string;
  readonly file?: string;
  readonly yes?: boolean;
  readonly confirm?: string;
}

/** `--params`: a JSON object of `{path, query, body}`. Throws AppError `bad-usage` for anything else. */
function parseParams(text: string): {
  path?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
} {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-usage', '--params is not JSON.', { cause });
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new AppError('bad-usage', '--params takes an object of path, query and body.');
  }
  return value;
}

/** `call VENDOR.OPERATION`: one vendor operation, sent now; a change is a row of the outbox first. */
export function addCallCommand(program: Command, run: RunCommand, host: CliHost): void {
  program
    .command('call')
    .description('one vendor operation, sent now')
    .argument('<vendor.operation>')
    .requiredOption('--connection <id>', 'the account to use')
    .option('--params <json>', '{"path":{},"query":{},"body":{}} with the vendor’s own names, or - for standard input')
    .option('--out <path>', 'where a PDF or file answer is written')
    .option('--file <path>', 'the file to upload')
    .option('--yes', 'do what destroys')
    .option('--confirm <name>', 'the company’s name, typed, to delete it')
    .action((operation: string, { connection, params = '{}', out, file, yes, confirm }: CallFlags) =>
      run(async ({ door, output, signal }) => {
        const text = params === '-' ? await host.terminal.readInput() : params;
        const answer = await door.local.call(
          'vendors.call',
          {
            operation,
            connectionId: connection,
            params: parseParams(text),
            yes: yes ?? false,
            ...(out === undefined ? {} : { out }),
            ...(confirm === undefined ? {} : { confirm }),
            ...(file === undefined
              ? {}
              : { spoolId: (await door.local.call('uploads.add', { path: file }, { signal })).id }),
          },
          { signal },
        );
        output.answer(answer, () => `${JSON.stringify(answer, null, 2)}\n`);
        return 'dryRun' in answer ? 2 : 0;
      }),
    );
}
