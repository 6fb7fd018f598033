/**
 * Returns how a path matches a pattern of the table: undefined where it does not, else what the pattern's `*` stood
 * for, joined with `/` (empty where it has none).
 */
export function matchPath(path: string, pattern: string): string | undefined {
  const parts = path.split('/');
  const wanted = pattern.split('/');
  const isFolder = wanted.at(-1) === '';
  if (isFolder) wanted.pop();
  if (isFolder ? parts.length <= wanted.length : parts.length !== wanted.length) return undefined;
  const stars: string[] = [];
  for (const [index, part] of wanted.entries()) {
    const actual = parts[index];
    if (actual === undefined) return undefined;
    if (part === '*') stars.push(actual);
    else if (part !== actual) return undefined;
  }
  return stars.join('/');
}

/** Returns whether any pattern matches the path. */
export function matchesAny(path: string, patterns: readonly string[]): boolean {
  return patterns.some((pattern) => matchPath(path, pattern) !== undefined);
}
