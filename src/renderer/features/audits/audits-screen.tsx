import { ClipboardCheck, FileText, RefreshCw } from 'lucide-react';
import { useMutation } from '@tanstack/react-query';
import type { RecordRow } from '../../../shared/model/record.ts';
import { useCall } from '../../api/client.ts';
import { errorWords } from '../../api/error-words.ts';
import { useOperation } from '../../api/use-operation.ts';
import { useAppearance } from '../../lib/appearance-state.ts';
import { useCommands } from '../../lib/commands-state.ts';
import { listCommands } from '../../lib/list-commands.ts';
import type { Layout } from '../../lib/use-media.ts';
import { t } from '../../lib/words.ts';
import { useToast } from '../../ui/feedback/toast-state.ts';
import { Pane } from '../../ui/layout/pane.tsx';
import { SplitPane } from '../../ui/layout/split-pane.tsx';
import { AuditDetail } from './audit-detail.tsx';
import { AuditList } from './audit-list.tsx';
import { FILTER_ID, GRID_ID } from './audit-toolbar.tsx';
import { useAudits } from './audits-state.ts';

interface AuditsScreenProps {
  readonly layout: Layout;
  /** Opens the report reader on an audit, with its PDF where asked. */
  readonly onOpenReport: (id: string, withPdf: boolean) => void;
  readonly onSync: () => void;
  readonly isSyncing: boolean;
}

/** The audits: list and, beside it or in its place, the audit that is selected. */
export function AuditsScreen({ layout, onOpenReport, onSync, isSyncing }: AuditsScreenProps) {
  const call = useCall();
  const toast = useToast((state) => state.show);
  const { selectedId, isDetailShown, showDetail } = useAudits();
  const { detailWidth, set } = useAppearance();
  const hasDetail = layout === 'wide' || layout === 'rail';

  const refresh = useMutation({
    mutationFn: (id: string) => call('sync.record', { id }),
    onSuccess: ({ changed }) => toast(changed ? t('audits.refreshed-changed') : t('audits.refreshed')),
    onError: (error) => toast(errorWords(error).what),
  });

  const selected = useOperation('audits.document', { id: selectedId ?? '' }, { enabled: selectedId !== undefined });
  const hasReport = selected.data?.record.status === 'complete';
  /** A finished audit has a report to read; of any other the detail is all there is. The row says which, at once. */
  const open = ({ id, status }: RecordRow): void => {
    if (status === 'complete') onOpenReport(id, false);
    else document.getElementById('audits-detail')?.focus();
  };

  const withSelected = (act: (id: string) => void) => (): void => {
    if (selectedId !== undefined) act(selectedId);
  };
  useCommands([
    ...listCommands(GRID_ID, FILTER_ID),
    ...(hasReport
      ? ([
          {
            id: 'open',
            title: 'audits.open-report',
            group: 'record',
            icon: ClipboardCheck,
            keys: ['Enter'],
            run: withSelected((id) => onOpenReport(id, false)),
          },
          {
            id: 'pdf',
            title: 'command.pdf',
            group: 'record',
            icon: FileText,
            keys: ['D'],
            run: withSelected((id) => onOpenReport(id, true)),
          },
        ] as const)
      : []),
    {
      id: 'refresh',
      icon: RefreshCw,
      title: 'command.refresh',
      group: 'record',
      keys: ['R'],
      run: withSelected((id) => refresh.mutate(id)),
    },
    ...(isDetailShown && !hasDetail
      ? ([
          {
            id: 'back',
            title: 'command.back',
            group: 'list',
            keys: ['Escape'],
            keyOnly: true,
            run: () => showDetail(false),
          },
        ] as const)
      : []),
  ]);

  const list = (
    <Pane id="audits-list" label={t('audits.list')}>
      <AuditList hasDetail={hasDetail} onOpen={open} onSync={onSync} isSyncing={isSyncing} />
    </Pane>
  );
  const detail = (
    <Pane id="audits-detail" label={t('audits.detail')}>
      <AuditDetail
        id={selectedId}
        onOpenReport={onOpenReport}
        onRefresh={(id) => refresh.mutate(id)}
        isRefreshing={refresh.isPending}
        {...(hasDetail ? {} : { onBack: () => showDetail(false) })}
      />
    </Pane>
  );

  if (!hasDetail) return isDetailShown && selectedId !== undefined ? detail : list;
  return (
    <SplitPane
      label={t('part.resize')}
      first={list}
      second={detail}
      size={layout === 'wide' ? detailWidth : Math.max(360, globalThis.innerWidth - 48 - 424)}
      onResize={(width) => set({ detailWidth: width })}
      minFirst={layout === 'wide' ? 424 : 380}
      minSecond={360}
      maxSecond={640}
    />
  );
}
