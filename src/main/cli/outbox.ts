import type { Command } from 'commander';
import type { OutboxRow } from '../../shared/model/outbox.ts';
import type { RunCommand } from './context.ts';
import { clip, table } from './output.ts';

/** A row as scripts get it. */
const outboxJson = ({ id, operation, connectionId, subject, state, attempts, error }: OutboxRow) => ({
  id,
  operation,
  connectionId,
  subject,
  state,
  attempts,
  ...(error === null ? {} : { error }),
});

const lines = (rows: readonly OutboxRow[]): string =>
  rows.length === 0
    ? 'Nothing.\n'
    : table(
        ['Id', 'State', 'Operation', 'Subject', 'Tries', 'Error'],
        rows.map(({ id, state, operation, subject, attempts, error }) => [
          id,
          state,
          operation,
          clip(subject, 40),
          String(attempts),
          error?.code ?? '–',
        ]),
      );

/** `outbox list|show|send|retry|discard`: what waits to be sent, and its diff. */
export function addOutboxCommands(program: Command, run: RunCommand): void {
  const outbox = program.command('outbox').description('changes on their way to vendors');
  outbox
    .command('list')
    .description('every change, newest first; works offline')
    .action(() =>
      run(async ({ door, output }) => {
        const rows = await door.local.call('outbox.list', {});
        output.answer(rows.map(outboxJson), () => lines(rows));
        return 0;
      }),
    );
  outbox
    .command('show')
    .description('one change: what it sets, what is sent, every try')
    .argument('<id>')
    .action((id: string) =>
      run(async ({ door, output }) => {
        const { row, request, changes, file, log } = await door.local.call('outbox.show', { id });
        const json = { ...outboxJson(row), request, changes, file, log };
        output.answer(json, () => `${JSON.stringify(json, null, 2)}\n`);
        return 0;
      }),
    );
  outbox
    .command('send')
    .description('send what is ready, or the named ones')
    .argument('[id...]')
    .action((ids: string[]) =>
      run(async ({ door, output, signal }) => {
        const rows = await door.local.call('outbox.send', ids.length === 0 ? {} : { ids }, {
          signal,
          onProgress: output.progress,
        });
        output.answer(rows.map(outboxJson), () => lines(rows));
        return rows.every(({ state }) => state === 'sent') ? 0 : 1;
      }),
    );
  outbox
    .command('retry')
    .description('make a failed change ready again')
    .argument('<id>')
    .option('--yes', 'send again although it may have arrived already')
    .action((id: string, { yes }: { yes?: boolean }) =>
      run(async ({ door, output }) => {
        const row = await door.local.call('outbox.retry', { id, confirmed: yes ?? false });
        output.answer(outboxJson(row), () => lines([row]));
        return 0;
      }),
    );
  outbox
    .command('discard')
    .description('take a change that was not sent out of the outbox')
    .argument('<id>')
    .action((id: string) =>
      run(async ({ door, output }) => {
        const answer = await door.local.call('outbox.discard', { id });
        output.answer(answer, () => 'Discarded. Nothing was sent.\n');
        return 0;
      }),
    );
}
