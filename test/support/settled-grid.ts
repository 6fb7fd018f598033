import type { Locator, Page } from 'playwright-core';

/** The list on screen once its own rows are there: until then rows of the former filter or order stand in. */
export const settledGrid = (page: Page): Locator => page.locator('[role="grid"][aria-busy="false"]');
