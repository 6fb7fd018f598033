import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CONNECTION, openTestWorkspace, type TestWorkspace } from '../support/test-workspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace({ audits: 12, host: 'serve' });
});
afterEach(() => workspace.close());

const call: TestWorkspace['door']['local']['call'] = (...input) => workspace.door.local.call(...input);
const read = async <Data>(operation: string, params: Record<string, unknown> = {}): Promise<Data> => {
  const answer = await call('vendors.call', { operation: `monitorqa.${operation}`, connectionId: CONNECTION, params });
  return ('data' in answer ? answer.data : undefined) as Data;
};
const draft = (operation: string, params: Record<string, unknown>) =>
  call('outbox.draft', { operation: `monitorqa.${operation}`, connectionId: CONNECTION, params, fill: true });

interface ScoreSystem {
  readonly id: string;
  readonly name: string;
  readonly passedThreshold: number;
  readonly labels: readonly { readonly min: number; readonly max: number; readonly label: string }[];
}

async function anyScoreSystem(): Promise<ScoreSystem> {
  const { data } = await read<{ data: readonly ScoreSystem[] }>('listScoreSystems');
  return read<ScoreSystem>('getScoreSystem', { path: { id: data[0]?.id } });
}

describe('outbox.draft with fill', () => {
  it('sends a renamed score system whole, and shows the gaps between its labels that had to be closed', async () => {
    const system = await anyScoreSystem();
    const row = await draft('updateScoreSystem', { path: { id: system.id }, body: { name: 'Renamed' } });
    const { changes } = await call('outbox.show', { id: row.id });
    expect(changes.map(({ field }) => field)).toEqual(['name', 'labels']);
    expect(changes[0]).toMatchObject({ before: system.name, after: 'Renamed' });
    await call('outbox.send', { ids: [row.id] });
    expect(await call('outbox.show', { id: row.id })).toMatchObject({ row: { state: 'sent' } });
    const after = await read<ScoreSystem>('getScoreSystem', { path: { id: system.id } });
    expect(after).toMatchObject({ name: 'Renamed', passedThreshold: system.passedThreshold });
    expect(after.labels.map(({ label }) => label)).toEqual(system.labels.map(({ label }) => label));
  });

  it('refuses a change that would change nothing, and keeps no row of it', async () => {
    const system = await anyScoreSystem();
    const once = await draft('updateScoreSystem', { path: { id: system.id }, body: { name: 'Renamed' } });
    await call('outbox.send', { ids: [once.id] });
    await expect(
      draft('updateScoreSystem', { path: { id: system.id }, body: { name: 'Renamed' } }),
    ).rejects.toMatchObject({ code: 'bad-input' });
    expect(await call('outbox.list', {})).toHaveLength(1);
  });

  it('keeps nothing when the object is gone', async () => {
    await expect(
      draft('updateScoreSystem', { path: { id: '00000000-0000-4000-8000-000000000000' }, body: { name: 'x' } }),
    ).rejects.toMatchObject({ code: 'not-at-vendor' });
    expect(await call('outbox.list', {})).toEqual([]);
  });
});
