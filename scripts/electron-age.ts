/**
 * `node scripts/electron-age.ts`: fails when the Electron of the lockfile is out of support or more than 30 days behind.
 * It asks the package registry that npm is set up with, so it is a job of its own and no part of `npm test`.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeAge, type ReleaseTimes } from './electron-age/judge-age.ts';
import { repositoryRoot } from './lib/repository.ts';
import { runCommand } from './lib/run-command.ts';

const manifest = readFileSync(join(repositoryRoot, 'node_modules/electron/package.json'), 'utf8');
const { version } = JSON.parse(manifest) as { version: string };
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const { code, output } = await runCommand(npm, ['view', 'electron', 'time', '--json', '--loglevel=error']);
if (code !== 0) {
  console.error(`The registry could not be asked for Electron's releases:\n${output}`);
  process.exitCode = 1;
} else {
  const fault = judgeAge(version, JSON.parse(output) as ReleaseTimes, Date.now());
  console.log(fault ?? `Electron ${version} is supported and not more than 30 days behind.`);
  process.exitCode = fault === undefined ? 0 : 1;
}
