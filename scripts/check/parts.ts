import { join } from 'node:path';
import { checkImports, formatViolation } from '../check-imports/check-imports.ts';
import { findCycles } from '../check-imports/find-cycles.ts';
import { readTree } from '../check-imports/read-tree.ts';
import { checkWorkflowFolder } from '../check-workflows/check-workflows.ts';
import { repositoryRoot, toolScript } from '../lib/repository.ts';
import { runScript } from '../lib/run-command.ts';

/** What a part of the check found: whether it passed, and what to show where it did not. */
export interface PartResult {
  readonly passed: boolean;
  readonly output: string;
}

/** One part of `npm run check`. */
export interface CheckPart {
  readonly name: string;
  /** What the part proves, in a few words. */
  readonly what: string;
  readonly run: () => Promise<PartResult>;
}

/** The parts, the slow ones first so that two cores are busy to the end. */
export const checkParts: readonly CheckPart[] = [
  { name: 'types', what: 'types of each runtime', run: () => tool('typescript', 'tsc', ['-b']) },
  {
    name: 'unused',
    what: 'unused files, exports and dependencies',
    run: () => tool('knip', 'knip', ['--no-progress']),
  },
  {
    name: 'lint',
    what: 'type-aware lint, warnings included',
    run: () => tool('oxlint', 'oxlint', ['--type-aware', '--deny-warnings', '--report-unused-disable-directives']),
  },
  { name: 'format', what: 'formatting', run: () => tool('oxfmt', 'oxfmt', ['--check', '.']) },
  { name: 'imports', what: 'the import table', run: checkImportTable },
  { name: 'cycles', what: 'import cycles', run: checkCycles },
  { name: 'workflows', what: 'GitHub workflows against their schema', run: checkWorkflows },
];

async function tool(packageName: string, command: string, toolArguments: readonly string[]): Promise<PartResult> {
  const { code, output } = await runScript(toolScript(packageName, command), toolArguments);
  return { passed: code === 0, output };
}

async function checkImportTable(): Promise<PartResult> {
  return fromMessages(checkImports(await readTree(join(repositoryRoot, 'src'))).map(formatViolation));
}

async function checkCycles(): Promise<PartResult> {
  const cycles = findCycles(await readTree(join(repositoryRoot, 'src')));
  return fromMessages(cycles.map((cycle) => cycle.map((path) => `src/${path}`).join('\n  imports ')));
}

async function checkWorkflows(): Promise<PartResult> {
  return fromMessages(await checkWorkflowFolder(join(repositoryRoot, '.github/workflows')));
}

function fromMessages(messages: readonly string[]): PartResult {
  return { passed: messages.length === 0, output: messages.map((message) => `${message}\n`).join('') };
}
