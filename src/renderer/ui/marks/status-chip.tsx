import { classNames } from '../../lib/class-names.ts';
import './marks.css';

/** The shapes a status can have; the word beside it always says the same. */
export type StatusShape =
  | 'open'
  | 'half'
  | 'dot'
  | 'three-quarters'
  | 'up'
  | 'approved'
  | 'closed'
  | 'rejected'
  | 'disputed'
  | 'dashed'
  | 'failed'
  | 'tick'
  | 'dash';

const tones: Readonly<Record<StatusShape, string>> = {
  open: 'is-quiet',
  half: 'is-ink',
  dot: 'is-accent',
  'three-quarters': 'is-accent',
  up: 'is-accent',
  approved: 'is-good',
  closed: 'is-quiet',
  rejected: 'is-late',
  disputed: 'is-warn',
  dashed: 'is-quiet',
  failed: 'is-late',
  tick: 'is-quiet',
  dash: 'is-quiet',
};

const ring = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const line = { fill: 'none', strokeWidth: 1.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
const knockedOut = { ...line, stroke: 'var(--bg-content)' } as const;
const drawn = { ...line, stroke: 'currentColor' } as const;

const shapes: Readonly<Record<StatusShape, React.ReactNode>> = {
  open: ring,
  half: (
    <>
      {ring}
      <path d="M7 4a3 3 0 0 1 0 6z" fill="currentColor" />
    </>
  ),
  dot: (
    <>
      {ring}
      <circle cx="7" cy="7" r="2" fill="currentColor" />
    </>
  ),
  'three-quarters': (
    <>
      {ring}
      <path d="M7 4a3 3 0 1 1-3 3h3z" fill="currentColor" />
    </>
  ),
  up: (
    <>
      {ring}
      <path d="M7 9.6V4.8M5 6.6l2-2 2 2" {...drawn} />
    </>
  ),
  approved: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M4.6 7.1l1.7 1.7 3.1-3.4" {...knockedOut} />
    </>
  ),
  closed: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path d="M4.6 7.1l1.7 1.7 3.1-3.4" {...knockedOut} />
    </>
  ),
  rejected: (
    <>
      {ring}
      <path d="M5.2 5.2l3.6 3.6M8.8 5.2l-3.6 3.6" {...drawn} />
    </>
  ),
  disputed: (
    <>
      {ring}
      <path d="M7 4.3v3.2" {...drawn} />
      <circle cx="7" cy="9.5" r=".85" fill="currentColor" />
    </>
  ),
  dashed: (
    <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.6" />
  ),
  failed: (
    <>
      <circle cx="7" cy="7" r="6.25" fill="currentColor" />
      <path d="M4.8 4.8l4.4 4.4M9.2 4.8L4.8 9.2" {...knockedOut} />
    </>
  ),
  tick: <path d="M2.8 7.4l2.8 2.8 5.6-6.2" {...drawn} />,
  dash: <path d="M3.5 7h7" {...drawn} />,
};

/** The glyph alone; `label` is read out where no word stands beside it. */
export function StatusGlyph({ shape, label }: { readonly shape: StatusShape; readonly label?: string }) {
  const role = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label };
  return (
    <svg className={classNames('status-glyph', tones[shape])} viewBox="0 0 14 14" {...role}>
      {label !== undefined && <title>{label}</title>}
      {shapes[shape]}
    </svg>
  );
}

interface StatusChipProps {
  readonly shape: StatusShape;
  readonly text: string;
  /** A status that ended nothing: the word is struck (expired). */
  readonly isStruck?: boolean;
}

/** A status: glyph and word, no fill. */
export function StatusChip({ shape, text, isStruck = false }: StatusChipProps) {
  return (
    <span className="chip" title={text}>
      <StatusGlyph shape={shape} />
      <span className={classNames('clip', isStruck && 'is-struck')}>{text}</span>
    </span>
  );
}
