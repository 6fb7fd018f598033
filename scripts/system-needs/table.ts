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
];
