import { createEmptyDataset, type Dataset } from '../data/dataset.ts';
import type { Delivery } from '../data/webhook-events.ts';
import { hash32 } from '../random.ts';
import type { CompanyProfile, ImageName, MonitorqaEntry, UploadedImage } from './entries.ts';

/** An image of a company: one that was uploaded, or the id of the one the sample draws for itself. */
export type CompanyImage = UploadedImage | { readonly id: string; readonly contentType: null };

/** A company as it is now. */
export type Company = {
  readonly number: number;
  readonly id: string;
  readonly profile: CompanyProfile;
  readonly images: Readonly<Record<ImageName, CompanyImage | null>>;
  /** Who created it; null for the sample's own. */
  readonly admin: { readonly name: string; readonly email: string } | null;
};

/** What was written to the vendor, over what the data set began with. */
export type Ledger = {
  /** Returns the companies that were not deleted, oldest first. */
  readonly companies: () => readonly Company[];
  readonly company: (number: number) => Company | null;
  /** Returns what a company holds. @throws RangeError when there never was one of this number. */
  readonly dataset: (number: number) => Dataset;
  /** Returns what was told to the webhook of a company since its data set was made, oldest first. */
  readonly deliveries: (number: number) => readonly Delivery[];
  /** Returns a number no company has or had. */
  readonly nextCompany: () => number;
  /** Returns the id of the next upload, which no upload before it had. */
  readonly nextUpload: () => string;
  /** Makes an entry last (journal first, so that nothing is answered that a restart would not know), then applies it. */
  readonly record: (entry: MonitorqaEntry) => void;
};

/** What a ledger begins with. */
type Beginning = {
  readonly dataset: Dataset;
  /** What was written before; these are not made to last again. */
  readonly entries: readonly MonitorqaEntry[];
  readonly onEntry: (entry: MonitorqaEntry) => void;
};

/** Returns the ledger of the sample's company and those created from it. */
export const createLedger = ({ dataset, entries, onEntry }: Beginning): Ledger => {
  const { identifiers } = dataset;
  const drawn = (part: number): CompanyImage => ({ id: identifiers.encode('logo', 0, part), contentType: null });
  const first: Company = {
    number: 0,
    id: dataset.company.id,
    profile: { name: dataset.company.name, usagePurpose: 2, customAuditObjectName: null, ianaTimeZone: null },
    images: { logo: drawn(0), icon: drawn(1) },
    admin: null,
  };
  const companies = new Map<number, Company>([[0, first]]);
  const datasets = new Map<number, Dataset>([[0, dataset]]);
  const deliveries = new Map<number, Delivery[]>();
  let companyCount = 1;
  let uploadCount = 0;

  const change = (number: number, parts: Partial<Company>): void => {
    const company = companies.get(number);
    if (company !== undefined) companies.set(number, { ...company, ...parts });
  };

  const apply = (entry: MonitorqaEntry): void => {
    switch (entry.type) {
      case 'company-created': {
        const { number, profile, admin } = entry;
        const id = identifiers.encode('company', number);
        companies.set(number, { number, id, profile, images: { logo: null, icon: null }, admin });
        const source = { seed: hash32(dataset.seed, number, 91), now: dataset.now };
        datasets.set(number, createEmptyDataset(source, { id, name: profile.name }, admin));
        companyCount = Math.max(companyCount, number + 1);
        return;
      }
      case 'company-updated':
        return change(entry.company, { profile: entry.profile });
      case 'company-deleted':
        companies.delete(entry.company);
        return;
      case 'image-set': {
        if (entry.file !== null) uploadCount += 1;
        const images = companies.get(entry.company)?.images;
        if (images !== undefined) change(entry.company, { images: { ...images, [entry.image]: entry.file } });
        return;
      }
      // Nobody completes the audits of a company created here, so every corrective action is one of the sample's own.
      case 'action-updated':
        return dataset.actionChanges.set(entry.id, entry.change);
      case 'action-deleted':
        return dataset.actionChanges.set(entry.id, null);
      case 'records-changed':
        return entry.changes.forEach((changed) => datasets.get(entry.company)?.records.apply(changed));
    }
  };

  const enter = (entry: MonitorqaEntry): void => {
    apply(entry);
    const told = (entry.events ?? []).map((event) => ({ event, at: entry.at }));
    if (told.length > 0) deliveries.set(entry.company, [...(deliveries.get(entry.company) ?? []), ...told]);
  };

  entries.forEach(enter);

  return {
    companies: () => [...companies.values()],
    company: (number) => companies.get(number) ?? null,
    dataset: (number) => {
      const held = datasets.get(number);
      if (held === undefined) throw new RangeError(`No company ever had the number ${number}.`);
      return held;
    },
    deliveries: (number) => deliveries.get(number) ?? [],
    nextCompany: () => companyCount,
    nextUpload: () => identifiers.encode('upload', uploadCount),
    record: (entry) => {
      onEntry(entry);
      enter(entry);
    },
  };
};
