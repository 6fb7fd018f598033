const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The rows of a list's data, each as it came: the data themselves where they are an array, else their `items`, else the
 * first array in them. The document shows no list. Null where there is no array.
 */
export function listRows(data: unknown): readonly unknown[] | null {
  if (Array.isArray(data)) return data;
  if (!isFields(data)) return null;
  const { items } = data;
  if (Array.isArray(items)) return items;
  return Object.values(data).find((value): value is unknown[] => Array.isArray(value)) ?? null;
}
