import { Option, type Command } from 'commander';
import { AppError } from '../../shared/errors/app-error.ts';
import { REPORT_TYPES, type ReportType } from '../../shared/model/stored-file.ts';
import type { RunCommand } from './context.ts';
import { toFilter, withFilters, type FilterFlags } from './filters.ts';

interface DownloadFlags extends FilterFlags {
  readonly type: ReportType;
  readonly photos?: boolean;
  readonly out: string;
  readonly name: string;
}

/** `reports download`: audit reports as PDF into a folder, with a manifest that adds up. */
export function addReportCommands(program: Command, run: RunCommand): void {
  const reports = program.command('reports').description('audit reports as PDF');
  withFilters(reports.command('download').description('named records, or what the filters find'))
    .argument('[record...]')
    .addOption(new Option('--type <type>', 'report type').choices(REPORT_TYPES).default('regular'))
    .option('--photos', 'with photos')
    .requiredOption('--out <folder>', 'where to write')
    .option('--name <template>', 'file name', '{number} {title}')
    .action((records: string[], flags: DownloadFlags) =>
      run(async ({ door, output, signal }) => {
        const filter = toFilter(flags);
        if (records.length === 0 && Object.keys(filter).length === 0) {
          throw new AppError('bad-usage', 'Name records, or filter with --kind, --status, --search …');
        }
        const report = await door.local.call(
          'reports.download',
          {
            ...(records.length > 0 ? { records } : { filter }),
            type: flags.type,
            photos: flags.photos ?? false,
            out: flags.out,
            name: flags.name,
          },
          { signal, onProgress: output.progress },
        );
        const { asked, saved, failed, skipped, files } = report;
        output.answer(
          report,
          () =>
            files.flatMap(({ record, error }) => (error ? [`${record}: ${error.message}\n`] : [])).join('') +
            `${asked} asked, ${saved} saved, ${failed} failed, ${skipped} skipped\n`,
        );
        return failed === 0 ? 0 : 1;
      }),
    );
}
