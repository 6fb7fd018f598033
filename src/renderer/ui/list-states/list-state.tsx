import { CircleHelp, CloudOff, GitCompareArrows, HardDrive, History, Info, KeyRound, Lock, X } from 'lucide-react';
import { t } from '../../lib/words.ts';
import { Button, IconButton } from '../button/button.tsx';
import { Banner } from '../feedback/banner.tsx';
import { EmptyState } from '../feedback/empty-state.tsx';
import { Notice } from '../feedback/notice.tsx';
import { StatusGlyph } from '../marks/status-chip.tsx';
import { Skeleton } from './skeleton.tsx';
import type { ListStateFacts } from './list-state-facts.ts';
import './list-states.css';

function offlineWords(name: string, since: string | undefined, asOf: string | undefined): string {
  const gone = since === undefined ? t('state.offline.gone', { name }) : t('state.offline.gone-since', { name, since });
  return `${gone} ${asOf === undefined ? t('state.offline.nothing') : t('state.offline.reading', { asOf })}`;
}

function keyWords(kind: 'key-rejected' | 'key-missing', name: string, asOf: string | undefined): string {
  const reading = asOf === undefined ? t('state.offline.nothing') : t('state.key.reading', { asOf });
  return `${t(`state.${kind}.text`, { name })} ${reading}`;
}

/**
 * Every state a list or a record can be in, in one place: first-run-empty and empty-by-filter stand where the rows would
 * be; loading, refreshing, too-large, unknown-value and deleted are lines; the rest are the banner above the toolbar
 * (of which a screen shows one) or a notice in the content.
 */
// Every kind returns; the compiler proves it.
// oxlint-disable-next-line typescript/consistent-return
export function ListState({ state }: { readonly state: ListStateFacts }) {
  const testId = `state-${state.kind}`;
  switch (state.kind) {
    case 'first-run-empty':
      return (
        <EmptyState
          testId={testId}
          title={t('state.first-run-empty.title')}
          text={t('state.first-run-empty.text')}
          action={<Button onPress={state.onSync}>{t('state.first-run-empty.do')}</Button>}
        />
      );
    case 'empty-by-filter':
      return (
        <EmptyState
          testId={testId}
          text={t('state.empty-by-filter.text', { count: state.filters, what: state.what })}
          action={<Button onPress={state.onClear}>{t('state.empty-by-filter.do', { count: state.filters })}</Button>}
        />
      );
    case 'loading':
      return <Skeleton testId={testId} />;
    case 'refreshing':
      return (
        <p className="state-line" role="status" data-testid={testId}>
          {t('state.refreshing.text', { name: state.name })}
        </p>
      );
    case 'offline': {
      const { name, since, asOf } = state;
      return (
        <Banner
          testId={testId}
          tone="warn"
          icon={CloudOff}
          actions={<Button onPress={state.onRetry}>{t('state.offline.do')}</Button>}
        >
          {offlineWords(name, since, asOf)}
        </Banner>
      );
    }
    case 'partial':
      return (
        <Banner
          testId={testId}
          tone="warn"
          icon={Info}
          actions={<Button onPress={state.onRetry}>{t('state.partial.do')}</Button>}
        >
          {t('state.partial.text', { fresh: state.fresh, all: state.all, reasons: state.reasons.join(' ') })}
        </Banner>
      );
    case 'permission-denied':
      return (
        <Notice
          testId={testId}
          tone="warn"
          icon={Lock}
          what={t('state.permission-denied.what', { name: state.name })}
          data={t('state.permission-denied.data')}
          todo={t('state.permission-denied.do', { right: state.right, who: state.who })}
          code={state.code}
        />
      );
    case 'unknown-value':
      return (
        <p className="state-line" data-testid={testId}>
          <StatusGlyph shape="dashed" />
          {t('state.unknown-value.text', { name: state.name, value: state.value })}
        </p>
      );
    case 'key-rejected':
    case 'key-missing':
      return (
        <Banner
          testId={testId}
          tone="late"
          icon={KeyRound}
          {...(state.onEnter
            ? { actions: <Button onPress={state.onEnter}>{t(`state.${state.kind}.do`)}</Button> }
            : {})}
        >
          {keyWords(state.kind, state.name, state.asOf)}
        </Banner>
      );
    case 'too-large':
      return (
        <p className="state-line" role="status" data-testid={testId}>
          <Info className="icon icon-14" aria-hidden="true" />
          {t('state.too-large.text', { shown: state.shown, total: state.total })}
        </p>
      );
    case 'deleted':
      return (
        <p className="state-line" data-testid={testId}>
          <History className="icon icon-14" aria-hidden="true" />
          {t('state.deleted.text', { name: state.name, when: state.when })}
        </p>
      );
    case 'conflict':
      return (
        <Notice
          testId={testId}
          tone="warn"
          icon={GitCompareArrows}
          what={t('state.conflict.what', { name: state.name, field: state.field })}
          data={t('state.conflict.data')}
          todo={t('state.conflict.do')}
          actions={<Button onPress={state.onCompare}>{t('state.conflict.action')}</Button>}
        />
      );
    case 'needs-checking':
      return (
        <Notice
          testId={testId}
          tone="warn"
          icon={CircleHelp}
          what={t('state.needs-checking.what', { name: state.name })}
          data={t('state.needs-checking.data')}
          todo={t('state.needs-checking.do', { name: state.name })}
          actions={
            <Button look="primary" onPress={state.onCheck}>
              {t('state.needs-checking.action')}
            </Button>
          }
        />
      );
    case 'disk-low':
      return (
        <Banner testId={testId} tone="late" icon={HardDrive}>
          {t('state.disk-low.text', { free: state.free })}
        </Banner>
      );
    case 'recovered':
      return (
        <Banner
          testId={testId}
          tone={state.how === 'rebuilt' ? 'plain' : 'warn'}
          icon={History}
          actions={<IconButton icon={X} label={t('state.dismiss')} onPress={state.onDismiss} />}
        >
          {t(`state.recovered.text-${state.how}`, { when: state.when })}
        </Banner>
      );
    case 'updated':
      return (
        <Banner
          testId={testId}
          icon={Info}
          actions={<IconButton icon={X} label={t('state.dismiss')} onPress={state.onDismiss} />}
        >
          {t('state.updated.text', { version: state.version })}
        </Banner>
      );
  }
}
