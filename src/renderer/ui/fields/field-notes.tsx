import { CircleX } from 'lucide-react';
import type { ReactNode } from 'react';
import './fields.css';

type Note = ReactNode | undefined;

/** The ids of the lines below a field, for those who listen; undefined where there are none. What is wrong comes first. */
export function describedBy(id: string, note: Note, problem: string | undefined): string | undefined {
  const ids = [problem === undefined ? [] : [`${id}-problem`], note === undefined ? [] : [`${id}-note`]].flat();
  return ids.length === 0 ? undefined : ids.join(' ');
}

interface FieldNotesProps {
  /** Of the field. */
  readonly id: string;
  readonly note: Note;
  readonly problem: string | undefined;
}

/** The lines below a field: what was found wrong with it, and what it is for. */
export function FieldNotes({ id, note, problem }: FieldNotesProps) {
  return (
    <>
      {problem !== undefined && (
        <div id={`${id}-problem`} className="form-note is-late selectable">
          <CircleX className="icon icon-12" aria-hidden="true" />
          {problem}
        </div>
      )}
      {note !== undefined && (
        <div id={`${id}-note`} className="form-note">
          {note}
        </div>
      )}
    </>
  );
}
