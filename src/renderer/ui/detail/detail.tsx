import type { ReactNode } from 'react';
import './detail.css';

/** A name and its value in a list of fields. */
export function Field({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="selectable">{children}</dd>
    </>
  );
}

interface DetailSectionProps {
  readonly title: string;
  /** At the end of the title's line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a detail. */
export function DetailSection({ title, end, children }: DetailSectionProps) {
  return (
    <section className="detail-section">
      <h3>
        {title}
        {end !== undefined && <span className="detail-end num">{end}</span>}
      </h3>
      {children}
    </section>
  );
}
