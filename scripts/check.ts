/**
 * `npm run check`: everything that can be said about the source without running the product.
 * `npm run check -- NAME…` runs the named parts only.
 */
import { checkParts } from './check/parts.ts';
import { runParts } from './check/run-parts.ts';

const wanted = process.argv.slice(2);
const known = checkParts.map((part) => part.name);
const unknown = wanted.filter((name) => !known.includes(name));

if (unknown.length > 0) {
  console.error(`There is no part named ${unknown.join(', ')}. The parts are: ${known.join(', ')}.`);
  process.exitCode = 2;
} else {
  const parts = wanted.length === 0 ? checkParts : checkParts.filter((part) => wanted.includes(part.name));
  const failed = await runParts(parts, console.log, () => performance.now());
  process.exitCode = failed === 0 ? 0 : 1;
}
