import { t } from '../../lib/words.ts';
import './list-states.css';

const WIDTHS = [
  [70, 300],
  [54, 240],
  [62, 280],
  [70, 210],
  [48, 260],
  [66, 230],
] as const;

/** Lines where rows will be. Nothing shows for the first 100 ms: what comes from disk is here by then. */
export function Skeleton({ testId }: { readonly testId?: string }) {
  return (
    <div role="status" className="skeleton" data-testid={testId}>
      <span className="visually-hidden">{t('state.loading.label')}</span>
      {WIDTHS.map(([first, second]) => (
        <div key={second} aria-hidden="true">
          <i style={{ width: first }} />
          <i style={{ width: second }} />
        </div>
      ))}
    </div>
  );
}
