interface Place {
  readonly current: number;
  readonly total: number;
  /** Rows that fit on the screen. */
  readonly page: number;
}

/**
 * The row a key goes to, or undefined when the key does not move. J and K are the arrows for those who keep their hands
 * where they type; they only count without a modifier.
 */
export function rowAfterKey(key: string, { current, total, page }: Place): number | undefined {
  if (total === 0) return undefined;
  const last = total - 1;
  const target = {
    ArrowDown: current + 1,
    j: current + 1,
    ArrowUp: current - 1,
    k: current - 1,
    PageDown: current + Math.max(1, page - 1),
    PageUp: current - Math.max(1, page - 1),
    Home: 0,
    End: last,
  }[key];
  return target === undefined ? undefined : Math.max(0, Math.min(last, target));
}
