import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { count } from '../../lib/numbers.ts';
import { rowAfterKey } from '../grid/grid-keys.ts';
import './group-list.css';

interface ListGroup<Item> {
  readonly id: string;
  readonly title: string;
  readonly tone?: 'plain' | 'warn' | 'late';
  /** One summary at the end of the group's line. */
  readonly note?: string;
  /** All there are, where not every one is listed. */
  readonly total?: number;
  readonly items: readonly Item[];
}

interface GroupListProps<Item extends { readonly id: string }> {
  /** Of the list: keys put the focus there. */
  readonly id: string;
  readonly label: string;
  readonly groups: readonly ListGroup<Item>[];
  readonly currentId: string | undefined;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (id: string) => void;
  /** Where the detail takes the place of the list, one click or tap opens it. */
  readonly opensOnClick: boolean;
  readonly renderItem: (item: Item) => ReactNode;
}

/** A short list in groups, as one list box: the arrows walk through all groups. For what can be long there is the grid. */
export function GroupList<Item extends { readonly id: string }>(props: GroupListProps<Item>) {
  const { groups, currentId, onCurrent, onOpen, opensOnClick } = props;
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const items = groups.flatMap((group) => group.items);
  const current = items.findIndex(({ id }) => id === currentId);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [currentId]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' && currentId !== undefined) {
      event.preventDefault();
      return onOpen(currentId);
    }
    const next = items[rowAfterKey(event.key, { current, total: items.length, page: 8 }) ?? -1];
    if (next === undefined) return;
    event.preventDefault();
    onCurrent(next.id);
  };

  return (
    <div
      ref={list}
      id={props.id}
      role="listbox"
      tabIndex={0}
      aria-label={props.label}
      aria-activedescendant={current < 0 ? undefined : `${prefix}-${currentId}`}
      className="group-list"
      onKeyDown={onKeyDown}
    >
      {groups.map((group) => (
        <div key={group.id} role="group" aria-labelledby={`${prefix}-of-${group.id}`}>
          <div id={`${prefix}-of-${group.id}`} role="presentation" className="group-head">
            <span className={classNames('group-title', group.tone && `is-${group.tone}`)}>{group.title}</span>
            <span className="muted num">{count(group.total ?? group.items.length)}</span>
            {group.note !== undefined && <span className="group-note clip">{group.note}</span>}
          </div>
          {group.items.map((item) => (
            // The list holds the focus and hears the keys for its items.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
            <div
              key={item.id}
              id={`${prefix}-${item.id}`}
              role="option"
              aria-selected={item.id === currentId}
              className="group-item"
              onClick={() => {
                onCurrent(item.id);
                list.current?.focus({ preventScroll: true });
                if (opensOnClick) onOpen(item.id);
              }}
            >
              {props.renderItem(item)}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}
