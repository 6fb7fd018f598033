/** The five vendor systems, in the order they are always listed. */
export const VENDORS = ['conqa', 'monitorqa', 'smartq', 'aconex', 'connectnow'] as const;

export type Vendor = (typeof VENDORS)[number];

/** Vendors' own names. A name is not a word of ours: it is never translated. */
export const VENDOR_NAMES: Readonly<Record<Vendor, string>> = {
  conqa: 'CONQA',
  monitorqa: 'MonitorQA',
  smartq: 'smartQ',
  aconex: 'Oracle Aconex',
  connectnow: 'ConnectNow',
};
