import { describe, expect, it } from 'vitest';
import { findChromium } from '../../scripts/system-needs/chromium.ts';
import { decideNeed } from '../../scripts/system-needs/decide.ts';
import { systemNeeds } from '../../scripts/system-needs/table.ts';
import type { Machine, SystemNeed } from '../../scripts/system-needs/table.ts';

const bare: Machine = { platform: 'linux', environment: {}, exists: () => false, mayInstall: false };
const need: SystemNeed = {
  name: 'A keyring',
  projects: ['keyring'],
  packages: ['gnome-keyring', 'dbus'],
  advice: 'install gnome-keyring',
  find: (machine) => ['/usr/bin/keyring'].find(machine.exists),
};

describe('decideNeed', () => {
  it('does nothing where the program is there', () => {
    expect(decideNeed(need, { ...bare, exists: () => true, mayInstall: true })).toEqual({
      state: 'present',
      path: '/usr/bin/keyring',
    });
  });

  it('installs the packages where it may', () => {
    expect(decideNeed(need, { ...bare, mayInstall: true })).toEqual({
      state: 'installable',
      packages: ['gnome-keyring', 'dbus'],
    });
  });

  it('names what is missing and how to get it where it may not', () => {
    expect(decideNeed(need, bare)).toEqual({
      state: 'missing',
      reason: 'A keyring is not on this machine: install gnome-keyring',
    });
  });
});

describe('systemNeeds', () => {
  it.each(systemNeeds)('$name says how to get it, by hand and from packages', ({ advice, packages, projects }) => {
    expect(advice).not.toBe('');
    expect(packages.length).toBeGreaterThan(0);
    expect(projects.length).toBeGreaterThan(0);
  });
});

describe('findChromium', () => {
  it('takes the browser that CHROMIUM names, and no other', () => {
    const environment = { CHROMIUM: '/opt/chromium' };
    expect(findChromium({ ...bare, environment, exists: () => true })).toBe('/opt/chromium');
    expect(findChromium({ ...bare, environment, exists: (path) => path !== '/opt/chromium' })).toBeUndefined();
  });

  it.each<readonly [platform: NodeJS.Platform, ending: string]>([
    ['linux', '/usr/bin/google-chrome'],
    ['darwin', 'Google Chrome.app/Contents/MacOS/Google Chrome'],
    ['win32', 'chrome.exe'],
  ])('looks where %s puts it', (platform, ending) => {
    const environment = { ProgramFiles: 'programs' };
    expect(findChromium({ platform, environment, exists: (path) => path.endsWith(ending) })).toContain(ending);
  });

  it('finds none on a machine without one', () => {
    expect(findChromium(bare)).toBeUndefined();
  });
});
