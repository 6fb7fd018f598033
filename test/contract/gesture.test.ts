import { describe, expect, it } from 'vitest';
import { silentLog } from '../../src/main/platform/log.ts';
import { createDoor } from '../../src/main/rpc/door.ts';
import type { Reach } from '../../src/shared/contract/operation.ts';
import { systemRandom } from '../../src/main/platform/random.ts';
import { createSystem } from '../../src/main/services/system.ts';
import { fakeSystem } from '../support/fake-system.ts';
import { fakeWorkspaces } from '../support/fake-workspaces.ts';

function peer(reach: Reach) {
  const { port, asked } = fakeSystem();
  const system = createSystem({
    port,
    served: () => Promise.reject(new Error('no file')),
    random: systemRandom,
    linkHosts: new Set(['app.monitorqa.com']),
  });
  const session = createDoor(fakeWorkspaces({ system }), silentLog).connect(() => undefined);
  const openLink = (gesture: boolean) =>
    session.call({ id: 1, operation: 'system.openLink', input: { url: 'https://app.monitorqa.com/' }, reach, gesture });
  return { session, asked, openLink };
}

describe('operations of the system around the app', () => {
  it('follow a click or a key press', async () => {
    const { asked, openLink } = peer('window');
    expect(await openLink(true)).toEqual({ ok: true, value: { ok: true } });
    expect(asked).toEqual([['openLink', 'https://app.monitorqa.com/']]);
  });

  it('are refused without one', async () => {
    const { asked, openLink } = peer('window');
    expect(await openLink(false)).toMatchObject({ ok: false, error: { code: 'needs-gesture' } });
    expect(asked).toEqual([]);
  });

  it('are not offered to a page in a browser, whatever it claims', async () => {
    const { asked, openLink } = peer('anywhere');
    expect(await openLink(true)).toMatchObject({ ok: false, error: { code: 'not-offered-here' } });
    expect(asked).toEqual([]);
  });

  it('let the theme follow the person’s choice without a click, as at a start', async () => {
    const { session, asked } = peer('window');
    await session.call({
      id: 2,
      operation: 'system.setTheme',
      input: { theme: 'dark' },
      reach: 'window',
      gesture: false,
    });
    expect(asked).toEqual([['setTheme', 'dark']]);
  });
});
