import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWorkflow, checkWorkflowFolder } from '../../scripts/check-workflows/check-workflows.ts';

const workflowFolder = resolve(import.meta.dirname, '../../.github/workflows');
const sound = [
  'on: push',
  'jobs:',
  '  build:',
  '    runs-on: ubuntu-latest',
  '    steps:',
  '      - run: npm test',
  '',
];

describe('checkWorkflow', () => {
  it('has nothing to say against a sound workflow', () => {
    expect(checkWorkflow('sound.yml', sound.join('\n'))).toEqual([]);
  });

  it.each([
    ['an unknown key of a job', '    runs-on: ubuntu-latest', '    run-on: ubuntu-latest', /run-on/],
    ['an unknown key of a step', '      - run: npm test', '      - runs: npm test', /runs/],
    ['an unknown event', 'on: push', 'on: pushed', /pushed/],
    ['an unknown expression', '      - run: npm test', '      - run: ${{ nothing.here }}', /nothing/],
    ['text that is not YAML', '    steps:', '    steps: [', /\d/],
  ])('reports %s with its file and line', (_fault, from, to, message) => {
    const broken = sound.map((line) => (line === from ? to : line)).join('\n');
    const [fault] = checkWorkflow('broken.yml', broken);
    expect(fault).toMatch(/^broken\.yml:\d+:\d+ /);
    expect(fault).toMatch(message);
  });
});

describe('checkWorkflowFolder', () => {
  it('has nothing to say against the workflows of this repository', async () => {
    expect(await checkWorkflowFolder(workflowFolder)).toEqual([]);
  });
});

describe('the test workflow', () => {
  it('runs the two commands of the README on the three systems', async () => {
    const text = await readFile(resolve(workflowFolder, 'test.yml'), 'utf8');
    expect(text).toContain('system: [ubuntu-latest, windows-latest, macos-latest]');
    expect(text).toContain('- run: npm ci\n');
    expect(text).toContain('run: npm test\n');
  });
});
