import { measureElectron } from './desktop-electron.ts';
import { measureIdle } from './desktop-idle.ts';
import { measurePacked } from './desktop-packed.ts';
import { measureStart } from './desktop-start.ts';
import type { Figure, Table } from './figure.ts';

async function measure(rows: number, times: number, idleSeconds: number): Promise<readonly Table[]> {
  return [
    ...(await measureStart(rows, times)),
    await measureElectron(rows, times),
    await measureIdle(rows, idleSeconds),
    await measurePacked(),
  ];
}

/** The app in its window: its start, what it takes while idle, and its size. */
export const desktop: Figure = {
  name: 'desktop',
  needsBuild: true,
  measure: ({ quick }) => (quick ? measure(1000, 1, 1) : measure(100_000, 9, 10)),
};
