import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/main/platform/log.ts';
import { createDoor } from '../../src/main/rpc/door.ts';
import type { Services } from '../../src/main/services/services.ts';
import { fakeWorkspaces } from '../support/fake-workspaces.ts';

/** A sync that runs until it is cancelled, and then takes a moment to write down how far it came. */
function endlessSync(ended: string[], isClosed: () => boolean): Services['sync'] {
  const never = (): Promise<never> => Promise.reject(new Error('not in this test'));
  return {
    run: (_only, { signal }) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => {
          setImmediate(() => {
            ended.push(isClosed() ? 'after the workspace' : 'before the workspace');
            reject(new Error('cancelled'));
          });
        });
      }),
    status: never,
    record: never,
    afterSend: never,
  };
}

describe('createDoor', () => {
  it('ends a sync that outlived its page before it closes the workspaces', async () => {
    const ended: string[] = [];
    const workspaces = fakeWorkspaces({ sync: endlessSync(ended, () => workspaces.closed) });
    const door = createDoor(workspaces, silentLog);
    const session = door.connect(() => undefined);
    const answer = session.call({ id: 1, operation: 'sync.run', input: {}, reach: 'local', gesture: false });
    session.close();
    await door.close();
    expect(ended).toEqual(['before the workspace']);
    expect(workspaces.closed).toBe(true);
    expect(await answer).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  });
});
