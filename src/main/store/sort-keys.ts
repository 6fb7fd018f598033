import { titleKey } from './title-key.ts';

/** Words for how much something matters, the most first; words of one row matter alike. */
const URGENCY: readonly (readonly string[])[] = [
  ['critical', 'urgent', 'highest'],
  ['high', 'important', 'major'],
  ['medium', 'normal'],
  ['low', 'minor', 'info'],
];

const textKey = (text: string | null): string | null => (text === null ? null : titleKey(text));

/** So many keys are kept: names come again and again, page after page. */
const KEPT_KEYS = 2000;

/** The same for names that many records share. */
function createNameKey(): typeof textKey {
  const kept = new Map<string, string>();
  return (name) => {
    if (name === null) return null;
    const known = kept.get(name);
    if (known !== undefined) return known;
    if (kept.size >= KEPT_KEYS) kept.clear();
    const key = titleKey(name);
    kept.set(name, key);
    return key;
  };
}

/** What a priority is ordered by: the most urgent first. A word that is not known comes behind those that are. */
function priorityKey(priority: string | null): string | null {
  if (priority === null) return null;
  const key = priority.toLowerCase();
  const place = URGENCY.findIndex((words) => words.includes(key));
  return `${place === -1 ? URGENCY.length : place} ${key}`;
}

/** Stands for no date, behind all that there are. */
export const NEVER_DUE = '~';

/**
 * What a column is ordered and found by; null for null, but for dates. By name, because a migration calls them from
 * SQL.
 */
export const fieldKeys = {
  numberKey: textKey,
  priorityKey,
  projectKey: createNameKey(),
  assigneeKey: createNameKey(),
  dueKey: (at: string | null) => at ?? NEVER_DUE,
} as const satisfies Record<string, (value: string | null) => string | null>;
