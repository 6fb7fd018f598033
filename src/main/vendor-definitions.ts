import type { Vendor } from '../shared/model/vendor.ts';
import type { VendorDefinition } from './vendors/core/vendor.ts';
import { aconex } from './vendors/aconex/client.ts';
import { connectnow } from './vendors/connectnow/client.ts';
import { conqa } from './vendors/conqa/client.ts';
import { monitorqa } from './vendors/monitorqa/client.ts';
import { smartq } from './vendors/smartq/client.ts';

/** Every vendor Plumbline can speak to, by name: the one list, for the workspace and for the writer that maps answers. */
export const vendorDefinitions: Readonly<Partial<Record<Vendor, VendorDefinition>>> = {
  conqa,
  monitorqa,
  smartq,
  aconex,
  connectnow,
};
