import type { ReactNode } from 'react';
import { Keys } from '../button/kbd.tsx';
import { RecordNumber } from '../marks/record-number.tsx';

export interface PaletteItem {
  readonly id: string;
  /** A mark or icon, 20 px. */
  readonly lead: ReactNode;
  /** A record's number; left out for a command. */
  readonly number?: string;
  readonly text: string;
  /** The part of `text` that was looked for, to be marked. */
  readonly sought?: string;
  readonly meta?: ReactNode;
  readonly keys?: string;
  readonly run: () => void;
}

export interface PaletteGroup {
  readonly id: string;
  readonly title: string;
  readonly items: readonly PaletteItem[];
}

/** The text with every word that was looked for marked, whatever its case. */
function Marked({ text, sought }: { readonly text: string; readonly sought: string }) {
  const words = sought
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  if (words.length === 0) return text;
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'iu'));
  const seen = new Map<string, number>();
  return parts.map((part, index) => {
    const nth = (seen.get(part) ?? 0) + 1;
    seen.set(part, nth);
    return index % 2 === 1 ? <mark key={`${part} ${nth}`}>{part}</mark> : part;
  });
}

interface PaletteGroupsProps {
  readonly prefix: string;
  readonly groups: readonly PaletteGroup[];
  readonly current: number;
}

/** The entries by group, numbered through. */
export function PaletteGroups({ prefix, groups, current }: PaletteGroupsProps) {
  let before = 0;
  return groups.map((group) => {
    const start = before;
    before += group.items.length;
    const titleId = `${prefix}-${group.id}`;
    return (
      <div key={group.id} role="group" aria-labelledby={titleId}>
        <p id={titleId} role="presentation" className="palette-title">
          {group.title}
        </p>
        {group.items.map((item, index) => (
          // The field keeps the focus and moves through these by its own keys.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
          <div
            key={item.id}
            id={`${prefix}-${start + index}`}
            role="option"
            aria-selected={start + index === current}
            className="palette-item"
            onMouseDown={(event) => event.preventDefault()}
            onClick={item.run}
          >
            <span className="palette-lead" aria-hidden="true">
              {item.lead}
            </span>
            {item.number !== undefined && (
              <span className="palette-number">
                <RecordNumber value={item.number} />
              </span>
            )}
            <span className="clip grow">
              {item.sought === undefined ? item.text : <Marked text={item.text} sought={item.sought} />}
            </span>
            {item.meta !== undefined && <span className="palette-meta">{item.meta}</span>}
            {item.keys !== undefined && <Keys keys={item.keys} />}
          </div>
        ))}
      </div>
    );
  });
}
