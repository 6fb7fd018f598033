import type { z } from 'zod';
import type { ErrorCode } from '../errors/codes.ts';

/** How far a long command has come. `total` is absent while it is not known; `unit` names what is counted. */
export interface Progress {
  readonly done: number;
  readonly total?: number;
  readonly unit: 'rows' | 'bytes' | 'files' | 'steps';
  /** What is being worked on, as data of the vendor (a name, a number): never a sentence. */
  readonly item?: string;
  /** A page for the person to open in their own browser before it can go on. */
  readonly address?: string;
}

/**
 * Who may ask. `anywhere`: any page of ours, in a browser too. `window`: the desktop's own window and the command line.
 * `local`: the command line alone, because the operation takes a path of this computer or sends what it is told; what a
 * person picked or dropped reaches such an operation through the preload, which no page can speak for.
 */
export type Reach = 'anywhere' | 'window' | 'local';

declare const output: unique symbol;

/**
 * One operation of the contract, as a value: both sides are derived from it. A `query` changes nothing; a `command`
 * may. `reach` says who may ask: see `Reach`.
 */
export interface Operation<Type extends 'query' | 'command', Input extends z.ZodType, Output> {
  readonly type: Type;
  readonly input: Input;
  readonly errors: readonly ErrorCode[];
  readonly reach: Reach;
  /** Goes on when the page that asked is gone; only a cancel ends it. */
  readonly outlivesPage: boolean;
  /** Only as the consequence of a person's own click or key press. */
  readonly gesture: boolean;
  readonly [output]?: Output;
}

interface Options<Input extends z.ZodType> {
  readonly input: Input;
  /** Codes this operation may answer besides those any operation may (`bad-input`, `cancelled`, `internal` …). */
  readonly errors?: readonly ErrorCode[];
  readonly reach?: Exclude<Reach, 'anywhere'>;
  readonly outlivesPage?: true;
  readonly gesture?: true;
}

const define =
  <Type extends 'query' | 'command'>(type: Type) =>
  <Output>() =>
  <Input extends z.ZodType>({
    input,
    errors = [],
    reach,
    outlivesPage,
    gesture,
  }: Options<Input>): Operation<Type, Input, Output> => ({
    type,
    input,
    errors,
    reach: reach ?? 'anywhere',
    outlivesPage: outlivesPage ?? false,
    gesture: gesture ?? false,
  });

/** An operation that only reads: `query<Output>()({ input, errors })`. */
export const query = define('query');

/** An operation that may change something: `command<Output>()({ input, errors })`. */
export const command = define('command');

/** What a caller gives. */
export type InputOf<Op> = Op extends Operation<'query' | 'command', infer Input, unknown> ? z.input<Input> : never;

/** What a handler gets: input after defaults and checks. */
export type ParsedInputOf<Op> =
  Op extends Operation<'query' | 'command', infer Input, unknown> ? z.output<Input> : never;

/** What comes back. */
export type OutputOf<Op> = Op extends Operation<'query' | 'command', z.ZodType, infer Output> ? Output : never;
