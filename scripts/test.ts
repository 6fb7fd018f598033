/**
 * `npm test`: everything, and one closing line with the count. `npm test -- FILTER…` hands its arguments to the test
 * runner and runs nothing else. With `--long` (`npm run test:long`) the tests take their large numbers.
 */
import { checkParts } from './check/parts.ts';
import { runParts } from './check/run-parts.ts';
import { formatSeconds } from './lib/format-seconds.ts';
import { build, needsBuild } from './start/build.ts';
import { provideSystemNeeds } from './system-needs/provide.ts';
import type { MissingNeed } from './system-needs/provide.ts';
import { desktopExecutable, desktopLine } from './test-run/desktop-executable.ts';
import { listTests, runVitest } from './test-run/run-vitest.ts';
import { addTallies, closingLine, exitCodeOf } from './test-run/tally.ts';
import type { Tally } from './test-run/tally.ts';

const print = console.log;
const filters = process.argv.slice(2).filter((argument) => argument !== '--long');
if (filters.length < process.argv.length - 2) process.env['PLUMBLINE_LONG'] = '1';

/** Test projects in the order they run; those that share a run share the two cores. */
const projectGroups = [['node', 'dom', 'browser', 'keyring'], ['e2e']] as const;

const tallies = filters.length === 0 ? await runEverything() : await runFiltered();
const total = addTallies(tallies);
if (total.passed + total.failed === 0) print('No test ran.');
print(`\n${closingLine(total)}`);
process.exitCode = exitCodeOf(total);

async function runEverything(): Promise<readonly Tally[]> {
  const missing = await phase('System', () => provideSystemNeeds(print));
  for (const { reason } of missing) print(reason);
  print(desktopLine(desktopExecutable()));
  const counts = [await phase('Check', countChecks), await phase('Build', countBuild)];
  for (const group of projectGroups) {
    counts.push(await phase(`Tests: ${group.join(', ')}`, () => countProjects(group, missing)));
  }
  return counts;
}

async function runFiltered(): Promise<readonly Tally[]> {
  const missing = await provideSystemNeeds(print);
  for (const { reason } of missing) print(reason);
  if (filters.some((filter) => filter.includes('e2e'))) print(desktopLine(desktopExecutable()));
  const counts: Tally[] = [];
  if (filters.some((filter) => filter.includes('e2e')) && needsBuild()) counts.push(await countBuild());
  const without = missing.flatMap(({ need }) => need.projects.map((project) => `--project=!${project}`));
  return [...counts, await runVitest([...without, ...filters], print)];
}

async function countChecks(): Promise<Tally> {
  const failed = await runParts(checkParts, print, () => performance.now());
  return { passed: checkParts.length - failed, failed, skipped: 0 };
}

async function countBuild(): Promise<Tally> {
  const { code, output } = await build();
  if (code !== 0) print(`FAIL  build\n\n${output.trimEnd()}\n`);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

async function countProjects(projects: readonly string[], missing: readonly MissingNeed[]): Promise<Tally> {
  const counts: Tally[] = [];
  const runnable: string[] = [];
  for (const project of projects) {
    const lack = missing.find(({ need }) => need.projects.includes(project));
    if (lack === undefined) {
      runnable.push(project);
      continue;
    }
    const skipped = (await listTests(project)).length;
    if (skipped > 0) print(`skipped: all ${skipped} ${project} tests: ${lack.reason}`);
    counts.push({ passed: 0, failed: 0, skipped });
  }
  if (runnable.length > 0) {
    const selection = runnable.map((project) => `--project=${project}`);
    counts.push(await runVitest(['--passWithNoTests', ...selection], print));
  }
  return addTallies(counts);
}

async function phase<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
  print(`\n== ${name}`);
  const started = performance.now();
  const result = await work();
  print(`== ${name}: ${formatSeconds(performance.now() - started)}`);
  return result;
}
