import { Pencil } from 'lucide-react';
import type { RecordRow } from '../../../shared/model/record.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import { actionPriority, actionStatus } from '../../api/action-words.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { shortDay } from '../../lib/dates.ts';
import { dueOf } from '../../lib/due.ts';
import { t } from '../../lib/words.ts';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Dot } from '../../ui/layout/pane.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { PriorityChip } from '../../ui/marks/priority-chip.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';

interface ColumnFacts {
  readonly zone: string;
  readonly now: Date;
  /** Width of the list in pixels. */
  readonly width: number;
  /** Signs of the longest record number on screen: numbers are never cut. */
  readonly numberLength: number;
  /** Ids of records with a change that is not sent. */
  readonly drafted: ReadonlySet<string>;
}

const dueChip = (row: RecordRow, { zone, now }: ColumnFacts) => (
  <DueChip {...dueOf({ dueAt: row.dueAt, zone: row.dueZone ?? zone, now, isOpen: isOpenStatus(row.status) })} />
);

const second = (text: string) => (
  <span className="is-second" title={text}>
    {text}
  </span>
);

/** The title, struck when the vendor has it no more, with a pencil while a change of it is not sent. */
function Title({ row, drafted }: { readonly row: RecordRow } & Pick<ColumnFacts, 'drafted'>) {
  return (
    <span className="title-cell">
      {row.deleted ? (
        <s className="clip" title={t('audits.deleted')}>
          {row.title}
        </s>
      ) : (
        <span className="clip" title={row.title}>
          {row.title}
        </span>
      )}
      {drafted.has(row.id) && (
        <Pencil className="icon icon-12 drafted" role="img" aria-label={t('actions.drafted')}>
          <title>{t('actions.drafted')}</title>
        </Pencil>
      )}
    </span>
  );
}

const people = (row: RecordRow) =>
  row.assignees ? second(row.assignees) : <i className="is-second muted">{t('audits.unassigned')}</i>;

/** The columns of the list. */
export function actionColumns(facts: ColumnFacts): readonly GridColumn<RecordRow>[] {
  const { width, zone, now } = facts;
  return [
    {
      key: 'due',
      header: t('audits.column.due'),
      width: '74px',
      isSortable: true,
      render: (row) => dueChip(row, facts),
    },
    {
      key: 'vendor',
      header: t('audits.field.source'),
      width: '20px',
      isHeaderHidden: true,
      render: (row) => <VendorMark {...vendorLook(row.vendor)} />,
    },
    {
      key: 'number',
      header: t('audits.column.number'),
      width: `${Math.ceil(Math.max(8, facts.numberLength) * 7.8)}px`,
      render: (row) => (
        <span className={row.deleted ? 'is-second is-struck' : 'is-second'}>
          <RecordNumber value={row.number ?? t('part.unknown')} />
        </span>
      ),
    },
    {
      key: 'title',
      header: t('audits.column.title'),
      width: 'minmax(0, 2.2fr)',
      isSortable: true,
      render: (row) => <Title row={row} drafted={facts.drafted} />,
    },
    {
      key: 'priority',
      header: t('actions.column.priority'),
      width: '76px',
      render: (row) => <PriorityChip {...actionPriority(row.priority)} />,
    },
    {
      key: 'object',
      header: t('audits.column.object'),
      width: 'minmax(76px, 1fr)',
      render: (row) => second(row.project ?? t('part.unknown')),
    },
    { key: 'assignees', header: t('audits.column.assignees'), width: 'minmax(76px, 0.9fr)', render: people },
    ...(width > 1100
      ? [
          {
            key: 'updated',
            header: t('audits.column.updated'),
            width: '84px',
            isSortable: true,
            render: (row: RecordRow) =>
              second(row.updatedAt === null ? t('part.unknown') : shortDay(row.updatedAt, zone, now)),
          },
        ]
      : []),
    {
      key: 'status',
      header: t('audits.column.status'),
      width: '92px',
      render: (row) => <StatusChip {...actionStatus(row.status)} />,
    },
  ];
}

/** A row of two lines, for narrow lists: title and date, then number, object, assignees and status. */
export function ActionTwoLines({ row, facts }: { readonly row: RecordRow; readonly facts: ColumnFacts }) {
  const parts = [row.project, row.assignees].filter((part): part is string => Boolean(part));
  return (
    <>
      <VendorMark {...vendorLook(row.vendor)} />
      <div className="record-lines">
        <div>
          <span className="grow">
            <Title row={row} drafted={facts.drafted} />
          </span>
          {dueChip(row, facts)}
        </div>
        <div className="record-line-2">
          <span className="clip grow">
            <RecordNumber value={row.number ?? t('part.unknown')} />
            {parts.map((part) => (
              <span key={part}>
                <Dot />
                {part}
              </span>
            ))}
          </span>
          <StatusChip {...actionStatus(row.status)} />
        </div>
      </div>
    </>
  );
}
