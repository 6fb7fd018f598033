import { LoaderCircle } from 'lucide-react';
import './feedback.css';

interface ProgressProps {
  readonly label: string;
  /** 0 to 1; undefined while the whole is not known. */
  readonly value?: number | undefined;
}

/** Remote work under way, in words; with a bar where the whole is known. The glyph only comes after 400 ms. */
export function Progress({ label, value }: ProgressProps) {
  return (
    <div className="progress">
      <span className="progress-label">
        <LoaderCircle className="icon icon-14 progress-glyph" aria-hidden="true" />
        {label}
      </span>
      {value !== undefined && (
        <span
          role="progressbar"
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.round(value * 100)}
          className="progress-bar"
        >
          <i style={{ width: `${Math.min(1, Math.max(0, value)) * 100}%` }} />
        </span>
      )}
    </div>
  );
}
