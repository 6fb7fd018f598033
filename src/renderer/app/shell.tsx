import { Unplug } from 'lucide-react';
import { Suspense, useEffect, useState } from 'react';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { parseRecordId } from '../../shared/model/ids.ts';
import { useBridgeState } from '../api/client.ts';
import { useHealth } from '../api/use-workspace.ts';
import { workKindOf } from '../api/work-kinds.ts';
import { useActions } from '../features/actions/actions-state.ts';
import { AuditsScreen } from '../features/audits/audits-screen.tsx';
import { useConnectionsScreen } from '../features/connections/connections-state.ts';
import { useWithoutList } from '../features/connections/use-without-list.ts';
import { revealWork } from '../features/work/work-state.ts';
import { classNames } from '../lib/class-names.ts';
import { printedMoment, zoneNames } from '../lib/dates.ts';
import { useNow } from '../lib/use-clock.ts';
import { useLayout, type Layout } from '../lib/use-media.ts';
import { t } from '../lib/words.ts';
import { Banner } from '../ui/feedback/banner.tsx';
import { ToastRegion } from '../ui/feedback/toast.tsx';
import { TitleBar } from '../ui/frame/frame.tsx';
import { ListState } from '../ui/list-states/list-state.tsx';
import { FloatingLayer } from '../ui/picker/edit-popover.tsx';
import { chooseBanner } from './choose-banner.ts';
import { lateScreens } from './late-screens.ts';
import { PaletteDialog } from './palette-dialog.tsx';
import { useRoute, type Place } from './route-state.ts';
import { useShell } from './shell-state.ts';
import { Sidebar } from './sidebar.tsx';
import { SyncStatus } from './sync-status.tsx';
import { useSystemCommands, useSystemTheme } from './use-desktop.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useLateScreens } from './use-late-screens.ts';
import { usePrinting } from './use-printing.ts';
import { useShellCommands } from './use-shell-commands.ts';
import { useFirstSync, useSync, type Sync } from './use-sync.ts';

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

/** Ways from one screen to another that a single feature does not know. */
function useWays() {
  const { go, openReport } = useRoute();
  const reveal = useActions((state) => state.reveal);
  const setConnections = useConnectionsScreen((state) => state.set);
  const openAction = (id: string): void => {
    reveal(id, 'all');
    go('actions');
  };
  return {
    openAction,
    openAudit: (id: string) => openReport(id, false),
    /** A record in the screen of its kind; one of any other kind has none. */
    openRecord: (id: string) => {
      const kind = parseRecordId(id)?.kind;
      const workKind = workKindOf(kind);
      if (workKind !== undefined) {
        revealWork(workKind, id);
        go(workKind);
      }
      if (kind === 'corrective-action') openAction(id);
      else if (kind === 'audit') openReport(id, false);
      else if (kind === 'company') go('company');
    },
    enterKey: (connectionId: string) => {
      setConnections({ selectedId: connectionId, editing: 'key', isAdding: false, isDetailShown: true });
      go('connections');
    },
  };
}

const { actions, company, connections, firstRun, outbox, report, shortcuts, withoutList, work } = lateScreens;

interface ScreenProps {
  readonly layout: Layout;
  readonly sync: Sync;
}

/** The screen that was gone to. */
// Every screen returns; the compiler proves it.
// oxlint-disable-next-line typescript/consistent-return
function Screen({ layout, sync }: ScreenProps) {
  const { route, go, openReport, back } = useRoute();
  const { openAction, openAudit, openRecord } = useWays();
  const syncing = { onSync: sync.run, isSyncing: sync.isRunning };
  const connectionsAlone = useWithoutList();
  const toOutbox = (): void => go('outbox');
  switch (route.screen) {
    case 'report':
      return (
        <report.Screen id={route.id} withPdf={route.withPdf} layout={layout} onBack={back} onOpenAction={openAction} />
      );
    case 'actions':
      if (connectionsAlone) {
        return <withoutList.Screen kind="corrective-action" connections={connectionsAlone} {...syncing} />;
      }
      return <actions.Screen layout={layout} onOpenAudit={openAudit} onOpenOutbox={toOutbox} {...syncing} />;
    case 'issue':
    case 'ticket':
    case 'milestone':
    case 'project':
      return (
        <work.Screen key={route.screen} kind={route.screen} layout={layout} onOpenRecord={openRecord} {...syncing} />
      );
    case 'outbox':
      return <outbox.Screen layout={layout} onOpenRecord={openRecord} />;
    case 'company':
      return <company.Screen onSync={sync.run} onOpenConnections={() => go('connections')} />;
    case 'connections':
      return <connections.Screen layout={layout} />;
    case 'audits':
      if (connectionsAlone) return <withoutList.Screen kind="audit" connections={connectionsAlone} {...syncing} />;
      return <AuditsScreen layout={layout} onOpenReport={openReport} {...syncing} />;
  }
}

