import { ChevronDown, ChevronRight, Image, MessageSquare, OctagonAlert, Signature, Wrench } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReportItem } from '../../../shared/model/audit-report.ts';
import { outcomeLook } from '../../api/audit-words.ts';
import { count } from '../../lib/numbers.ts';
import { t } from '../../lib/words.ts';
import { Tag } from '../../ui/button/tag.tsx';
import { RecordNumber } from '../../ui/marks/record-number.tsx';
import { StatusGlyph } from '../../ui/marks/status-chip.tsx';
import type { ReportRow } from './report-rows.ts';

function Fact({
  icon: Icon,
  text,
  label,
}: {
  readonly icon: LucideIcon;
  readonly text?: string;
  readonly label: string;
}) {
  return (
    <span className="line-fact" title={label}>
      <Icon className="icon icon-12" role="img" aria-label={label} />
      {text !== undefined && (
        <span aria-hidden="true">
          <RecordNumber value={text} />
        </span>
      )}
    </span>
  );
}

/** What hangs on an item, by icon and count. Not said twice where all of it stands open below. */
function Attached({ item }: { readonly item: ReportItem }) {
  const [action] = item.actions;
  // A critical item needs the room for its own words.
  const isNamed = item.actions.length === 1 && action?.number !== null && !item.critical;
  return (
    <>
      {item.note !== null && item.note !== '' && (
        <Fact icon={MessageSquare} label={t('report.notes-count', { count: 1 })} />
      )}
      {item.photoIds.length > 0 && (
        <Fact
          icon={Image}
          text={count(item.photoIds.length)}
          label={t('report.photos-count', { count: item.photoIds.length })}
        />
      )}
      {item.signature !== null && <Fact icon={Signature} label={t('report.has-signature')} />}
      {action !== undefined && (
        <Fact
          icon={Wrench}
          text={isNamed ? (action.number ?? '') : count(item.actions.length)}
          label={t('report.actions-count', { count: item.actions.length })}
        />
      )}
    </>
  );
}

/** What weighs on an item. */
function Warnings({ item }: { readonly item: ReportItem }) {
  return (
    <>
      {item.critical && (
        <Tag {...(item.outcome === 'failed' ? { tone: 'late', icon: OctagonAlert } : {})} text={t('report.critical')} />
      )}
      {item.failedInRow > 1 && (
        <span className="line-fact is-late num" title={t('report.in-row-title', { count: item.failedInRow })}>
          {t('report.in-row', { count: item.failedInRow })}
        </span>
      )}
    </>
  );
}

/** The answer as given; what opens further questions says that it is a condition. */
function answerWords(type: ReportItem['type'], answer: string | null): string | null {
  if (type === 'conditional-item' && answer === null) return t('report.conditional');
  if (type === 'conditional-item' && answer !== null) return t('report.condition-answer', { answer });
  return type === 'condition' && answer === null ? t('report.condition') : answer;
}

function Answer({ item }: { readonly item: ReportItem }) {
  if (item.outcome === 'not-applicable') {
    return <span className="line-answer">{t('report.outcome-not-applicable')}</span>;
  }
  const answer = item.answer ?? (item.answerNumber === null ? null : count(item.answerNumber));
  const words = answerWords(item.type, answer);
  return words === null ? null : (
    <span className="line-answer clip" title={words}>
      {words}
    </span>
  );
}

function Lead({ row: { item, isExpanded } }: { readonly row: ReportRow }) {
  const Chevron = isExpanded ? ChevronDown : ChevronRight;
  if (isExpanded !== undefined && (item.type === 'section' || item.outcome === 'none')) {
    return (
      <span className="line-lead">
        <Chevron className="icon icon-12" aria-hidden="true" />
      </span>
    );
  }
  const { shape, text } = outcomeLook(item.outcome);
  return (
    <span className="line-lead">
      <StatusGlyph shape={shape} label={text} />
    </span>
  );
}

/** Points won of the most there were; the first alone where the vendor does not say how many there were. */
function pointsWords({ points, maxPoints }: ReportItem): string {
  if (points === null) return t('part.unknown');
  return maxPoints === null ? count(points) : t('report.points', { won: points, most: maxPoints });
}

/** One line of the report: how it went, its place, its words, what hangs on it, its points. */
export function ReportLine({ row, isOpen }: { readonly row: ReportRow; readonly isOpen: boolean }) {
  const { item } = row;
  const isSection = item.type === 'section';
  return (
    <>
      {item.depth > 1 && <span className="line-indent" style={{ width: (item.depth - 1) * 28 }} />}
      <Lead row={row} />
      <span className="line-place num" title={t('report.made-numbers')}>
        {/* The answer that opens a condition stands under its question and has no place of its own. */}
        {item.type === 'condition' ? '' : item.place}
      </span>
      <span className="clip grow" title={item.text}>
        {item.text}
      </span>
      {item.type === 'unknown' && <Tag text={t('report.type-unknown')} />}
      {!isSection && <Warnings item={item} />}
      {!isSection && !isOpen && <Attached item={item} />}
      {!isSection && <Answer item={item} />}
      {isSection && item.failedBelow > 0 && (
        <span className="line-failed num">{t('report.failed-count', { count: item.failedBelow })}</span>
      )}
      <span className="line-points num">{pointsWords(item)}</span>
    </>
  );
}
