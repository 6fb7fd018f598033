import { useRef, useState, type RefObject } from 'react';

/** A scheme that was copied along with a token, from a header of somebody's example. */
const BEARER = /^\s*(?:authorization\s*:\s*)?bearer\s+/i;

interface SecretInput {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly isFilled: boolean;
  /** True while what is in the field begins with the word `Bearer`. */
  readonly hasBearer: boolean;
  readonly onFilled: (isFilled: boolean) => void;
  /** What is in the field now, without the blanks around it. */
  readonly read: () => string;
  /** Takes the word `Bearer` off what is in the field. */
  readonly dropBearer: () => void;
  readonly empty: () => void;
}

/**
 * A secret in its field: read once when it is sent, emptied once it was used. The page keeps only whether it is filled,
 * and whether a `Bearer` stands before it.
 */
export function useSecretField(): SecretInput {
  const field = useRef<HTMLInputElement>(null);
  const [isFilled, setFilled] = useState(false);
  const [hasBearer, setBearer] = useState(false);
  const value = (): string => field.current?.value ?? '';
  const put = (next: string): void => {
    if (field.current !== null) field.current.value = next;
    setFilled(next.trim() !== '');
    setBearer(BEARER.test(next));
  };
  return {
    field,
    isFilled,
    hasBearer,
    onFilled: (filled) => {
      setFilled(filled);
      setBearer(BEARER.test(value()));
    },
    read: () => value().trim(),
    dropBearer: () => put(value().replace(BEARER, '')),
    empty: () => put(''),
  };
}
