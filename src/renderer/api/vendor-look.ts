import { VENDOR_NAMES, type Vendor } from '../../shared/model/vendor.ts';

/** How a vendor is marked: an outline and two letters, no colour. The shapes are those of `ui/marks`. */
const LOOKS = {
  conqa: { shape: 'circle', letters: 'CQ' },
  monitorqa: { shape: 'square', letters: 'MQ' },
  smartq: { shape: 'tag', letters: 'sQ' },
  aconex: { shape: 'sheet', letters: 'Ax' },
  connectnow: { shape: 'bubble', letters: 'CN' },
} as const satisfies Record<Vendor, { shape: string; letters: string }>;

/** Outline, letters and name of a vendor, ready for its mark. */
export const vendorLook = (vendor: Vendor) => ({ ...LOOKS[vendor], name: VENDOR_NAMES[vendor] });
