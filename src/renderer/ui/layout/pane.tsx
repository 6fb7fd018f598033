import type { ReactNode } from 'react';
import './pane.css';

interface PaneProps {
  /** For F6, which goes from pane to pane. */
  readonly id: string;
  readonly label: string;
  readonly children: ReactNode;
}

/** One region of the screen. F6 goes from one to the next. */
export function Pane({ id, label, children }: PaneProps) {
  return (
    <section id={id} className="pane" aria-label={label} data-pane tabIndex={-1}>
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
