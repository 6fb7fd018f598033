import type { Audit } from '../data/audit.ts';
import type { Dataset } from '../data/dataset.ts';
import { createFiles, type Files } from '../files.ts';

/**
 * Returns the files of a company as they are now: those of a deleted audit are gone, and those of a reopened one are
 * still there although it has no report to be read.
 */
export const createCurrentFiles = (dataset: Dataset): Files => {
  const { audits, identifiers } = dataset;
  const at = (slot: number): Audit => {
    const audit = audits.at(slot);
    return audits.asMade(audit) ?? audit;
  };
  const files = createFiles({ ...dataset, audits: { ...audits, at } });
  return {
    read: (id, options) => {
      const found = identifiers.decode(id);
      const isOfAudit = found?.kind === 'photo' || found?.kind === 'signature';
      return isOfAudit && audits.isGone(found.record) ? null : files.read(id, options);
    },
  };
};
