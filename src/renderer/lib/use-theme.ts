import { useEffect } from 'react';
import { useAppearance } from './appearance-state.ts';
import { useMedia } from './use-media.ts';

/** Puts theme and density on the page, where the tokens read them. */
export function useTheme(): void {
  const theme = useAppearance((state) => state.theme);
  const density = useAppearance((state) => state.density);
  const isSystemDark = useMedia('(prefers-color-scheme: dark)');
  const isDark = theme === 'dark' || (theme === 'system' && isSystemDark);
  useEffect(() => {
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
    document.documentElement.dataset['density'] = density;
  }, [isDark, density]);
}
