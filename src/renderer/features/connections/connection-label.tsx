import type { Connection } from '../../../shared/model/connection.ts';
import { t } from '../../lib/words.ts';
import './connections.css';

/** The few letters and the colour that tell two accounts of one vendor apart. */
export function ConnectionLabel({ connection: { label, color } }: { readonly connection: Connection }) {
  if (label === null && color === null) return null;
  return (
    <span className="account-label" title={color === null ? undefined : t(`connections.color-${color}`)}>
      {color !== null && <i className={`swatch is-${color}`} aria-hidden="true" />}
      {label}
    </span>
  );
}
