import type { RecordRow } from '../../../shared/model/record.ts';
import { recordPriority, recordStatus } from '../../api/work-words.ts';
import { vendorLook } from '../../api/vendor-look.ts';
import type { WorkKind } from '../../api/work-kinds.ts';
import { shortDay } from '../../lib/dates.ts';
import { t } from '../../lib/words.ts';
import type { GridColumn } from '../../ui/grid/grid-types.ts';
import { Dot } from '../../ui/layout/pane.tsx';
import { DueChip } from '../../ui/marks/due-chip.tsx';
import { PriorityChip } from '../../ui/marks/priority-chip.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { StatusChip } from '../../ui/marks/status-chip.tsx';
import { VendorMark } from '../../ui/marks/vendor-mark.tsx';
import { rowDue } from './row-due.ts';
import { hasAssignees, KIND_FACTS } from './work-kinds.ts';

/** What rows are shown by. */
export interface ColumnFacts {
  readonly kind: WorkKind;
  readonly zone: string;
  readonly now: Date;
  /** Width of the list in pixels. */
  readonly width: number;
  /** Signs of the longest record number on screen: numbers are never cut. */
  readonly numberLength: number;
  /** Whether there is room for how grave a record is, and anybody who says so. */
  readonly hasPriority: boolean;
  /** The short name of an account, where its vendor has several. */
  readonly labelOf: (connectionId: string) => string | null;
}

type Column = GridColumn<RecordRow>;

const second = (text: string) => (
  <span className="is-second" title={text}>
    {text}
  </span>
);

const dueChip = (row: RecordRow, { zone, now }: ColumnFacts) => <DueChip {...rowDue(row, zone, now)} />;

const projectOf = ({ project, connectionId }: RecordRow, { labelOf }: ColumnFacts): string =>
  [project ?? t('part.unknown'), labelOf(connectionId)].filter((part) => part !== null).join(', ');

/** The title, struck when the vendor has it no more. */
function Title({ row }: { readonly row: RecordRow }) {
  return row.deleted ? <s title={t('audits.deleted')}>{row.title}</s> : <span title={row.title}>{row.title}</span>;
}

/** A record without a status has nothing to have a glyph for. */
const status = (row: RecordRow) =>
  row.status === null ? second(t('part.unknown')) : <StatusChip {...recordStatus(row.kind, row.status)} />;

const updated = ({ updatedAt }: RecordRow, { zone, now }: ColumnFacts): string =>
  updatedAt === null ? t('part.unknown') : shortDay(updatedAt, zone, now);

const dueColumn = (facts: ColumnFacts): Column => ({
  key: 'due',
  header: facts.kind === 'project' ? t('work.column-end') : t('audits.column.due'),
  width: '96px',
  isSortable: true,
  render: (row) => dueChip(row, facts),
});

const updatedColumn = (facts: ColumnFacts): Column => ({
  key: 'updated',
  header: t('audits.column.updated'),
  width: '84px',
  isSortable: true,
  render: (row) => <span className="is-second num">{updated(row, facts)}</span>,
});

const priorityColumn: Column = {
  key: 'priority',
  header: t('work.column-severity'),
  width: '90px',
  render: ({ priority }) =>
    priority === null ? second(t('part.unknown')) : <PriorityChip {...recordPriority(priority)} />,
};

const numberColumn = ({ numberLength }: ColumnFacts): Column => ({
  key: 'number',
  header: t('audits.column.number'),
  width: `${Math.ceil(Math.max(5, numberLength) * 7.8)}px`,
  render: (row) => (
    <span className={row.deleted ? 'is-second is-struck' : 'is-second'}>
      <RecordNumber value={row.number ?? t('part.unknown')} />
    </span>
  ),
});

const peopleColumn = (kind: WorkKind): Column => ({
  key: 'assignees',
  header: t('audits.column.assignees'),
  width: 'minmax(76px, 0.9fr)',
  render: ({ assignees, vendor }) => {
    if (assignees) return second(assignees);
    return hasAssignees(kind, vendor) ? (
      <i className="is-second muted">{t('work.unassigned')}</i>
    ) : (
      second(t('part.unknown'))
    );
  },
});

/** The columns of the list of a kind, as far as there is room for them. */
export function workColumns(facts: ColumnFacts): readonly Column[] {
  const { kind, width, numberLength, hasPriority } = facts;
  const { due, priority, people } = KIND_FACTS[kind].columns;
  const isProject = kind === 'project';
  const showsUpdated = !due || width > 1000;
  return [
    ...(due && !isProject ? [dueColumn(facts)] : []),
    {
      key: 'vendor',
      header: t('audits.field.source'),
      width: '20px',
      isHeaderHidden: true,
      render: (row) => <VendorMark {...vendorLook(row.vendor)} />,
    },
    ...(isProject && numberLength === 0 ? [] : [numberColumn(facts)]),
    {
      key: 'title',
      header: t('audits.column.title'),
      width: 'minmax(0, 2.2fr)',
      isSortable: true,
      render: (row) => <Title row={row} />,
    },
    ...(priority && hasPriority ? [priorityColumn] : []),
    ...(isProject
      ? []
      : [
          {
            key: 'project',
            header: t('work.column-project'),
            width: 'minmax(76px, 1fr)',
            render: (row: RecordRow) => second(projectOf(row, facts)),
          },
        ]),
    ...(people ? [peopleColumn(kind)] : []),
    ...(showsUpdated ? [updatedColumn(facts)] : []),
    {
      key: 'status',
      header: t('audits.column.status'),
      width: kind === 'issue' ? '122px' : '112px',
      render: status,
    },
    ...(due && isProject ? [dueColumn(facts)] : []),
  ];
}

/** A row of two lines, for narrow lists: title and date, then number, project, people and status. */
export function WorkTwoLines({ row, facts }: { readonly row: RecordRow; readonly facts: ColumnFacts }) {
  const hasDue = KIND_FACTS[facts.kind].columns.due;
  const parts = [row.project === null ? facts.labelOf(row.connectionId) : projectOf(row, facts), row.assignees];
  return (
    <>
      <VendorMark {...vendorLook(row.vendor)} />
      <div className="record-lines">
        <div>
          <span className="clip grow">
            <Title row={row} />
          </span>
          {hasDue ? dueChip(row, facts) : <span className="is-second num">{updated(row, facts)}</span>}
        </div>
        <div className="record-line-2">
          <span className="clip grow">
            <RecordNumber value={row.number ?? t('part.unknown')} />
            {parts
              .filter((part): part is string => Boolean(part))
              .map((part) => (
                <span key={part}>
                  <Dot />
                  {part}
                </span>
              ))}
          </span>
          {row.status !== null && status(row)}
        </div>
      </div>
    </>
  );
}
