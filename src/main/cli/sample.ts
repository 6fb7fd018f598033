import type { Command } from 'commander';
import type { RunCommand } from './context.ts';

/** `sample reset`: the sample workspace as new. */
export function addSampleCommands(program: Command, run: RunCommand): void {
  program
    .command('sample')
    .description('the sample workspace: five made-up vendors on this computer')
    .command('reset')
    .description('delete what was done in it and begin again')
    .action(() =>
      run(async ({ door, output }) => {
        const answer = await door.local.call('workspace.resetSample', {});
        output.answer(answer, () => 'The sample workspace is as new.\n');
        return 0;
      }),
    );
}
