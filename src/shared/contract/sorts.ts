/** The orders every list offers. */
export const SORTS = ['due', 'updated', 'title'] as const;
export type Sort = (typeof SORTS)[number];
