import { classNames } from '../../lib/class-names.ts';
import type { DueTone } from '../../lib/due.ts';
import './marks.css';

interface DueChipProps {
  readonly tone: DueTone;
  readonly text: string;
  /** The long form: read out, and shown as a tooltip. */
  readonly title: string;
}

const glyphs: Readonly<Record<Exclude<DueTone, 'none'>, 'late' | 'today' | 'calendar'>> = {
  late: 'late',
  'very-late': 'late',
  today: 'today',
  soon: 'calendar',
  later: 'calendar',
  past: 'calendar',
};

function DueGlyph({ glyph }: { readonly glyph: 'late' | 'today' | 'calendar' }) {
  const stroke = { fill: 'none', strokeLinecap: 'round', strokeLinejoin: 'round' } as const;
  return (
    <svg className="due-glyph" viewBox="0 0 14 14" aria-hidden="true">
      {glyph === 'late' && (
        <>
          <circle cx="7" cy="7" r="6.25" fill="currentColor" />
          <path d="M7 3.7V7l2.3 1.5" {...stroke} stroke="var(--bg-content)" strokeWidth="1.5" />
        </>
      )}
      {glyph === 'today' && (
        <>
          <circle cx="7" cy="7" r="5.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
          <path d="M7 4v3l2 1.3" {...stroke} stroke="currentColor" strokeWidth="1.5" />
        </>
      )}
      {glyph === 'calendar' && (
        <path
          d="M1.75 3.25h10.5v9H1.75zM1.75 6h10.5M4.5 1.5V4M9.5 1.5V4"
          {...stroke}
          stroke="currentColor"
          strokeWidth="1.25"
        />
      )}
    </svg>
  );
}

/** How a date stands: filled red disc late, outlined disc today, calendar ahead, dash for none. */
export function DueChip({ tone, text, title }: DueChipProps) {
  if (tone === 'none') {
    return (
      <span className="chip is-none" title={title}>
        <span aria-hidden="true">{text}</span>
        <span className="visually-hidden">{title}</span>
      </span>
    );
  }
  return (
    <span className={classNames('chip', `is-${tone}`)} title={title}>
      <DueGlyph glyph={glyphs[tone]} />
      <span aria-hidden="true" className="num">
        {text}
      </span>
      <span className="visually-hidden">{title}</span>
    </span>
  );
}