interface DialogsProps {
  readonly records: number;
  readonly onOpen: (id: string) => void;
}

/** True from the first time that `isOpen` is: what was open once may close in its own way. */
function useHasOpened(isOpen: boolean): boolean {
  const [hasOpened, setHasOpened] = useState(isOpen);
  if (isOpen && !hasOpened) setHasOpened(true);
  return hasOpened;
}

/** What stands over every screen when it is asked for. The palette is no late screen: people type on without looking. */
function Dialogs({ records, onOpen }: DialogsProps) {
  const { isPaletteOpen, isSheetOpen, set } = useShell();
  const hasPalette = useHasOpened(isPaletteOpen);
  const hasSheet = useHasOpened(isSheetOpen);
  return (
    <>
      {hasPalette && (
        <PaletteDialog
          isOpen={isPaletteOpen}
          onClose={() => set({ isPaletteOpen: false })}
          records={records}
          onOpen={onOpen}
        />
      )}
      <Suspense fallback={null}>
        {hasSheet && <shortcuts.Screen isOpen={isSheetOpen} onClose={() => set({ isSheetOpen: false })} />}
      </Suspense>
    </>
  );
}

/** The frame that every screen lives in. */
export function Shell({ status }: { readonly status: WorkspaceStatus }) {
  useLateScreens();
  useKeyboard();
  useHistory();
  const sync = useSync();
  useFirstSync(status, sync);
  const isDesktop = status.host === 'desktop';
  useShellCommands(status, sync, usePrinting(isDesktop));
  useSystemCommands(isDesktop);
  useSystemTheme(isDesktop);
  const health = useHealth();
  const now = useNow();
  const layout = useLayout();
  const bridge = useBridgeState();
  const { route, go } = useRoute();
  const { enterKey, openRecord } = useWays();
  const { isMenuOpen, dismissed, set, dismiss } = useShell();
  const { zone } = status;
  const isFirstRun = status.connections === 0;
  const goTo = (place: Place): void => {
    go(place);
    set({ isMenuOpen: false });
  };
  const hasMenu = layout === 'menu' && !isFirstRun;
  const banner = isFirstRun
    ? undefined
    : chooseBanner({
        status,
        health,
        zone,
        now,
        dismissed,
        onRetry: sync.run,
        onDismiss: dismiss,
        onEnterKey: enterKey,
      });

  return (
    <div className={classNames('frame', isFirstRun ? 'is-bare' : `is-${layout}`)}>
      <a className="skip-link" href="#content">
        {t('frame.skip')}
      </a>
      <p className="print-line">
        {t('print.line', { when: printedMoment(now, zone), zone: zoneNames(zone, now).short })}
      </p>
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
          place={route.screen === 'report' ? route.from : route.screen}
          onGo={goTo}
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
          {/* Nothing stands in: a screen's code lies on this computer, and a flash of something else would be worse. */}
          <Suspense fallback={null}>
            {isFirstRun ? <firstRun.Screen /> : <Screen layout={layout} sync={sync} />}
          </Suspense>
        </div>
        <FloatingLayer />
      </main>
      <SyncStatus status={status} health={health} sync={sync} zone={zone} now={now} onOutbox={() => goTo('outbox')} />
      <Dialogs records={status.records} onOpen={openRecord} />
      <ToastRegion />
    </div>
  );
}
