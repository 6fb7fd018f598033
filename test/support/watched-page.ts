import type { Page } from 'playwright-core';

/** A page, and everything on it that should not have happened: errors, policy violations, requests to elsewhere. */
export interface WatchedPage {
  readonly page: Page;
  readonly faults: readonly string[];
  /** Requests to anywhere but this origin are faults from now on. */
  readonly watch: (origin: string) => void;
}

/** Watches a page. Requests count once an origin is given. */
export function watchPage(page: Page, initialOrigin?: string): WatchedPage {
  const faults: string[] = [];
  let origin = initialOrigin;
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (origin !== undefined && !url.startsWith(`${origin}/`) && !/^(blob|data):/.test(url)) {
      faults.push(`request: ${url}`);
    }
  });
  return {
    page,
    faults,
    watch: (wanted) => {
      origin = wanted;
    },
  };
}
