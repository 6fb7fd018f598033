import { otherProblems, type FieldProblems } from './field-problems.ts';

/** What was found wrong with fields that this form does not show. */
export function OtherProblems({ problems }: { readonly problems: FieldProblems }) {
  const lines = otherProblems(problems);
  if (lines.length === 0) return null;
  return (
    <ul className="wrong-others">
      {lines.map((line) => (
        <li key={line} className="selectable">
          {line}
        </li>
      ))}
    </ul>
  );
}
