import { Search } from 'lucide-react';
import { useEffect, useId, useRef, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import { t } from '../../lib/words.ts';
import { Keys } from '../button/kbd.tsx';
import { PaletteGroups, type PaletteGroup } from './palette-groups.tsx';
import './palette.css';

interface PaletteProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly groups: readonly PaletteGroup[];
  /** Index among all entries of all groups. */
  readonly current: number;
  readonly onCurrent: (index: number) => void;
  /** Right of the field: how many were found. */
  readonly status: string;
  /** Right of the foot: over how much the search goes. */
  readonly scope: string;
  readonly empty: string;
}

/** Search and commands: one field, results in groups, the key of each command beside it. */
export function Palette(props: PaletteProps) {
  const { isOpen, onClose, text, onText, groups, current, onCurrent, status, scope, empty } = props;
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const items = groups.flatMap((group) => group.items);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  }, [current, groups]);

  const onKeyDown = (event: KeyboardEvent): void => {
    const last = items.length - 1;
    const target = { ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + 8, PageUp: current - 8 }[
      event.key
    ];
    if (target !== undefined && last >= 0) {
      event.preventDefault();
      const isStep = event.key.startsWith('Arrow');
      onCurrent(isStep ? (target + items.length) % items.length : Math.max(0, Math.min(last, target)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      items[current]?.run();
    }
  };

  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      isDismissable
      className="palette-scrim"
    >
      <Modal className="palette">
        <Dialog aria-label={t('palette.title')} className="palette-dialog">
          <div className="palette-field">
            <Search className="icon" aria-hidden="true" />
            <input
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to type into this field
              autoFocus
              type="text"
              role="combobox"
              aria-label={t('palette.title')}
              aria-expanded={items.length > 0}
              aria-controls={`${prefix}-list`}
              aria-autocomplete="list"
              aria-activedescendant={items[current] === undefined ? undefined : `${prefix}-${current}`}
              placeholder={t('frame.search')}
              spellCheck={false}
              autoComplete="off"
              maxLength={200}
              value={text}
              onChange={(event) => onText(event.target.value)}
              onKeyDown={onKeyDown}
            />
            <span className="palette-status num" role="status">
              {status}
            </span>
          </div>
          <div ref={list} id={`${prefix}-list`} role="listbox" aria-label={t('palette.title')} className="palette-list">
            <PaletteGroups prefix={prefix} groups={groups} current={current} />
          </div>
          {items.length === 0 && <p className="palette-empty">{empty}</p>}
          <div className="palette-foot">
            <span>
              <Keys keys="↑+↓" />
              {t('palette.move')}
            </span>
            <span>
              <Keys keys="Enter" />
              {t('palette.open')}
            </span>
            <span>
              <Keys keys="Escape" />
              {t('palette.close')}
            </span>
            <span className="palette-scope num">{scope}</span>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
