/**
 * `npm run bench`: prints each figure beside its limit or peer, measured in the same run. `npm run bench -- pages` runs
 * one; `--quick` proves with little data that the bench itself works. Only ratios within one table say something.
 */
import { mkdir } from 'node:fs/promises';
import { build, needsBuild } from '../../scripts/start/build.ts';
import { benchFolder } from './caches.ts';
import { coldList } from './cold-list.ts';
import { coldServe } from './cold-serve.ts';
import { desktop } from './desktop.ts';
import { download } from './download.ts';
import { interpreter } from './interpreter.ts';
import { pages } from './pages.ts';
import { formatTable } from './print-table.ts';
import { records } from './records.ts';
import { saves } from './save.ts';
import { uploads } from './upload.ts';
import type { Figure } from './figure.ts';

const FIGURES: readonly Figure[] = [
  pages,
  coldList,
  coldServe,
  desktop,
  download,
  uploads,
  saves,
  interpreter,
  records,
];

process.exitCode = await run(process.argv.slice(2));

async function run(given: readonly string[]): Promise<number> {
  const quick = given.includes('--quick');
  const names = given.filter((argument) => argument !== '--quick');
  const unknown = names.find((name) => !FIGURES.some((figure) => figure.name === name));
  if (unknown !== undefined) {
    console.error(`No figure ${unknown}. There are: ${FIGURES.map(({ name }) => name).join(', ')}.`);
    return 2;
  }
  const chosen = FIGURES.filter(({ name }) => names.length === 0 || names.includes(name));
  if (chosen.some((figure) => figure.needsBuild) && needsBuild()) {
    console.log('Building…');
    const { code, output } = await build();
    if (code !== 0) {
      console.error(output);
      return code;
    }
  }
  await mkdir(benchFolder, { recursive: true });
  console.log(
    `Node ${process.version}, ${process.platform}-${process.arch}${quick ? ', quick: times mean nothing' : ''}\n`,
  );
  for (const figure of chosen) {
    for (const table of await figure.measure({ quick })) console.log(formatTable(table, !quick));
  }
  return 0;
}
