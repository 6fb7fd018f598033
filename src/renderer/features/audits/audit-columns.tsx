import type { RecordRow } from '../../../shared/model/record.ts';
import { isOpenStatus } from '../../../shared/model/status.ts';
import { auditStatus } from '../../api/audit-words.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import { shortDay } from '../../lib/dates.ts';
import { dueOf } from '../../lib/due.ts';
import { percent } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Dot } from '../../ui/layout/pane.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import type { Segment } from './audits-state.ts';

interface ColumnFacts {
  readonly segment: Segment;
  readonly zone: string;
  readonly now: Date;
  /** Width of the list in pixels: a wide one shows when a record was changed, too. */
  readonly width: number;
  /** Signs of the longest record number on screen: numbers are never cut. */
  readonly numberLength: number;
}

const dueChip = (row: RecordRow, { zone, now }: ColumnFacts) => (
  <DueChip {...dueOf({ dueAt: row.dueAt, zone: row.dueZone ?? zone, now, isOpen: isOpenStatus(row.status) })} />
);

const day = (iso: string | null, { zone, now }: ColumnFacts): string =>
  iso === null ? t('part.unknown') : shortDay(iso, zone, now);

const second = (text: string) => (
  <span className="is-second" title={text}>
    {text}
  </span>
);

const score = (row: RecordRow): string => (row.score === null ? t('part.unknown') : percent(row.score));

function Title({ row }: { readonly row: RecordRow }) {
  return row.deleted ? <s title={t('audits.deleted')}>{row.title}</s> : <span title={row.title}>{row.title}</span>;
}

/** The columns of the list. Finished audits are read by when they were done and how well; open ones by when they are due. */
export function auditColumns(facts: ColumnFacts): readonly GridColumn<RecordRow>[] {
  const { segment, width } = facts;
  const isDone = segment === 'complete';
  const date: GridColumn<RecordRow> = isDone
    ? {
        key: 'updated',
        header: t('audits.column.completed'),
        width: '74px',
        isSortable: true,
        render: (row) => <span className="is-second num">{day(row.updatedAt, facts)}</span>,
      }
    : {
        key: 'due',
        header: t('audits.column.due'),
        width: '74px',
        isSortable: true,
        render: (row) => dueChip(row, facts),
      };
  return [
    date,
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
      render: (row) => <Title row={row} />,
    },
    {
      key: 'object',
      header: t('audits.column.object'),
      width: 'minmax(76px, 1fr)',
      render: (row) => second(row.project ?? t('part.unknown')),
    },
    {
      key: 'assignees',
      header: isDone ? t('audits.column.people') : t('audits.column.assignees'),
      width: 'minmax(76px, 0.9fr)',
      render: (row) =>
        row.assignees ? second(row.assignees) : <i className="is-second muted">{t('audits.unassigned')}</i>,
    },
    ...(width > 1100
      ? [
          {
            key: isDone ? 'due' : 'updated',
            header: isDone ? t('audits.column.due') : t('audits.column.updated'),
            width: '84px',
            isSortable: true,
            render: (row: RecordRow) => (isDone ? dueChip(row, facts) : second(day(row.updatedAt, facts))),
          },
        ]
      : []),
    ...(isDone
      ? []
      : [
          {
            key: 'status',
            header: t('audits.column.status'),
            width: '96px',
            render: (row: RecordRow) => <StatusChip {...auditStatus(row.status)} />,
          },
        ]),
    ...(segment === 'pending'
      ? []
      : [{ key: 'score', header: t('audits.column.score'), width: '54px', isNumber: true, render: score }]),
  ];
}

/** A row of two lines, for narrow lists: title and date, then number, object and status. */
export function AuditTwoLines({ row, facts }: { readonly row: RecordRow; readonly facts: ColumnFacts }) {
  const isDone = !isOpenStatus(row.status);
  const parts = [row.number, row.project, row.assignees].filter((part): part is string => Boolean(part));
  return (
    <>
      <VendorMark {...vendorLook(row.vendor)} />
      <div className="record-lines">
        <div>
          <span className="clip grow">
            <Title row={row} />
          </span>
          {isDone && row.score !== null ? <span className="is-second num">{score(row)}</span> : dueChip(row, facts)}
        </div>
        <div className="record-line-2">
          <span className="clip grow">
            {parts.map((part, index) => (
              <span key={part}>
                {index > 0 && <Dot />}
                {part === row.number ? <RecordNumber value={part} /> : part}
              </span>
            ))}
          </span>
          {isDone && facts.segment === 'complete' ? (
            <span className="num">{day(row.updatedAt, facts)}</span>
          ) : (
            <StatusChip {...auditStatus(row.status)} />
          )}
        </div>
      </div>
    </>
  );
}
