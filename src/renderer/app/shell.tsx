import { Unplug } from 'lucide-react';
import { useEffect } from 'react';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { useBridgeState } from '../api/client.ts';
import { useHealth } from '../api/use-workspace.ts';
import { AuditsScreen } from '../features/audits/audits-screen.tsx';
import { FirstRunScreen } from '../features/first-run/first-run-screen.tsx';
import { ReportScreen } from '../features/report/report-screen.tsx';
import { classNames } from '../lib/class-names.ts';
import { useNow } from '../lib/use-clock.ts';
import { useLayout } from '../lib/use-media.ts';
import { t } from '../lib/words.ts';
import { Banner } from '../ui/feedback/banner.tsx';
import { ToastRegion } from '../ui/feedback/toast.tsx';
import { TitleBar } from '../ui/frame/frame.tsx';
import { ListState } from '../ui/list-states/list-state.tsx';
import { chooseBanner } from './choose-banner.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { useRoute } from './route-state.ts';
import { useShell } from './shell-state.ts';
import { ShortcutSheet } from './shortcut-sheet.tsx';
import { Sidebar } from './sidebar.tsx';
import { SyncStatus } from './sync-status.tsx';
import { useEvents } from './use-events.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useShellCommands } from './use-shell-commands.ts';
import { useFirstSync, useSync } from './use-sync.ts';

/** Follows the browser's history, and starts where it stands (a page that was loaded again). */
function useHistory(): void {
  const restore = useRoute((state) => state.restore);
  useEffect(() => {
    restore(history.state);
    const listen = (event: PopStateEvent): void => restore(event.state);
    globalThis.addEventListener('popstate', listen);
    return () => globalThis.removeEventListener('popstate', listen);
  }, [restore]);
}

/** The frame that every screen lives in. */
export function Shell({ status }: { readonly status: WorkspaceStatus }) {
  useEvents();
  useKeyboard();
  useHistory();
  const sync = useSync();
  useFirstSync(status, sync);
  useShellCommands(status, sync);
  const health = useHealth();
  const now = useNow();
  const layout = useLayout();
  const bridge = useBridgeState();
  const { route, openReport, back } = useRoute();
  const { isPaletteOpen, isSheetOpen, isMenuOpen, dismissed, set, dismiss } = useShell();
  const { zone } = status;
  const isFirstRun = status.connections === 0;
  const hasMenu = layout === 'menu' && !isFirstRun;
  const banner = isFirstRun
    ? undefined
    : chooseBanner({ status, health, zone, now, dismissed, onRetry: sync.run, onDismiss: dismiss });

  return (
    <div className={classNames('frame', isFirstRun ? 'is-bare' : `is-${layout}`)}>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <TitleBar
        searchLabel={
          status.records > 0 && layout === 'wide'
            ? t('frame.search-count', { count: status.records })
            : t('frame.search')
        }
        onSearch={() => set({ isPaletteOpen: true })}
        menu={hasMenu ? { isOpen: isMenuOpen, onToggle: () => set({ isMenuOpen: !isMenuOpen }) } : undefined}
      />
      {!isFirstRun && (!hasMenu || isMenuOpen) && (
        <Sidebar
          health={health}
          zone={zone}
          now={now}
          isRail={layout === 'rail' || layout === 'single'}
          onAudits={() => {
            back();
            set({ isMenuOpen: false });
          }}
          onShortcuts={() => set({ isSheetOpen: true, isMenuOpen: false })}
        />
      )}
      <main id="content" className="main" tabIndex={-1} aria-label={t('frame.content')}>
        {bridge === 'lost' ? (
          <Banner icon={Unplug} tone="late" testId="state-lost">
            {`${t('lost.what')} ${t('lost.do')}`}
          </Banner>
        ) : (
          banner && <ListState state={banner} />
        )}
        <div className="main-body">
          {isFirstRun && <FirstRunScreen />}
          {!isFirstRun && route.screen === 'audits' && (
            <AuditsScreen layout={layout} onOpenReport={openReport} onSync={sync.run} isSyncing={sync.isRunning} />
          )}
          {!isFirstRun && route.screen === 'report' && (
            <ReportScreen id={route.id} withPdf={route.withPdf} layout={layout} onBack={back} />
          )}
        </div>
      </main>
      <SyncStatus status={status} health={health} sync={sync} zone={zone} now={now} />
      <PaletteDialog isOpen={isPaletteOpen} onClose={() => set({ isPaletteOpen: false })} records={status.records} />
      <ShortcutSheet isOpen={isSheetOpen} onClose={() => set({ isSheetOpen: false })} />
      <ToastRegion />
    </div>
  );
}
