import { ArrowLeft, History, RefreshCw } from 'lucide-react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { AppError } from '../../../shared/errors/app-error.ts';
import type { RecordDetail } from '../../../shared/model/record.ts';
import { errorWords } from '../../api/error-words.ts';
import { useZone, vendorName } from '../../api/use-workspace.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import type { WorkKind } from '../../api/work-kinds.ts';
import { isKnownStatus } from '../../api/work-words.ts';
import { dayAndTime, shortMoment } from '../../lib/dates.ts';
import { usePrint } from '../../lib/print-state.ts';
import { useNow } from '../../lib/use-clock.ts';
import { t } from '../../lib/words.ts';
import { IconButton } from '../../ui/button/button.tsx';
import { EmptyState } from '../../ui/feedback/empty-state.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dot, Toolbar } from '../../ui/layout/pane.tsx';
import { ListState } from '../../ui/list-states/list-state.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { readAtOf } from './raw.ts';
import { VendorSections } from './vendor-sections.tsx';
import { VendorData } from './vendor-data.tsx';
import './work.css';

interface WorkDetailProps {
  readonly kind: WorkKind;
  readonly isSelected: boolean;
  /** Undefined until it was read. */
  readonly detail: RecordDetail | undefined;
  readonly error: AppError | null;
  readonly onOpenRecord: (id: string) => void;
  /** Reads this record again; left out where its vendor has no call for one record. */
  readonly refresh: { readonly run: () => void; readonly isRunning: boolean } | undefined;
  /** In one-pane windows: back to the list. */
  readonly onBack?: () => void;
}

type BodyProps = Pick<WorkDetailProps, 'kind' | 'onOpenRecord' | 'refresh'> & { readonly detail: RecordDetail };

/** What holds of the whole record, whichever side of it is shown. */
function Head({ kind, detail, refresh }: BodyProps) {
  const zone = useZone();
  const now = useNow();
  const { record } = detail;
  const readAt = readAtOf(detail);
  const name = vendorName(record.vendor);
  return (
    <>
      {record.deleted && (
        <ListState
          state={{
            kind: 'deleted',
            name,
            when: readAt === null ? t('part.unknown') : dayAndTime(readAt, zone, now),
          }}
        />
      )}
      {record.status !== null && !isKnownStatus(record.kind, record.status) && (
        <ListState state={{ kind: 'unknown-value', name, value: record.status }} />
      )}
      <div className="detail-head">
        <h2 className="selectable">{record.title}</h2>
        <p className="detail-sub">
          <span>{t(`work.kind-${kind}`, { vendor: name })}</span>
          {readAt !== null && (
            <>
              <Dot />
              <span className="num" title={refresh === undefined ? t('work.refresh-not', { vendor: name }) : undefined}>
                {t('audits.read', { when: shortMoment(readAt, zone, now) })}
              </span>
            </>
          )}
        </p>
      </div>
    </>
  );
}

function DetailBody(props: BodyProps) {
  const zone = useZone();
  const now = useNow();
  const isPrinting = usePrint((print) => print.isPrinting);
  const { detail } = props;
  if (isPrinting) {
    return (
      <div className="detail-body">
        <Head {...props} />
        <VendorSections {...props} zone={zone} now={now} />
      </div>
    );
  }
  return (
    <div className="detail-body">
      <Head {...props} />
      <Tabs className="detail-tabs">
        <TabList aria-label={t('work.tabs')} className="detail-tab-list">
          <Tab id="detail" className="detail-tab">
            {t('work.tab-detail')}
          </Tab>
          <Tab id="data" className="detail-tab">
            {t('work.tab-data')}
          </Tab>
        </TabList>
        <TabPanel id="detail" className="detail-panel">
          <VendorSections {...props} zone={zone} now={now} />
        </TabPanel>
        <TabPanel id="data" className="detail-panel">
          <VendorData detail={detail} zone={zone} now={now} />
        </TabPanel>
      </Tabs>
    </div>
  );
}

/** The record that is selected: its fields, what its vendor alone has of it, and the vendor's own data. */
export function WorkDetail(props: WorkDetailProps) {
  const { kind, isSelected, detail, error, refresh, onBack } = props;
  if (!isSelected) return <EmptyState text={t(`work.none-${kind}`)} />;
  return (
    <>
      <Toolbar>
        {onBack && <h1 className="visually-hidden">{t(`work.title-${kind}`)}</h1>}
        {onBack && <IconButton icon={ArrowLeft} label={t('audits.back')} keys="Escape" onPress={onBack} />}
        {detail && (
          <>
            <VendorMark {...vendorLook(detail.record.vendor)} />
            <span className="detail-number selectable clip">
              <RecordNumber value={detail.record.number ?? t('part.unknown')} />
            </span>
          </>
        )}
        <span className="grow" />
        {refresh && (
          <IconButton
            icon={RefreshCw}
            label={t('audits.refresh')}
            keys="R"
            isDisabled={refresh.isRunning}
            onPress={refresh.run}
          />
        )}
      </Toolbar>
      {detail && <DetailBody {...props} detail={detail} />}
      {detail === undefined && error !== null && (
        <div className="pane-message">
          <Notice
            {...errorWords(error)}
            {...(error.code === 'not-found' ? { icon: History, tone: 'warn' as const } : {})}
          />
        </div>
      )}
    </>
  );
}
