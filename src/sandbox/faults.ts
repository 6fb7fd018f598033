/**
 * What can be made to go wrong. Rules are plain data, so a test in another thread can post them to the sandbox.
 */

/**
 * A fault. Bytes count from the start of the body that the vendor would have sent; the last one never comes where an
 * answer is cut off or stalls, however large the number. With `applied`, the vendor first does what was asked: the write
 * stands, and only its answer is lost.
 */
export type Fault =
  /** Answers with this status instead. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly applied?: boolean;
    }
  /** Answers correctly, later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Accepts the request and never answers. */
  | { readonly kind: 'hang'; readonly applied?: boolean }
  /** Closes the connection instead of answering. */
  | { readonly kind: 'reset'; readonly applied?: boolean }
  /** Sends head and `after` bytes, then closes: with the full Content-Length announced, or in chunks without an end. */
  | { readonly kind: 'cutOff'; readonly after: number; readonly chunked?: boolean }
  /** Sends head and `after` bytes, then nothing more, and keeps the connection open. */
  | { readonly kind: 'stall'; readonly after: number }
  /** Sends the body in separate writes of `size` bytes. */
  | { readonly kind: 'slices'; readonly size: number }
  /** Answers 200 with something else: see {@link WrongType}. */
  | { readonly kind: 'wrongType'; readonly as: WrongType }
  | { readonly kind: 'redirect'; readonly status: 301 | 302 | 303 | 307 | 308; readonly location: string }
  /** From page two on, `rows` rows are gone from the front of the list (negative: so many new ones are there). */
  | { readonly kind: 'shrinkingList'; readonly rows: number }
  /** Answers a list without rows. */
  | { readonly kind: 'emptyList' }
  /** Adds unknown fields to every object and turns every enumeration into a value no document names. */
  | { readonly kind: 'unknownValues' }
  /** Sets one value of the JSON answer, e.g. `['data', 0, 'name']` to null, or removes it when `value` is absent. */
  | { readonly kind: 'replace'; readonly at: readonly (string | number)[]; readonly value?: unknown }
  /** Writes these characters (Latin-1) to the socket as the whole answer, status line included, then closes. */
  | { readonly kind: 'raw'; readonly text: string };

/**
 * - `loginPage`: an HTML page, labelled so
 * - `htmlAsJson`, `htmlAsPdf`: the same page, labelled JSON or PDF
 * - `brokenJson`: the first half of a JSON text
 * - `wrongMagic`: the right label and length, with the first bytes changed
 */
export type WrongType = 'loginPage' | 'htmlAsJson' | 'htmlAsPdf' | 'brokenJson' | 'wrongMagic';

/** Which requests a fault hits. */
export type FaultRule = {
  /** Any method when left out. */
  readonly method?: string;
  /** The whole path, where `*` stands for one segment and `**` for any rest: `/monitorqa/audit/complete/*`. */
  readonly path: string;
  /** The first matching request that is hit, from 1. Given without `times`, it is the only one. */
  readonly nth?: number;
  /** How many matching requests are hit, from `nth` on. Without both, all are. */
  readonly times?: number;
  readonly fault: Fault;
};

/** The rules in force. */
export type Faults = {
  /** Replaces all rules; counting starts again. */
  readonly set: (rules: readonly FaultRule[]) => void;
  readonly clear: () => void;
  /** Counts a request against every rule that matches it and returns the fault of the first that hits, or null. */
  readonly take: (method: string, path: string) => Fault | null;
};

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** Returns the pattern of a rule's path. */
const patternOf = (path: string): RegExp => {
  const source = path
    .split('/')
    .map((segment) => (segment === '**' ? '.*' : segment === '*' ? '[^/]+' : escape(segment)))
    .join('/');
  return new RegExp(`^${source}$`);
};

/** Returns an empty set of rules. */
export const createFaults = (): Faults => {
  let rules: readonly { readonly rule: FaultRule; readonly pattern: RegExp; seen: number }[] = [];
  return {
    set: (next) => {
      rules = next.map((rule) => ({ rule, pattern: patternOf(rule.path), seen: 0 }));
    },
    clear: () => {
      rules = [];
    },
    take: (method, path) => {
      let hit: Fault | null = null;
      for (const entry of rules) {
        const { rule } = entry;
        if ((rule.method !== undefined && rule.method !== method) || !entry.pattern.test(path)) continue;
        entry.seen += 1;
        const first = rule.nth ?? 1;
        const times = rule.times ?? (rule.nth === undefined ? Number.POSITIVE_INFINITY : 1);
        if (hit === null && entry.seen >= first && entry.seen < first + times) hit = rule.fault;
      }
      return hit;
    },
  };
};
