import { wordDiff } from '../../lib/word-diff.ts';
import './diff.css';

/** A text with what leaves it struck and what comes to it underlined. */
export function TextDiff({ before, after }: { readonly before: string; readonly after: string }) {
  return (
    <span className="text-diff selectable">
      {wordDiff(before, after).map(({ kind, text }, index) => {
        // The parts of two fixed texts: their place is their name.
        if (kind === 'removed') return <del key={index}>{text}</del>;
        if (kind === 'added') return <ins key={index}>{text}</ins>;
        return <span key={index}>{text}</span>;
      })}
    </span>
  );
}
