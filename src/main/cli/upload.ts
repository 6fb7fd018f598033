import type { Command } from 'commander';
import type { RunCommand } from './context.ts';

/** `upload logo|icon`: through the outbox; waits until it is sent unless told to queue. */
export function addUploadCommands(program: Command, run: RunCommand): void {
  const upload = program.command('upload').description('send a file to a vendor');
  for (const place of ['logo', 'icon'] as const) {
    upload
      .command(place)
      .description(`the company’s ${place}: one PNG or JPEG`)
      .argument('<file>')
      .requiredOption('--connection <id>', 'the account to use')
      .option('--queue', 'put it into the outbox and do not wait')
      .action((path: string, { connection, queue }: { connection: string; queue?: boolean }) =>
        run(async ({ door, output, signal }) => {
          const file = await door.local.call('uploads.add', { path }, { signal });
          const drafted = await door.local.call('uploads.logo', { connectionId: connection, spoolId: file.id, place });
          const rows = queue
            ? [drafted]
            : await door.local.call('outbox.send', { ids: [drafted.id] }, { signal, onProgress: output.progress });
          const isSent = rows.every(({ state }) => state === 'sent');
          output.answer({ outbox: rows.map(({ id, state }) => ({ id, state })) }, () =>
            isSent ? `${file.name} is the ${place} now.\n` : `${file.name} waits in the outbox.\n`,
          );
          if (queue || isSent) return 0;
          for (const { error } of rows) if (error !== null) output.note(`${error.message} (${error.code})`);
          return 1;
        }),
      );
  }
}
