import { afterEach, describe, expect, it } from 'vitest';
import { useAppearance } from '../../src/renderer/lib/appearance-state.ts';
import { showAppearance } from '../../src/renderer/lib/show-appearance.ts';

const giveSystem = (isDark: boolean): void =>
  void Object.defineProperty(globalThis, 'matchMedia', { configurable: true, value: () => ({ matches: isDark }) });
const shown = (): DOMStringMap => document.documentElement.dataset;

afterEach(() => useAppearance.setState(useAppearance.getInitialState()));

describe('showAppearance', () => {
  it('puts on the page what the person chose, whatever the system is', () => {
    giveSystem(false);
    useAppearance.getState().set({ theme: 'dark', density: 'compact' });
    showAppearance();
    expect(shown()).toMatchObject({ theme: 'dark', density: 'compact' });
  });

  it('follows the system where the person left it to it', () => {
    useAppearance.getState().set({ theme: 'system' });
    giveSystem(true);
    showAppearance();
    expect(shown()['theme']).toBe('dark');
    giveSystem(false);
    showAppearance();
    expect(shown()['theme']).toBe('light');
  });
});
