import { isRefusalCode } from './errors.ts';

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A list without `ProjectResults` and `SearchResults`. No `Project` is left out only when the list says that it is
 * empty; else it stays without, and no schema takes it for a list.
 */
function openList(results: Fields): unknown {
  const { SearchResults: search, ...rest } = results;
  if (isFields(search)) return { ...rest, ...search, Project: search['Project'] ?? [] };
  const isEmpty = search === '' || (search === undefined && rest['TotalResults'] === '0');
  return isEmpty ? { ...rest, Project: [] } : results;
}

/**
 * What Aconex wraps its answers in. A refusal that comes with a successful status is one all the same: `<Error>`, or a
 * copy whose `status` is one of the codes for it. Any other word is left alone: the copy may have been made.
 */
export const envelope = {
  isRefusal: (parsed: unknown): boolean => {
    if (!isFields(parsed)) return false;
    if (Object.hasOwn(parsed, 'Error')) return true;
    return typeof parsed['status'] === 'string' && isRefusalCode(parsed['status']);
  },
  open: (parsed: unknown): unknown => {
    if (!isFields(parsed) || !isFields(parsed['ProjectResults'])) return parsed;
    return openList(parsed['ProjectResults']);
  },
};
