import { isDeepStrictEqual } from 'node:util';
import { AppError } from '../../../shared/errors/app-error.ts';
import type { FieldChange } from '../../../shared/model/outbox.ts';
import type { CallParams } from './operation.ts';
import { isVendorError } from './vendor-error.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** How one field of a body is taken from a fresh read. */
export interface CarriedField {
  /**
   * The field's value in the form the body takes; null or undefined where the read has none. Throws VendorError
   * `unexpected-answer` when the read has something there that cannot be sent back without loss.
   */
  readonly read: (fresh: Fields) => unknown;
  /**
   * What is sent of it when nothing else is asked for; undefined leaves the field out. Left out, the value as it was
   * read. `given` is the body as asked for. What it alters shows among the changes. Throws AppError `bad-input` when
   * only a person can say.
   */
  readonly carry?: (before: unknown, given: Fields, fresh: Fields) => unknown;
  /** The vendor keeps the field when it is left out: it is never filled, and read only to show what it was. */
  readonly kept?: true;
}

/** How an operation that wipes what is left out is completed from a fresh read; see fillFromRead. */
export interface FillRule {
  /** The call that reads the object of `params` afresh: a detail, never a list. */
  readonly readCall: (params: CallParams) => { readonly operation: string; readonly params: CallParams };
  /** The answer's fields. Throws VendorError `unexpected-answer` when it is not the detail of that object. */
  readonly open: (params: CallParams, answer: unknown) => Fields;
  /** The one field of the body that holds all others (`ticket` of `ticket[name]`); left out, the body itself does. */
  readonly wrapper?: string;
  /** The body's fields by name. */
  readonly carried: Readonly<Record<string, CarriedField>>;
  /** Fields that only the read names: custom ones. */
  readonly others?: (fresh: Fields) => Readonly<Record<string, CarriedField>>;
  /** True where null is sent, as the one way to take a value away. */
  readonly sendsNull?: true;
  /** Fields of the body that no read shows: never filled and never blanked, so a person is asked for them. */
  readonly unreadable: readonly string[];
}

/** A change with nothing left out that the vendor would wipe. */
export interface FilledChange {
  readonly params: CallParams;
  /** What really changes, in the vendor's names; what had to be mended is among it. An unknown `before` is absent. */
  readonly changes: readonly FieldChange[];
  /** Fields that nobody asked for and that are sent as they were read. */
  readonly carried: readonly string[];
  /** Fields that no read shows and that were not given: the vendor may wipe them. */
  readonly unreadable: readonly string[];
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** None, in whichever way it is said. */
const isNone = (value: unknown): boolean => value === undefined || value === null || value === '';

const isSame = (left: unknown, right: unknown): boolean =>
  isNone(left) ? isNone(right) : isDeepStrictEqual(left, right);

/** What the field was; undefined where the read cannot say, which matters only to a field that is not given. */
function before(field: CarriedField, fresh: Fields): unknown {
  try {
    return field.read(fresh);
  } catch (error) {
    if (isVendorError(error)) return undefined;
    throw error;
  }
}

interface Outcome {
  readonly before: unknown;
  readonly after: unknown;
  readonly isCarried: boolean;
}

function outcome(name: string, field: CarriedField | undefined, given: Fields, fresh: Fields): Outcome {
  if (given[name] !== undefined) {
    return { before: field && before(field, fresh), after: given[name], isCarried: false };
  }
  if (field === undefined || field.kept) return { before: undefined, after: undefined, isCarried: false };
  const read = field.read(fresh);
  return { before: read, after: field.carry ? field.carry(read, given, fresh) : read, isCarried: true };
}

/**
 * Completes a change from a fresh read. A field of `params.body` that is given stays as it is; null takes the value
 * away, which such operations say by leaving the field out (or, where `sendsNull`, by null); one that is absent is carried over from the read. Throws
 * AppError `bad-input` when nothing would change or only a person can say what is meant, and VendorError
 * `unexpected-answer` when the read is not what it must be. What it gives back is still checked against the row.
 */
export function fillFromRead(rule: FillRule, params: CallParams, answer: unknown): FilledChange {
  const { wrapper } = rule;
  const body = isFields(params.body) ? params.body : {};
  const inner = wrapper === undefined ? body : body[wrapper];
  const given = isFields(inner) ? inner : {};
  const fresh = rule.open(params, answer);
  const carried = { ...rule.carried, ...rule.others?.(fresh) };
  const names = [...new Set([...Object.keys(carried), ...Object.keys(given)])];
  const outcomes = names.map((name) => ({ field: name, ...outcome(name, carried[name], given, fresh) }));
  const changes = outcomes.filter((found) => !isSame(found.before, found.after));
  if (changes.length === 0) {
    throw new AppError('bad-input', 'It is like this already; nothing would change.', { data: { field: 'changes' } });
  }
  // A null that leaving out cannot say stays, for the row to refuse by name.
  const canLeaveOut = (name: string) => !rule.sendsNull && carried[name] !== undefined && !carried[name].kept;
  const sent = outcomes.filter(({ field, after }) => after !== undefined && (after !== null || !canLeaveOut(field)));
  const filled = Object.fromEntries(sent.map(({ field, after }) => [field, after]));
  return {
    params: { ...params, body: wrapper === undefined ? filled : { ...body, [wrapper]: filled } },
    changes: changes.map(({ field, before: was, after }) => ({ field, before: was, after: after ?? null })),
    carried: sent.filter(({ isCarried }) => isCarried).map(({ field }) => field),
    unreadable: rule.unreadable.filter((name) => given[name] === undefined),
  };
}
