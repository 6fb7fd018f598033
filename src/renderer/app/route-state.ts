import { create } from 'zustand';

export type Route =
  | { readonly screen: 'audits' }
  | { readonly screen: 'report'; readonly id: string; readonly withPdf: boolean };

interface RouteState {
  readonly route: Route;
  readonly openReport: (id: string, withPdf: boolean) => void;
  readonly back: () => void;
  /** What the browser's own history says; never writes to it. */
  readonly restore: (entry: unknown) => void;
}

const start: Route = { screen: 'audits' };

/** A history entry of ours, or the start. */
function routeOf(entry: unknown): Route {
  if (typeof entry !== 'object' || entry === null || !('report' in entry)) return start;
  return typeof entry.report === 'string' ? { screen: 'report', id: entry.report, withPdf: false } : start;
}

/** Which screen is shown. The browser's back button works: a report is an entry of its history. */
export const useRoute = create<RouteState>((set, get) => ({
  route: start,
  openReport: (id, withPdf) => {
    if (get().route.screen === 'report') history.replaceState({ report: id }, '');
    else history.pushState({ report: id }, '');
    set({ route: { screen: 'report', id, withPdf } });
  },
  back: () => {
    if (get().route.screen === 'report') history.replaceState(null, '');
    set({ route: start });
  },
  restore: (entry) => set({ route: routeOf(entry) }),
}));
