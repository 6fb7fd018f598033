import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { count } from '../../lib/numbers.ts';
import './segmented.css';

interface Segment<Id extends string> {
  readonly id: Id;
  readonly text: string;
  /** How many it would show; left out while that is not known. */
  readonly count?: number | undefined;
}

interface SegmentedProps<Id extends string> {
  readonly label: string;
  readonly segments: readonly Segment<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
}

/** One of a few: which part of a list is shown, with counts. */
export function Segmented<Id extends string>({ label, segments, selected, onSelect }: SegmentedProps<Id>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="segmented"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[selected]}
      onSelectionChange={(keys) => {
        const [key] = keys;
        const chosen = segments.find(({ id }) => id === key);
        if (chosen) onSelect(chosen.id);
      }}
    >
      {segments.map((segment) => (
        <ToggleButton key={segment.id} id={segment.id} className="segment">
          {segment.text}
          {segment.count !== undefined && <span className="segment-count">{count(segment.count)}</span>}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
