import { findChromium } from './chromium.ts';
import type { BrowserPlaces } from './chromium.ts';

/** What a decision about the system's programs needs to know of the machine. */
export interface Machine extends BrowserPlaces {
  /** Whether system packages may be installed: `apt-get` is there and this process is root. */
  readonly mayInstall: boolean;
}

/** A program that tests need and npm cannot bring. */
export interface SystemNeed {
  /** The name a person knows it by. */
  readonly name: string;
  /** Test projects that cannot run without it; they are skipped, with the reason, where it is missing. */
  readonly projects: readonly string[];
  /** Debian packages that bring it. */
  readonly packages: readonly string[];
  /** How a person gets it where it may not be installed from here. */
  readonly advice: string;
  /** Returns where it is, or undefined. */
  readonly find: (machine: Machine) => string | undefined;
}

/** Everything the tests need from the system. A test that needs more adds a row. */
export const systemNeeds: readonly SystemNeed[] = [
  {
    name: 'Chromium',
    projects: ['browser', 'e2e'],
    packages: ['chromium'],
    advice: 'install Chromium or Google Chrome, or name one in the environment variable CHROMIUM',
    find: findChromium,
  },
  {
    name: 'A keyring that tests may fill',
    projects: ['keyring'],
    packages: ['libsecret-1-0', 'gnome-keyring', 'dbus'],
    advice:
      'on Linux install gnome-keyring, libsecret and dbus (dbus-run-session); on macOS and Windows there is none, ' +
      "and a person's own keychain is left alone",
    find: findKeyring,
  },
];

/** Returns the path of gnome-keyring's daemon where all that a keyring of one's own takes is there, or undefined. */
function findKeyring({ platform, exists }: Machine): string | undefined {
  if (platform !== 'linux') return undefined;
  const folders = ['x86_64-linux-gnu/', 'aarch64-linux-gnu/', 'arm-linux-gnueabihf/', ''].map(
    (name) => `/usr/lib/${name}`,
  );
  const hasLibrary = [...folders, '/usr/lib64/'].some((folder) => exists(`${folder}libsecret-1.so.0`));
  const daemon = '/usr/bin/gnome-keyring-daemon';
  const isComplete = hasLibrary && [daemon, '/usr/bin/dbus-run-session', '/usr/bin/dbus-send'].every(exists);
  return isComplete ? daemon : undefined;
}
