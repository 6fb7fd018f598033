import { Menu, Search, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { t } from '../../lib/words.ts';
import { IconButton } from '../button/button.tsx';
import { Keys } from '../button/kbd.tsx';
import './frame.css';

/** The plumb bob. */
export function AppMark() {
  return (
    <svg className="app-mark" viewBox="0 0 16 16" aria-hidden="true">
      <path d="M8 .5V6" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M4.6 6h6.8v2.6L8 15.5 4.6 8.6z" fill="currentColor" />
    </svg>
  );
}

interface TitleBarProps {
  /** What the field in the middle offers. */
  readonly searchLabel: string;
  readonly onSearch: () => void;
  /** Where the sidebar is behind a button. */
  readonly menu?: { readonly isOpen: boolean; readonly onToggle: () => void } | undefined;
}

/** The top of the window in a browser: mark and search. The browser has the window's buttons and menus already. */
export function TitleBar({ searchLabel, onSearch, menu }: TitleBarProps) {
  return (
    <header className="title-bar">
      <div className="title-start">
        {menu ? (
          <IconButton
            icon={Menu}
            label={menu.isOpen ? t('frame.menu-close') : t('frame.menu-open')}
            isPressed={menu.isOpen}
            onPress={menu.onToggle}
          />
        ) : (
          <AppMark />
        )}
      </div>
      <button type="button" className="title-search" onClick={onSearch} aria-keyshortcuts="Control+K">
        <Search className="icon icon-14" aria-hidden="true" />
        <span className="clip grow">{searchLabel}</span>
        <Keys keys="Mod+K" />
      </button>
      <div className="title-end" />
    </header>
  );
}

interface NavItemProps {
  readonly icon: LucideIcon;
  readonly text: string;
  readonly count?: string | undefined;
  readonly isCurrent: boolean;
  readonly isRail: boolean;
  readonly onPress: () => void;
  /** Something there waits for a decision: `title` says what, a dot shows it where there is no room for the count. */
  readonly isUrgent?: boolean;
  readonly title?: string | undefined;
}

/** One place to go to. On the rail only its icon is seen. */
export function NavItem(props: NavItemProps) {
  const { icon: Icon, text, count, isCurrent, isRail, onPress, isUrgent = false, title } = props;
  return (
    <button
      type="button"
      aria-current={isCurrent ? 'page' : undefined}
      title={title ?? (isRail ? text : undefined)}
      className={classNames('nav-item', isCurrent && 'is-current')}
      onClick={onPress}
    >
      <Icon className="icon" aria-hidden="true" />
      <span className={isRail ? 'visually-hidden' : 'clip grow'}>{text}</span>
      {count !== undefined && (
        <span className={classNames(isRail ? 'visually-hidden' : 'nav-count num', isUrgent && !isRail && 'is-urgent')}>
          {count}
        </span>
      )}
      {isUrgent && isRail && <i className="nav-dot" aria-hidden="true" />}
      {isUrgent && <span className="visually-hidden">{title}</span>}
    </button>
  );
}

interface StatusItemProps {
  readonly icon?: LucideIcon;
  readonly tone?: 'plain' | 'warn';
  readonly children: ReactNode;
  readonly title?: string;
  /** Turns the icon while something is under way. */
  readonly isBusy?: boolean;
  /** Left out where the window is as narrow as a phone. */
  readonly isWide?: boolean;
  /** Goes to where the fact comes from. */
  readonly onPress?: () => void;
}

/** One fact of the status bar. */
export function StatusItem({
  icon: Icon,
  tone = 'plain',
  children,
  title,
  isBusy = false,
  isWide = false,
  onPress,
}: StatusItemProps) {
  const className = classNames('status-item', tone === 'warn' && 'is-warn', isWide && 'is-wide');
  const content = (
    <>
      {Icon && <Icon className={classNames('icon icon-12', isBusy && 'is-busy')} aria-hidden="true" />}
      <span className="clip">{children}</span>
    </>
  );
  if (onPress === undefined) {
    return (
      <span className={className} title={title}>
        {content}
      </span>
    );
  }
  return (
    <button type="button" className={className} title={title} onClick={onPress}>
      {content}
    </button>
  );
}

/** The line at the bottom: how things stand left, where and when right. */
export function StatusBar({ left, right }: { readonly left: ReactNode; readonly right: ReactNode }) {
  return (
    <footer className="status-bar" aria-label={t('frame.status')}>
      <div role="status" className="status-left">
        {left}
      </div>
      <div className="status-right">{right}</div>
    </footer>
  );
}
