import { Upload } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '../button/button.tsx';

interface FileButtonProps {
  readonly text: string;
  /** Of the field behind the button: for those who listen. */
  readonly label: string;
  /** Media types the system's own dialog should offer first. */
  readonly accept: string;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Chooses files by the system's own dialog: the same as dropping them. */
export function FileButton({ text, label, accept, onFiles }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file may be chosen once more.
          event.target.value = '';
        }}
      />
      <Button icon={Upload} onPress={() => input.current?.click()}>
        {text}
      </Button>
    </>
  );
}
