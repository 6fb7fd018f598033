/** Words of the parts that every screen is built from. */
export const partMessages = {
  'part.copied': 'Copied',
  'part.resize': 'Width of the list',
  'part.resize-value': '{size, number} pixels',
  'part.sort': 'Sort by {column}',
  'part.row-loading': 'Loading',
  'part.unknown': '–',
  'part.clear': 'Clear',
  'part.bytes-b': '{count, number}\u00a0B',
  'part.bytes-kb': '{count, number, ::.0}\u00a0kB',
  'part.bytes-mb': '{count, number, ::.0}\u00a0MB',
} as const;
