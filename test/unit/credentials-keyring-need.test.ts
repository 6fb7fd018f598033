import { expect, describe, it } from 'vitest';
import { systemNeeds, type Machine } from '../../scripts/system-needs/table.ts';

const keyring = systemNeeds.find(({ projects }) => projects.includes('keyring'));
const complete: Machine = { platform: 'linux', environment: {}, exists: () => true, mayInstall: false };

describe('systemNeeds', () => {
  it.each(['gnome-keyring-daemon', 'dbus-run-session', 'dbus-send', 'libsecret-1.so.0'])(
    'has no keyring for tests without %s',
    (part) => {
      expect(keyring?.find(complete)).toBe('/usr/bin/gnome-keyring-daemon');
      expect(keyring?.find({ ...complete, exists: (path) => !path.endsWith(part) })).toBeUndefined();
    },
  );

  it.each(['darwin', 'win32'] as const)("never finds one on %s, where it would be a person's own", (platform) => {
    expect(keyring?.find({ ...complete, platform })).toBeUndefined();
  });
});
