/**
 * `npm start`: builds the app where its sources changed and opens it, in Electron where that can run, else in the
 * browser. Arguments are passed on: `npm start -- --port 8080 --no-open`.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from './lib/repository.ts';
import { build, needsBuild } from './start/build.ts';
import { browserLine, chooseHost, serveArguments } from './start/choose-host.ts';
import type { HostChoice } from './start/choose-host.ts';
import { downloadElectron, installedElectron, isRunnable, recentDownloadFailure } from './start/electron-binary.ts';

const { env: environment, platform } = process;
const given = process.argv.slice(2);
const hasDisplay =
  platform !== 'linux' || environment['DISPLAY'] !== undefined || environment['WAYLAND_DISPLAY'] !== undefined;

process.exitCode = await start();

async function start(): Promise<number> {
  if (needsBuild()) {
    console.log('Building…');
    const { code, output } = await build();
    if (code !== 0) {
      console.error(output);
      return code;
    }
  }
  let choice = choose();
  if (choice.host === 'download') {
    console.log('Fetching Electron…');
    await downloadElectron();
    choice = choose();
  }
  if (choice.host === 'desktop') return runToTheEnd(choice.executable, [repositoryRoot, ...given]);
  if (choice.host === 'browser') console.log(browserLine(choice.reason));
  const commandLine = join(repositoryRoot, 'out/main/cli.js');
  return runToTheEnd(process.execPath, [commandLine, ...serveArguments(given, hasDisplay)]);
}

function choose(): HostChoice {
  const named = environment['ELECTRON_PATH'];
  return chooseHost({
    hasDesktopHost: existsSync(join(repositoryRoot, 'out/main/index.js')),
    namedElectron: named === undefined ? undefined : { path: named, runnable: isRunnable(named) },
    installedElectron: installedElectron(),
    hasDisplay,
    isLinuxRoot: platform === 'linux' && process.getuid?.() === 0,
    downloadForbidden: environment['ELECTRON_SKIP_BINARY_DOWNLOAD'] !== undefined,
    downloadFailure: recentDownloadFailure(Date.now()),
  });
}

/** Runs a program with this terminal; a signal that would end this process ends the program, and then this. */
function runToTheEnd(command: string, commandArguments: readonly string[]): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, [...commandArguments], { cwd: repositoryRoot, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      // Ctrl-C in a terminal reaches the program by itself; passed on, it would arrive twice and read as impatience.
      process.on(signal, () => {
        if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
      });
    }
    child.once('error', (error) => {
      console.error(error.message);
      done(1);
    });
    // Ended by a signal is what the person asked for.
    child.once('close', (code) => {
      done(code ?? 0);
    });
  });
}
