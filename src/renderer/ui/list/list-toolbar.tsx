import type { ReactNode } from 'react';
import { focusById } from '../../lib/focus.ts';
import { t } from '../../lib/words.ts';
import { FilterField } from '../button/filter-field.tsx';
import { Segmented } from '../button/segmented.tsx';
import { Toolbar } from '../layout/pane.tsx';

interface ListToolbarProps<Segment extends string> {
  readonly title: string;
  /** In a narrow list the title is only read out. */
  readonly isNarrow: boolean;
  /** What is chosen by the segments: "Which audits". */
  readonly segmentLabel: string;
  /** Which part of the list is shown; left out of sight where there is only one. */
  readonly segments: readonly { readonly id: Segment; readonly text: string; readonly count?: number | undefined }[];
  readonly selected: Segment;
  readonly onSelect: (segment: Segment) => void;
  readonly filterId: string;
  readonly filter: string;
  readonly onFilter: (filter: string) => void;
  /** Where leaving the filter puts the focus. */
  readonly gridId: string;
  /** Further filters, left of the words. */
  readonly children?: ReactNode;
}

/** The bar of a list: its title, which part of it is shown, and the filter by words. */
export function ListToolbar<Segment extends string>(props: ListToolbarProps<Segment>) {
  const { title, isNarrow, segmentLabel, segments, selected, onSelect, filterId, filter, onFilter, gridId } = props;
  return (
    <Toolbar>
      <h1 className={isNarrow ? 'visually-hidden' : 'list-title'}>{title}</h1>
      {segments.length > 1 && (
        <Segmented label={segmentLabel} selected={selected} onSelect={onSelect} segments={segments} />
      )}
      <span className="grow" />
      {props.children}
      <FilterField
        id={filterId}
        label={t('audits.filter')}
        placeholder={t('audits.filter-short')}
        value={filter}
        onChange={onFilter}
        onLeave={() => focusById(gridId)}
      />
    </Toolbar>
  );
}
