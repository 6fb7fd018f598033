import { ClipboardCheck, CloudOff, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { RecordRow } from '../../shared/model/record.ts';
import { auditColumns, AuditTwoLines } from '../features/audits/audit-columns.tsx';
import { ReportTree } from '../features/report/report-tree.tsx';
import { t } from '../lib/words.ts';
import { Button } from '../ui/button/button.tsx';
import { NavItem, StatusBar, StatusItem, TitleBar } from '../ui/frame/frame.tsx';
import type { GridSort } from '../ui/grid/grid-types.ts';
import { VirtualGrid } from '../ui/grid/virtual-grid.tsx';
import { PdfView } from '../ui/pdf/pdf-view.tsx';
import { SafeImage } from '../ui/picture/safe-image.tsx';
import { GALLERY_NOW, GALLERY_ZONE, sampleAudits } from './sample-audits.ts';
import { makePicture, samplePdf } from './sample-files.ts';
import { sampleHead, sampleReport } from './sample-report.ts';
import { Row, Specimen } from './specimen.tsx';

const nothing = (): void => undefined;
const now = new Date(GALLERY_NOW);
const rows = sampleAudits(40);
const done = sampleAudits().find(({ status }) => status === 'complete');
const pdf = samplePdf();

function Grid({ isNarrow, width }: { readonly isNarrow: boolean; readonly width: number }) {
  const [current, setCurrent] = useState(5);
  const [sort, setSort] = useState<GridSort>({ column: 'due', direction: 'ascending' });
  const facts = { segment: 'all' as const, zone: GALLERY_ZONE, now, width, numberLength: 13 };
  return (
    <VirtualGrid<RecordRow>
      id={isNarrow ? 'gallery-rows' : 'gallery-grid'}
      label={t('audits.list')}
      columns={auditColumns(facts)}
      total={48}
      rowAt={(index) => rows[index]}
      onRange={nothing}
      current={current}
      onCurrent={setCurrent}
      onOpen={nothing}
      rowHeight={isNarrow ? 46 : 30}
      sort={sort}
      onSort={(column) => setSort({ column, direction: 'ascending' })}
      {...(isNarrow ? { renderTwoLines: (row) => <AuditTwoLines row={row} facts={facts} /> } : {})}
    />
  );
}

function Pictures() {
  const [photo, setPhoto] = useState<Blob>();
  const [ink, setInk] = useState<Blob>();
  useEffect(() => {
    void makePicture('photo-1').then(setPhoto);
    void makePicture('signature-1').then(setInk);
  }, []);
  const page = new Blob(['<svg xmlns="http://www.w3.org/2000/svg"/>'], { type: 'image/png' });
  const words = { refused: t('report.photo-refused') };
  return (
    <Row>
      <SafeImage blob={photo} label={t('report.photo', { number: 1, total: 1 })} width={152} height={114} {...words} />
      <SafeImage blob={ink} label={t('report.signature')} width={160} height={48} fit="contain" isPaper {...words} />
      <SafeImage blob={page} label={t('report.photo', { number: 1, total: 1 })} width={180} height={114} {...words} />
    </Row>
  );
}

/** The large parts: list, tree, pictures, PDF, frame. */
export function LargeParts() {
  return (
    <>
      <Specimen name="gallery.grid">
        <div className="specimen-frame is-tall">
          <Grid isNarrow={false} width={1000} />
        </div>
      </Specimen>
      <Specimen name="gallery.rows">
        <div className="specimen-frame is-tall is-narrow">
          <Grid isNarrow width={424} />
        </div>
      </Specimen>
      {done && (
        <Specimen name="gallery.tree">
          <div className="specimen-frame is-tall">
            <ReportTree
              audit={{ record: done, head: sampleHead(done), report: sampleReport, readAt: done.updatedAt ?? '' }}
              report={sampleReport}
              zone={GALLERY_ZONE}
              now={now}
              onNextFailed={nothing}
              onOpenAction={nothing}
            />
          </div>
        </Specimen>
      )}
      <Specimen name="gallery.files">
        <Pictures />
        <div className="specimen-frame is-tall">
          <PdfView
            blob={pdf}
            title={<h2>{t('pdf.title')}</h2>}
            actions={undefined}
            strip={undefined}
            renderProblem={() => null}
          />
        </div>
      </Specimen>
      <Specimen name="gallery.frame">
        <div className="specimen-frame is-window">
          <TitleBar searchLabel={t('frame.search-count', { count: 18_402 })} onSearch={nothing} />
          <div className="sidebar">
            <NavItem
              icon={ClipboardCheck}
              text={t('nav.audits')}
              count="46"
              isCurrent
              isRail={false}
              onPress={nothing}
            />
            <NavItem icon={RefreshCw} text={t('command.sync')} isCurrent={false} isRail={false} onPress={nothing} />
          </div>
          <StatusBar
            left={
              <>
                <StatusItem icon={RefreshCw}>{t('status.synced', { when: '06:48' })}</StatusItem>
                <StatusItem icon={CloudOff} tone="warn">
                  {t('status.offline')}
                </StatusItem>
              </>
            }
            right={<StatusItem>{t('status.zone', { zone: 'NZDT', offset: 'UTC+13' })}</StatusItem>}
          />
        </div>
        <Row>
          <div className="toast">
            <p>{t('gallery.toast')}</p>
            <Button look="quiet" keys="Z" onPress={nothing}>
              {t('gallery.undo')}
            </Button>
          </div>
        </Row>
      </Specimen>
    </>
  );
}
