import { Option, type Command } from 'commander';
import { SORTS, type Sort } from '../../shared/contract/sorts.ts';
import { toRows } from '../../shared/lib/columns.ts';
import type { RecordRow } from '../../shared/model/record.ts';
import type { RunCommand } from './context.ts';
import { toFilter, wholeNumber, withFilters, type FilterFlags } from './filters.ts';
import { clip, table } from './output.ts';

interface ListFlags extends FilterFlags {
  readonly sort: Sort;
  readonly limit: number;
  readonly after?: string;
}

type People = readonly { readonly name: string; readonly role: string }[];

/** A record as scripts get it: exactly the fields the command line promises. */
const toJson = (row: RecordRow, people: People) => ({
  id: row.id,
  connectionId: row.connectionId,
  vendor: row.vendor,
  kind: row.kind,
  number: row.number,
  title: row.title,
  status: row.status,
  dueAt: row.dueAt,
  people: people.map(({ name, role }) => ({ name, role })),
  project: row.project,
  updatedAt: row.updatedAt,
});

const toCells = (row: RecordRow): string[] => [
  row.number ?? '–',
  clip(row.title, 40),
  row.status ?? '–',
  row.dueAt?.slice(0, 10) ?? '–',
  clip(row.assignees ?? '–', 24),
  clip(row.project ?? '–', 24),
  row.id,
];

/** `records list` and `records show ID`: the cache only, so they work without a network. */
export function addRecordCommands(program: Command, run: RunCommand): void {
  const records = program.command('records').description('what is kept on this computer; works offline');
  withFilters(records.command('list').description('records, filtered and sorted; total is exact'))
    .addOption(new Option('--sort <by>', 'order').choices(SORTS).default('due'))
    .option('--limit <n>', 'rows', wholeNumber(1), 100)
    .option('--after <cursor>', 'the next of an earlier answer')
    .action((flags: ListFlags) =>
      run(async ({ door, output, signal }) => {
        const filter = toFilter(flags);
        const page = await door.local.call(
          'records.list',
          {
            ...filter,
            sort: flags.sort,
            direction: flags.sort === 'updated' ? 'descending' : 'ascending',
            limit: flags.limit,
            withPeople: true,
            ...(flags.after === undefined ? {} : { after: flags.after }),
          },
          { signal },
        );
        const { total } = await door.local.call('records.count', filter, { signal });
        const rows = toRows(page.rows);
        output.answer(
          { total, records: rows.map((row, index) => toJson(row, page.people?.[index] ?? [])), next: page.next },
          () =>
            table(['No.', 'Title', 'Status', 'Due', 'Assignee', 'Project', 'Id'], rows.map(toCells)) +
            `${rows.length} of ${total}\n`,
        );
        return 0;
      }),
    );
  records
    .command('show')
    .description('one record with the vendor’s own JSON')
    .argument('<id>')
    .action((id: string) =>
      run(async ({ door, output }) => {
        const { record, people, parts } = await door.local.call('records.show', { id });
        const raw = Object.fromEntries(Object.entries(parts).map(([part, { raw: json }]) => [part, json]));
        const json = { ...toJson(record, people), raw };
        output.answer(json, () => `${JSON.stringify(json, null, 2)}\n`);
        return 0;
      }),
    );
}
