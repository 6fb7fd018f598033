import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export const THEMES = ['light', 'dark', 'system'] as const;
export const DENSITIES = ['compact', 'standard', 'comfortable'] as const;
type Theme = (typeof THEMES)[number];
export type Density = (typeof DENSITIES)[number];

interface Appearance {
  readonly theme: Theme;
  readonly density: Density;
  /** Whether single letters run commands (WCAG 2.1.4: they can be switched off). */
  readonly letters: boolean;
  /** Width of the detail pane in pixels. */
  readonly detailWidth: number;
}

interface AppearanceState extends Appearance {
  readonly set: (change: Partial<Appearance>) => void;
}

/** How this person likes the app to look, kept by the browser of this computer. */
export const useAppearance = create<AppearanceState>()(
  persist(
    (set) => ({
      theme: 'system',
      density: 'standard',
      letters: true,
      detailWidth: 416,
      set: (change) => set(change),
    }),
    { name: 'plumbline.appearance', version: 1 },
  ),
);

/** Heights of rows in pixels: one line, two lines, a report's line. The same numbers as in `styles/tokens.css`. */
export const ROW_HEIGHTS: Readonly<
  Record<Density, { readonly one: number; readonly two: number; readonly item: number }>
> = {
  compact: { one: 28, two: 44, item: 26 },
  standard: { one: 30, two: 46, item: 28 },
  comfortable: { one: 34, two: 52, item: 32 },
};
