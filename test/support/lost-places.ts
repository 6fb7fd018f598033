const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * The places of `said` that `read` has nothing for, like `data.0.name`: a value that became null, a field that is gone,
 * rows that were left out. A value may become another (a number its digits); null and empty text may become nothing.
 */
export function lostPlaces(said: unknown, read: unknown, place = ''): readonly string[] {
  const below = (key: string | number): string => (place === '' ? String(key) : `${place}.${key}`);
  if (said === null || said === undefined || said === '') return [];
  if (Array.isArray(said)) {
    if (!Array.isArray(read) || read.length !== said.length) return [place];
    return said.flatMap((item, index) => lostPlaces(item, read[index], below(index)));
  }
  if (isFields(said)) {
    if (!isFields(read)) return [place];
    return Object.entries(said).flatMap(([key, value]) => lostPlaces(value, read[key], below(key)));
  }
  return read === null || read === undefined ? [place] : [];
}
