import { existsSync } from 'node:fs';
import { runCommand } from '../lib/run-command.ts';
import { decideNeed, missingReason } from './decide.ts';
import { systemNeeds } from './table.ts';
import type { Machine, SystemNeed } from './table.ts';

/** A need that could not be met, and why. */
export interface MissingNeed {
  readonly need: SystemNeed;
  readonly reason: string;
}

const minute = 60_000;

/** Installs what tests need from the system where that is allowed. Returns what is missing still, with the reasons. */
export async function provideSystemNeeds(print: (text: string) => void): Promise<readonly MissingNeed[]> {
  const machine: Machine = {
    platform: process.platform,
    environment: process.env,
    exists: existsSync,
    mayInstall: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
  };
  const missing: MissingNeed[] = [];
  for (const need of systemNeeds) {
    const decision = decideNeed(need, machine);
    if (decision.state === 'present') continue;
    if (decision.state === 'missing') {
      missing.push({ need, reason: decision.reason });
      continue;
    }
    print(`Installing ${need.name} (${decision.packages.join(', ')})`);
    const output = await installPackages(decision.packages);
    if (need.find(machine) === undefined) {
      print(output.trimEnd());
      missing.push({ need, reason: `apt-get could not install ${need.name}. ${missingReason(need)}` });
    }
  }
  return missing;
}

async function installPackages(packages: readonly string[]): Promise<string> {
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  const update = await runCommand('apt-get', ['update', '-q'], { environment, timeLimit: 3 * minute });
  const install = await runCommand('apt-get', ['install', '-q', '-y', '--no-install-recommends', ...packages], {
    environment,
    timeLimit: 10 * minute,
  });
  return update.output + install.output;
}
