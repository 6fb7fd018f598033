import { useAppearance, type Density } from './appearance-state.ts';

/** Puts theme and density on the page, where the tokens read them. */
export function putAppearance(isDark: boolean, density: Density): void {
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  document.documentElement.dataset['density'] = density;
}

/** Shows the page as this person likes it, once: before anything is drawn, so that a dark start is dark at once. */
export function showAppearance(): void {
  const { theme, density } = useAppearance.getState();
  const isSystemDark = matchMedia('(prefers-color-scheme: dark)').matches;
  putAppearance(theme === 'dark' || (theme === 'system' && isSystemDark), density);
}
