/** Never returns: proves at compile time that every case was handled, and throws if a value slips through at run time. */
export function assertNever(value: never, what: string): never {
  throw new TypeError(`Unhandled ${what}: ${String(value)}`);
}
