import { Lock } from 'lucide-react';
import type { ReactNode } from 'react';

/** One line on why nothing of a record can be changed here. */
export function ReadOnlyLine({ children }: { readonly children: ReactNode }) {
  return (
    <p className="lock-line">
      <Lock className="icon icon-12" aria-hidden="true" />
      <span>{children}</span>
    </p>
  );
}
