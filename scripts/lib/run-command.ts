import { spawn } from 'node:child_process';
import { repositoryRoot } from './repository.ts';

/** How a command is run. */
export interface CommandOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Milliseconds after which the command is ended; no limit where absent. */
  readonly timeLimit?: number;
  /** `show` passes the output on as it comes; `collect` (the default) returns it. */
  readonly output?: 'show' | 'collect';
}

/** How a command ended. */
export interface CommandResult {
  /** The exit code; 1 where a signal or the time limit ended it, or where it could not be started. */
  readonly code: number;
  /** Both streams in order of arrival; empty where they were shown. */
  readonly output: string;
}

/** Runs a command in the repository's root, without a shell and without standard input. Never rejects. */
export function runCommand(
  command: string,
  commandArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((done) => {
    const show = options.output === 'show';
    const child = spawn(command, [...commandArguments], {
      cwd: repositoryRoot,
      env: { ...process.env, ...options.environment },
      stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
      ...(options.timeLimit === undefined ? {} : { timeout: options.timeLimit, killSignal: 'SIGKILL' }),
    });
    let output = '';
    const collect = (text: string): void => {
      output += text;
    };
    child.stdout?.setEncoding('utf8').on('data', collect);
    child.stderr?.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => {
      done({ code: 1, output: `${output}${error.message}\n` });
    });
    child.once('close', (code, signal) => {
      if (signal !== null) output += `${command} was ended by ${signal}\n`;
      done({ code: code ?? 1, output });
    });
  });
}

/** Runs a script with the Node that runs this one. Never rejects. */
export function runScript(
  path: string,
  scriptArguments: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return runCommand(process.execPath, [path, ...scriptArguments], options);
}
