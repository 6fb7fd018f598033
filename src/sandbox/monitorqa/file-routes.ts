import { benchFile } from './bench.ts';
import { aBoolean, readQuery } from './query.ts';
import { notFound } from './refusal.ts';
import { json, type Asked, type Operation } from './routes.ts';
import { createTimeZones } from './time-zones.ts';

/** A file with its type. */
type File = { readonly bytes: Uint8Array; readonly contentType: string };

const timeZones = createTimeZones();

const fileOf = ({ account, tenants, id }: Asked, withWatermark: boolean): File | null => {
  const { tenant } = account;
  const images = Object.values(tenant.company().images);
  const image = images.find((candidate) => candidate?.id === id);
  if (image !== undefined && image !== null && image.contentType !== null) {
    const bytes = tenants.uploads.read(id);
    return bytes === null ? null : { bytes, contentType: image.contentType };
  }
  // A logo the company no longer shows is gone, also one that could still be drawn.
  if (image === undefined && tenant.dataset.identifiers.decode(id)?.kind === 'logo') return null;
  const bytes = tenant.files.read(id, { withWatermark });
  return bytes === null ? null : { bytes, contentType: 'image/png' };
};

/** The operations of "Files" and "Time zones". */
export const fileOperations: readonly Operation[] = [
  {
    name: 'getFile',
    method: 'GET',
    path: '/files/{id}',
    answer: (asked) => {
      const { withWatermark } = readQuery(asked.c.req.url, { withWatermark: aBoolean });
      const bench = benchFile(asked.id);
      if (bench !== null) return bench;
      const file = fileOf(asked, withWatermark ?? false);
      if (file === null) throw notFound('The file');
      return asked.c.body(Uint8Array.from(file.bytes), 200, { 'Content-Type': file.contentType });
    },
  },
  {
    name: 'listTimezones',
    method: 'GET',
    path: '/timezones',
    answer: ({ c, now }) => {
      readQuery(c.req.url, {});
      return json(c, timeZones(now));
    },
  },
];
