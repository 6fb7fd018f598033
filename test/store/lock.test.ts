import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { hasCode } from '../../src/shared/errors/app-error.ts';
import { takeWriterLock } from '../../src/main/store/lock.ts';
import { dataFolder } from './support.ts';

const lockModule = new URL('../../src/main/store/lock.ts', import.meta.url).href;

/** Another process that holds the lock of a folder until it is ended. */
async function otherWriter(folder: string) {
  const code = `const { takeWriterLock } = await import(${JSON.stringify(lockModule)});
    takeWriterLock(${JSON.stringify(folder)}); process.stdout.write('held'); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  return child;
}

function refusal(folder: string): unknown {
  try {
    takeWriterLock(folder).release();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe('takeWriterLock', () => {
  it('R14 lets one writer in, and the next when it is done', () => {
    const folder = dataFolder();
    const lock = takeWriterLock(folder, 4711);
    const error = refusal(folder);
    expect(hasCode(error, 'workspace-busy') && error.data).toEqual({ pid: 4711 });
    lock.release();
    lock.release();
    expect(refusal(folder)).toBeUndefined();
  });

  it('R14 keeps two data folders apart', () => {
    const lock = takeWriterLock(dataFolder());
    expect(refusal(dataFolder())).toBeUndefined();
    lock.release();
  });

  it('R14 refuses while another process writes, names it, and is free once that one was killed', async () => {
    const folder = dataFolder();
    const child = await otherWriter(folder);
    const error = refusal(folder);
    expect(hasCode(error, 'workspace-busy') && error.data).toEqual({ pid: child.pid });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(refusal(folder)).toBeUndefined();
  });
});
