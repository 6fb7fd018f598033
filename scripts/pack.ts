/**
 * `npm run pack:asar`: makes `dist/app.asar` of what the app needs to run on this machine and nothing else, with native
 * code beside it, and prints how large it is and of what. Builds first where the build is older than the source.
 */
import { join } from 'node:path';
import { repositoryRoot } from './lib/repository.ts';
import { describeSizes } from './pack/describe-sizes.ts';
import { packApp } from './pack/pack-app.ts';
import { thisMachine } from './pack/package-extras.ts';
import { build, needsBuild } from './start/build.ts';

process.exitCode = await run();

async function run(): Promise<number> {
  if (needsBuild()) {
    console.log('Building…');
    const { code, output } = await build();
    if (code !== 0) {
      console.error(output.trimEnd());
      return code;
    }
  }
  try {
    const packed = await packApp(repositoryRoot, join(repositoryRoot, 'dist/app.asar'), thisMachine);
    for (const line of describeSizes(packed, thisMachine)) console.log(line);
    return 0;
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : thrown);
    return 1;
  }
}
