import { create } from 'zustand';
import { WORK_KINDS } from '../api/work-kinds.ts';

/** The places that the sidebar leads to. */
const PLACES = ['audits', 'actions', ...WORK_KINDS, 'outbox', 'company', 'connections'] as const;
export type Place = (typeof PLACES)[number];

type Route =
  | { readonly screen: Place }
  | {
      readonly screen: 'report';
      readonly id: string;
      readonly withPdf: boolean;
      /** Where the report was opened from, and leads back to. */
      readonly from: Place;
    };

interface RouteState {
  readonly route: Route;
  readonly go: (place: Place) => void;
  readonly openReport: (id: string, withPdf: boolean) => void;
  /** From a report to where it was opened from. */
  readonly back: () => void;
  /** What the browser's own history says; never writes to it. */
  readonly restore: (entry: unknown) => void;
}

const start: Route = { screen: 'audits' };

const placeOf = (value: unknown): Place => PLACES.find((place) => place === value) ?? 'audits';

/** A history entry of ours, or the start. */
function routeOf(entry: unknown): Route {
  if (typeof entry !== 'object' || entry === null) return start;
  const place = placeOf('place' in entry ? entry.place : undefined);
  if (!('report' in entry) || typeof entry.report !== 'string') return { screen: place };
  return { screen: 'report', id: entry.report, withPdf: false, from: place };
}

const isSame = (one: Route, other: Route): boolean =>
  one.screen === 'report' && other.screen === 'report' ? one.id === other.id : one.screen === other.screen;

/** Which screen is shown. The browser's back button works: every screen that was gone to is an entry of its history. */
export const useRoute = create<RouteState>((set, get) => ({
  route: start,
  go: (place) => {
    if (get().route.screen === place) return;
    history.pushState({ place }, '');
    set({ route: { screen: place } });
  },
  openReport: (id, withPdf) => {
    const { route } = get();
    const from = route.screen === 'report' ? route.from : route.screen;
    const entry = { report: id, place: from };
    if (route.screen === 'report') history.replaceState(entry, '');
    else history.pushState(entry, '');
    set({ route: { screen: 'report', id, withPdf, from } });
  },
  back: () => {
    const { route } = get();
    if (route.screen !== 'report') return;
    history.replaceState({ place: route.from }, '');
    set({ route: { screen: route.from } });
  },
  restore: (entry) => {
    const route = routeOf(entry);
    if (!isSame(get().route, route)) set({ route });
  },
}));
