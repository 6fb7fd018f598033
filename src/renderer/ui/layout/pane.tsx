import type { ReactNode } from 'react';
import { classNames } from '../../lib/class-names.ts';
import { usePrint } from '../../lib/print-state.ts';
import './pane.css';

interface PaneProps {
  /** For F6, which goes from pane to pane. */
  readonly id: string;
  readonly label: string;
  /** False for what is of no use on paper. */
  readonly isPrintable?: boolean;
  readonly children: ReactNode;
}

/** One region of the screen. F6 goes from one to the next. */
export function Pane({ id, label, isPrintable = true, children }: PaneProps) {
  const isLeftOut = usePrint(({ pane }) => pane !== undefined && pane !== id);
  return (
    <section
      id={id}
      className={classNames('pane', isLeftOut && 'is-left-out')}
      aria-label={label}
      data-pane={isPrintable ? '' : 'screen'}
      tabIndex={-1}
    >
      {children}
    </section>
  );
}

/** The 44 px bar at the top of a pane: title left, controls right. */
export function Toolbar({ children }: { readonly children: ReactNode }) {
  return <div className="toolbar">{children}</div>;
}

/** One line of context below the toolbar. */
export function Strip({ children }: { readonly children: ReactNode }) {
  return <div className="strip">{children}</div>;
}

/** The dot between two facts of a line. */
export function Dot() {
  return (
    <span className="dot" aria-hidden="true">
      {'·'}
    </span>
  );
}
