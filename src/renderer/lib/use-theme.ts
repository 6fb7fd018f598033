import { useEffect } from 'react';
import { useAppearance } from './appearance-state.ts';
import { putAppearance } from './show-appearance.ts';
import { useMedia } from './use-media.ts';

/** Puts theme and density on the page, where the tokens read them. */
export function useTheme(): void {
  const theme = useAppearance((state) => state.theme);
  const density = useAppearance((state) => state.density);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  useEffect(() => putAppearance(isDark, density), [isDark, density]);
}
