import type { Explanation } from '../core/explain-refusal.ts';
import { VendorError } from '../core/vendor-error.ts';
import { isClosedIssue } from './map-issue.ts';

/**
 * A 403 for a change of an issue says "no access" and "closed already" alike: the issue itself tells which. Where it is
 * open, or cannot be read, the refusal stands as it is.
 */
const whetherClosed: Explanation = {
  probe: ({ path = {} }) => ({ operation: 'getIssue', params: { path: { issueId: path['issueId'] } } }),
  judge: ({ operation, status, vendorText }, issue) =>
    isClosedIssue(issue)
      ? new VendorError({
          code: 'refused-by-vendor',
          message: `The issue is closed already, and ConnectNow changes no closed issue (${status}).`,
          vendor: 'connectnow',
          operation,
          status,
          sent: 'yes',
          vendorCode: 'already-closed',
          vendorText,
        })
      : null,
};

/** What a refusal of these operations may mean, for the client to find out. */
export const explain: Readonly<Partial<Record<string, Explanation>>> = {
  updateIssue: whetherClosed,
  closeIssue: whetherClosed,
  deleteIssue: whetherClosed,
  subscribeToIssue: whetherClosed,
};
