import { EventEmitter } from 'node:events';

/** What one emit came to: whether a listener prevented what would have followed. */
export interface Emitted {
  readonly isPrevented: boolean;
}

/** An object of Electron's as far as its events go: `tell` emits one with an event object that can be prevented. */
export class FakeEmitter extends EventEmitter {
  tell(name: string, facts: object = {}, ...rest: readonly unknown[]): Emitted {
    let isPrevented = false;
    this.emit(name, { ...facts, preventDefault: () => (isPrevented = true) }, ...rest);
    return { isPrevented };
  }
}

/**
 * `value` as the type of Electron's that the code under test asks for; what it lacks, the code must not use. Where it
 * stands the type is asked for by what is called.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters
export const asElectron = <Wanted>(value: object): Wanted => value as Wanted;
