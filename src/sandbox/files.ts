import { firstActionPhoto } from './data/actions.ts';
import type { Dataset } from './data/dataset.ts';
import { createReport, type Report } from './data/report.ts';
import { drawLogo, drawPhoto } from './images/photo.ts';
import { drawSignature } from './images/signature.ts';
import { choose, hash32, unit } from './random.ts';

/** The files of a data set: drawn when asked for, the latest kept. */
export type Files = {
  /** Returns the PNG of an id that occurs in this data set, or null. A watermark is put on photos only. */
  readonly read: (id: string, options: { readonly withWatermark: boolean }) => Uint8Array | null;
};

const kept = 64;

/** Tells whether a report shows this photo, on an item or on one of its corrective actions. */
const showsPhoto = (report: Report, id: string): boolean =>
  report.items.some(
    (item) => item.photoIds.includes(id) || item.actions.some((action) => action.photoIds.includes(id)),
  );

const signatureName = (report: Report, id: string): string | null => {
  const signatures = [report.auditeeSignature, report.auditorSignature, ...report.items.map((item) => item.signature)];
  return signatures.find((signature) => signature?.photoId === id)?.name ?? null;
};

/** Returns the files of a data set. */
export const createFiles = (dataset: Dataset): Files => {
  const drawn = new Map<string, Uint8Array>();

  const draw = (id: string, withWatermark: boolean): Uint8Array | null => {
    const found = dataset.identifiers.decode(id);
    if (found === null) return null;
    const { kind, record, part } = found;
    if (kind === 'logo') return record > 0 ? null : drawLogo(part === 0 ? 'logo' : 'icon');
    if (kind !== 'photo' && kind !== 'signature') return null;
    if (record < dataset.firstSlot || record >= dataset.firstSlot + dataset.auditCount) return null;
    const audit = dataset.audits.at(record);
    const report = createReport(dataset, audit);
    if (report === null) return null;
    if (kind === 'signature') {
      const name = signatureName(report, id);
      return name === null ? null : drawSignature(name);
    }
    if (!showsPhoto(report, id)) return null;
    // The photos of one item show the same thing from another place; those of an action come after its own.
    const line = part >> 4;
    const place = part & (firstActionPhoto - 1);
    const scene = choose(audit.template.scenes, (unit(dataset.seed, record, line, 81) + place * 0.37) % 1);
    return drawPhoto(scene, hash32(dataset.seed, record, part, 82), { withWatermark });
  };

  return {
    read: (id, { withWatermark }) => {
      // What a report shows changes with its corrective actions.
      const key = `${id} ${withWatermark} ${dataset.actionChanges.revision()}`;
      const known = drawn.get(key) ?? draw(id, withWatermark);
      if (known === null) return null;
      drawn.delete(key);
      drawn.set(key, known);
      const [oldest] = drawn.keys();
      if (drawn.size > kept && oldest !== undefined) drawn.delete(oldest);
      return known;
    },
  };
};
