import {
  CloudOff,
  ClipboardCheck,
  ClipboardList,
  Cloud,
  FlaskConical,
  Building2,
  House,
  Keyboard,
  Layers,
  Monitor,
  PlugZap,
  Plus,
  Printer,
  Send,
  Wrench,
  Moon,
  RefreshCw,
  Rows2,
  Rows3,
  Rows4,
  Sun,
} from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import type { WorkspaceStatus } from '../../shared/contract/workspace.ts';
import { useCall } from '../api/client.ts';
import { errorWords } from '../api/error-words.ts';
import { useWorkKinds } from '../api/use-work-kinds.ts';
import { useAudits, type Segment } from '../features/audits/audits-state.ts';
import { useConnectionsScreen } from '../features/connections/connections-state.ts';
import { DENSITIES, THEMES, useAppearance } from '../lib/appearance-state.ts';
import { useCommands, type Command } from '../lib/commands-state.ts';
import { useToast } from '../ui/feedback/toast-state.ts';
import { useRoute } from './route-state.ts';
import { useShell } from './shell-state.ts';
import { focusNextPane } from './use-keyboard.ts';
import type { Sync } from './use-sync.ts';
import { WORK_ICONS } from './work-icons.ts';

const workKeys = { issue: 'G I', ticket: 'G T', milestone: 'G M', project: 'G P' } as const;
const themeIcons = { light: Sun, dark: Moon, system: Monitor } as const;
const densityIcons = { compact: Rows4, standard: Rows3, comfortable: Rows2 } as const;

/** What the sample alone can do: leave the network and come back, and be left. */
function useSampleCommands(status: WorkspaceStatus, sync: Sync): readonly Command[] {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const onError = (error: unknown): void => toast(errorWords(error).what);
  const open = useMutation({ mutationFn: (mode: 'own' | 'sample') => call('workspace.open', { mode }), onError });
  const online = useMutation({
    mutationFn: (isOnline: boolean) => call('workspace.setSampleOnline', { online: isOnline }),
    // Ask the vendors at once: the screen then says what it found, not what was meant.
    onSuccess: () => sync.run(),
    onError,
  });
  if (status.mode === 'own') {
    return [
      {
        id: 'sample',
        title: 'command.sample-open',
        group: 'workspace',
        icon: FlaskConical,
        run: () => open.mutate('sample'),
      },
    ];
  }
  const isOnline = status.sampleOnline !== false;
  return [
    {
      id: 'sample-online',
      icon: isOnline ? CloudOff : Cloud,
      title: isOnline ? 'command.sample-offline' : 'command.sample-online',
      group: 'workspace',
      run: () => online.mutate(!isOnline),
    },
    { id: 'start', title: 'command.start', group: 'workspace', icon: House, run: () => open.mutate('own') },
  ];
}

/** The commands that are there on every screen. */
export function useShellCommands(status: WorkspaceStatus, sync: Sync, print: () => void): void {
  const set = useShell((state) => state.set);
  const go = useRoute((state) => state.go);
  const show = useAudits((state) => state.show);
  const addAccount = useConnectionsScreen((state) => state.set);
  const appearance = useAppearance();
  const goTo = (segment: Segment) => (): void => {
    show(segment);
    go('audits');
  };
  const hasWork = status.connections > 0;
  const work = useWorkKinds();
  useCommands([
    {
      id: 'palette',
      title: 'command.palette',
      group: 'go',
      keys: ['Mod+K'],
      keyOnly: true,
      run: () => set({ isPaletteOpen: true }),
    },
    { id: 'panes', title: 'command.panes', group: 'go', keys: ['F6'], keyOnly: true, run: focusNextPane },
    ...(hasWork
      ? ([
          {
            id: 'audits',
            title: 'command.audits',
            group: 'go',
            icon: ClipboardCheck,
            keys: ['G A'],
            run: () => go('audits'),
          },
          {
            id: 'actions',
            title: 'command.actions',
            group: 'go',
            icon: Wrench,
            keys: ['G F'],
            run: () => go('actions'),
          },
          ...work.map(({ kind }): Command => ({
            id: kind,
            title: `command.work-${kind}`,
            group: 'go',
            icon: WORK_ICONS[kind],
            keys: [workKeys[kind]],
            run: () => go(kind),
          })),
          { id: 'outbox', title: 'command.outbox', group: 'go', icon: Send, keys: ['G B'], run: () => go('outbox') },
          { id: 'company', title: 'command.company', group: 'go', icon: Building2, run: () => go('company') },
          {
            id: 'connections',
            title: 'command.connections',
            group: 'go',
            icon: PlugZap,
            run: () => go('connections'),
          },
          {
            id: 'add-account',
            title: 'command.add-account',
            group: 'workspace',
            icon: Plus,
            run: () => {
              addAccount({ isAdding: true, isDetailShown: true, editing: undefined });
              go('connections');
            },
          },
          { id: 'pending', title: 'command.pending', group: 'go', icon: ClipboardList, run: goTo('pending') },
          { id: 'complete', title: 'command.complete', group: 'go', icon: ClipboardCheck, run: goTo('complete') },
          { id: 'all', title: 'command.all', group: 'go', icon: Layers, run: goTo('all') },
          { id: 'sync', title: 'command.sync', group: 'workspace', icon: RefreshCw, keys: ['Shift+R'], run: sync.run },
        ] as const)
      : []),
    ...useSampleCommands(status, sync),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      icon: themeIcons[theme],
      title: `command.theme-${theme}` as const,
      group: 'view' as const,
      run: () => appearance.set({ theme }),
    })),
    ...DENSITIES.map((density) => ({
      id: `density-${density}`,
      icon: densityIcons[density],
      title: `command.density-${density}` as const,
      group: 'view' as const,
      run: () => appearance.set({ density }),
    })),
    {
      id: 'letters',
      icon: Keyboard,
      title: appearance.letters ? 'command.letters-off' : 'command.letters-on',
      group: 'view',
      run: () => appearance.set({ letters: !appearance.letters }),
    },
    { id: 'print', title: 'command.print', group: 'view', icon: Printer, keys: ['Mod+P'], run: print },
    {
      id: 'shortcuts',
      title: 'command.shortcuts',
      group: 'view',
      icon: Keyboard,
      keys: ['?'],
      run: () => set({ isSheetOpen: true }),
    },
  ]);
}
