import { useRef, useState, type RefObject } from 'react';

interface SecretInput {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly isFilled: boolean;
  readonly onFilled: (isFilled: boolean) => void;
  /** What is in the field now, without the blanks around it. */
  readonly read: () => string;
  readonly empty: () => void;
}

/** A secret in its field: read once when it is sent, emptied once it was used. The page keeps only whether it is filled. */
export function useSecretField(): SecretInput {
  const field = useRef<HTMLInputElement>(null);
  const [isFilled, setFilled] = useState(false);
  return {
    field,
    isFilled,
    onFilled: setFilled,
    read: () => field.current?.value.trim() ?? '',
    empty: () => {
      if (field.current !== null) field.current.value = '';
      setFilled(false);
    },
  };
}
