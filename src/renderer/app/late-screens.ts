import type { ComponentType } from 'react';
import type { ActionsScreen } from '../features/actions/actions-screen.tsx';
import type { CompanyScreen } from '../features/company/company-screen.tsx';
import type { WithoutListScreen } from '../features/connections/without-list-screen.tsx';
import type { OutboxScreen } from '../features/outbox/outbox-screen.tsx';
import type { ReportScreen } from '../features/report/report-screen.tsx';
import type { WorkScreen } from '../features/work/work-screen.tsx';
import type { ConnectionsPlace } from './connections-place.tsx';
import type { FirstRun } from './first-run.tsx';
import { lateScreen, type LateScreen } from './late-screen.tsx';
import type { ShortcutSheet } from './shortcut-sheet.tsx';

type Late<Screen> = LateScreen<Screen extends ComponentType<infer Props extends object> ? Props : never>;

interface LateScreens {
  readonly actions: Late<typeof ActionsScreen>;
  readonly company: Late<typeof CompanyScreen>;
  readonly connections: Late<typeof ConnectionsPlace>;
  readonly firstRun: Late<typeof FirstRun>;
  readonly outbox: Late<typeof OutboxScreen>;
  readonly report: Late<typeof ReportScreen>;
  readonly shortcuts: Late<typeof ShortcutSheet>;
  readonly withoutList: Late<typeof WithoutListScreen>;
  readonly work: Late<typeof WorkScreen>;
}

/** The screens that the page does not begin with. */
export const lateScreens: LateScreens = {
  actions: lateScreen(async () => (await import('../features/actions/actions-screen.tsx')).ActionsScreen),
  company: lateScreen(async () => (await import('../features/company/company-screen.tsx')).CompanyScreen),
  connections: lateScreen(async () => (await import('./connections-place.tsx')).ConnectionsPlace),
  firstRun: lateScreen(async () => (await import('./first-run.tsx')).FirstRun),
  outbox: lateScreen(async () => (await import('../features/outbox/outbox-screen.tsx')).OutboxScreen),
  report: lateScreen(async () => (await import('../features/report/report-screen.tsx')).ReportScreen),
  shortcuts: lateScreen(async () => (await import('./shortcut-sheet.tsx')).ShortcutSheet),
  withoutList: lateScreen(
    async () => (await import('../features/connections/without-list-screen.tsx')).WithoutListScreen,
  ),
  work: lateScreen(async () => (await import('../features/work/work-screen.tsx')).WorkScreen),
};

/** Loads them all, so that going there takes no time. One that does not come is tried again when it is gone to. */
export async function loadLateScreens(): Promise<void> {
  await Promise.allSettled(Object.values(lateScreens).map(({ load }) => load()));
}
