import { createRef, useState, type RefObject } from 'react';
import type { SecretFieldFacts } from './account-facts.ts';

/** A scheme that was copied along with a token, from a header of somebody's example. */
const BEARER = /^\s*(?:authorization\s*:\s*)?bearer\s+/i;

type FieldName = SecretFieldFacts['name'];

/** One field of a secret on screen. */
interface SecretInput {
  readonly facts: SecretFieldFacts;
  readonly field: RefObject<HTMLInputElement | null>;
  /** True while what is in the field begins with the word `Bearer`, where that would go out with it. */
  readonly hasBearer: boolean;
  readonly onChange: () => void;
  /** Takes the word `Bearer` off what is in the field. */
  readonly dropBearer: () => void;
}

/** The fields of one account's secret. */
export interface SecretInputs {
  readonly inputs: readonly SecretInput[];
  /** True when nothing that is needed is missing. */
  readonly isFilled: boolean;
  /** True while every field is empty. */
  readonly isEmpty: boolean;
  /** What is in the fields now, without blanks around it and without fields that are empty; undefined for none at all. */
  readonly read: () => Readonly<Record<string, string>> | undefined;
  /** Empties what nobody may see; a name stays. */
  readonly empty: () => void;
}

interface Seen {
  readonly isFilled: boolean;
  readonly hasBearer: boolean;
}

const UNSEEN: Seen = { isFilled: false, hasBearer: false };

interface OneField {
  readonly facts: SecretFieldFacts;
  readonly field: RefObject<HTMLInputElement | null>;
}

const valueOf = ({ field }: OneField): string => field.current?.value ?? '';

/**
 * A secret in its fields: read once when it is sent, emptied once it was used. The page keeps only which fields are
 * filled, and whether a `Bearer` stands before a token. `fields` stay what they were first.
 */
export function useSecretFields(fields: readonly SecretFieldFacts[]): SecretInputs {
  const [own] = useState(() => fields.map((facts): OneField => ({ facts, field: createRef() })));
  const [seen, setSeen] = useState<Partial<Readonly<Record<FieldName, Seen>>>>({});

  const look = (one: OneField): void => {
    const { name, isRaw } = one.facts;
    const value = valueOf(one);
    const found = { isFilled: value.trim() !== '', hasBearer: isRaw === true && BEARER.test(value) };
    setSeen((before) => ({ ...before, [name]: found }));
  };
  const put = (one: OneField, value: string): void => {
    if (one.field.current !== null) one.field.current.value = value;
    look(one);
  };

  return {
    inputs: own.map((one) => ({
      ...one,
      hasBearer: (seen[one.facts.name] ?? UNSEEN).hasBearer,
      onChange: () => look(one),
      dropBearer: () => put(one, valueOf(one).replace(BEARER, '')),
    })),
    isEmpty: own.every(({ facts }) => !(seen[facts.name] ?? UNSEEN).isFilled),
    isFilled: own.every(({ facts }) => facts.isOptional === true || (seen[facts.name] ?? UNSEEN).isFilled),
    read: () => {
      const filled = own
        .map((one) => [one.facts.name, valueOf(one).trim()] as const)
        .filter(([, value]) => value !== '');
      return filled.length === 0 ? undefined : Object.fromEntries(filled);
    },
    empty: () => {
      for (const one of own) if (one.facts.isShown !== true) put(one, '');
    },
  };
}
