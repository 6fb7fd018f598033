import { z } from 'zod';

/** Both are always sent: the documents' defaults differ from list to list. Pages are counted from 1. */
export const pageFields = {
  pageNumber: z.int().min(1).optional(),
  pageSize: z.int().min(1).optional(),
};
