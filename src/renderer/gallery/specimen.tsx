import type { ReactNode } from 'react';
import { t, type MessageKey } from '../lib/words.ts';

/** One part of the design system with its name. */
export function Specimen({ name, children }: { readonly name: MessageKey; readonly children: ReactNode }) {
  return (
    <section className="specimen" aria-label={t(name)} data-specimen={name}>
      <h2>{t(name)}</h2>
      <div className="specimen-body">{children}</div>
    </section>
  );
}

/** Parts side by side. */
export function Row({ children }: { readonly children: ReactNode }) {
  return <div className="specimen-row">{children}</div>;
}
