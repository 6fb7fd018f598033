import { benchFile } from './bench.ts';
import { aBoolean, readQuery } from './query.ts';
import { notFound } from './refusal.ts';
import { json, type Asked, type Route } from './routes.ts';
import type { Tenants } from './tenants.ts';
import { createTimeZones } from './time-zones.ts';

/** A file with its type. */
type File = { readonly bytes: Uint8Array; readonly contentType: string };

/** Registers "Files" and "Time zones"; `clock` gives milliseconds since 1970. */
export const registerFiles = (route: Route, { uploads }: Tenants, clock: () => number): void => {
  const timeZones = createTimeZones();

  const fileOf = ({ account, id }: Asked, withWatermark: boolean): File | null => {
    const { tenant } = account;
    const images = Object.values(tenant.company().images);
    const image = images.find((candidate) => candidate?.id === id);
    if (image !== undefined && image !== null && image.contentType !== null) {
      const bytes = uploads.read(id);
      return bytes === null ? null : { bytes, contentType: image.contentType };
    }
    // A logo the company no longer shows is gone, also one that could still be drawn.
    if (image === undefined && tenant.dataset.identifiers.decode(id)?.kind === 'logo') return null;
    const bytes = tenant.files.read(id, { withWatermark });
    return bytes === null ? null : { bytes, contentType: 'image/png' };
  };

  route('/files/:id', {
    GET: (asked) => {
      const { withWatermark } = readQuery(asked.c.req.url, { withWatermark: aBoolean });
      const bench = benchFile(asked.id);
      if (bench !== null) return bench;
      const file = fileOf(asked, withWatermark ?? false);
      if (file === null) throw notFound('The file');
      return asked.c.body(Uint8Array.from(file.bytes), 200, { 'Content-Type': file.contentType });
    },
  });
  route('/timezones', {
    GET: ({ c }) => {
      readQuery(c.req.url, {});
      return json(c, timeZones(clock()));
    },
  });
};
