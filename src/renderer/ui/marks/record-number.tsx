import './marks.css';

/**
 * A record's number with figures of one width, so that numbers line up below each other; the signs between them keep
 * their own width, which the font would widen too.
 */
export function RecordNumber({ value }: { readonly value: string }) {
  const parts = value.split(/(\d+)/);
  return (
    <span className="record-number">
      {parts.map((part, index) =>
        // Parts of one fixed text: their place is their name.
        index % 2 === 1 ? (
          <span key={index} className="num">
            {part}
          </span>
        ) : (
          part
        ),
      )}
    </span>
  );
}
