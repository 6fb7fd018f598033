import type { Command } from 'commander';
import type { Vendor } from '../../shared/model/vendor.ts';
import type { RunCommand } from './context.ts';
import { vendorFlag } from './filters.ts';
import { clip, table } from './output.ts';

/** `operations list [--vendor V]`: every vendor operation Plumbline can call. */
export function addOperationCommands(program: Command, run: RunCommand): void {
  program
    .command('operations')
    .description('the vendors’ documented operations')
    .command('list')
    .option('--vendor <vendor>', 'one vendor', vendorFlag)
    .action(({ vendor }: { vendor?: Vendor }) =>
      run(async ({ door, output }) => {
        const operations = await door.local.call('vendors.operations', vendor === undefined ? {} : { vendor });
        output.answer(
          operations.map(({ summary: _summary, ...operation }) => operation),
          () =>
            table(
              ['Operation', 'Method', 'Path', 'Effect', 'Tier', 'What it does'],
              operations.map(({ id, method, path, effect, tier, summary }) => [
                id,
                method,
                path,
                effect,
                tier ?? '–',
                clip(summary, 60),
              ]),
            ),
        );
        return 0;
      }),
    );
}
