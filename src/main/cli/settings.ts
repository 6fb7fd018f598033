import type { Command } from 'commander';
import { AppError } from '../../shared/errors/app-error.ts';
import type { Input } from '../../shared/contract/index.ts';
import type { RunCommand } from './context.ts';
import { table } from './output.ts';

type Key = Input<'settings.set'>['key'];
type Value = Input<'settings.set'>['value'];

/** A value as typed: JSON where it is JSON, text otherwise. */
function parseValue(text: string): Value {
  try {
    return JSON.parse(text) as Value;
  } catch {
    return text;
  }
}

/** `settings list|get|set`: what the Settings screen keeps. */
export function addSettingCommands(program: Command, run: RunCommand): void {
  const settings = program.command('settings').description('what the Settings screen keeps');
  settings.command('list').action(() =>
    run(async ({ door, output }) => {
      const known = await door.local.call('settings.list', {});
      output.answer(known, () =>
        table(
          ['Setting', 'Value'],
          known.map(({ key, value }) => [key, JSON.stringify(value)]),
        ),
      );
      return 0;
    }),
  );
  settings
    .command('get')
    .argument('<key>')
    .action((key: string) =>
      run(async ({ door, output }) => {
        const found = (await door.local.call('settings.list', {})).find((setting) => setting.key === key);
        if (found === undefined) throw new AppError('bad-usage', `There is no setting ${key.slice(0, 80)}.`);
        output.answer(found, () => `${JSON.stringify(found.value)}\n`);
        return 0;
      }),
    );
  settings
    .command('set')
    .argument('<key>')
    .argument('<value>')
    .action((key: string, value: string) =>
      run(async ({ door, output }) => {
        const setting = await door.local.call('settings.set', { key: key as Key, value: parseValue(value) });
        output.answer(setting, () => `${setting.key} is ${JSON.stringify(setting.value)}\n`);
        return 0;
      }),
    );
}
