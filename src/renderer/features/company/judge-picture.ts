import { readImageHeader, type ImageHeader } from '../../lib/image-header.ts';
import { t } from '../../lib/words.ts';
import type { DraggedFiles, DropOffer } from '../../ui/drop/drag-state.ts';

export type Place = 'logo' | 'icon';

/** MonitorQA takes one PNG or JPEG ("Upload company logo", "Upload company icon"). */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/jpg'] as const;

/** The header of a JPEG can stand behind a long profile. */
const HEAD_BYTES = 512 * 1024;

const isPicture = (type: string): boolean => PICTURE_TYPES.some((one) => one === type);

/** What a drop on a place would do, judged by what a drag tells: how many, and of which type where that is known. */
export function offerFor(place: Place, company: string, { count, types }: DraggedFiles): DropOffer {
  const refused = (note: string): DropOffer => ({ title: t('company.refuse-title'), isAccepted: false, note });
  if (count !== 1) return refused(t('company.refuse-count', { count }));
  const [type = ''] = types;
  if (type !== '' && !isPicture(type)) return refused(t('company.refuse-type', { type }));
  return { title: t(`company.drop-${place}`, { company }), isAccepted: true, note: t('company.drop-note') };
}

/** Why a chosen file cannot be a company's picture, or what its own bytes say it is. */
export type Judgement =
  | { readonly ok: true; readonly header: ImageHeader; readonly file: File }
  | { readonly ok: false; readonly reason: string };

const refuse = (reason: string): Judgement => ({ ok: false, reason });

/** Judges what was dropped or chosen by its own first bytes, whatever its name says. */
export async function judgePicture(files: readonly File[]): Promise<Judgement> {
  const [file] = files;
  if (file === undefined) return refuse(t('company.refuse-folder'));
  if (files.length > 1) return refuse(t('company.refuse-count', { count: files.length }));
  if (file.size === 0) return refuse(t('company.refuse-empty', { name: file.name }));
  try {
    const header = readImageHeader(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
    return header === undefined ? refuse(t('company.refuse-content', { name: file.name })) : { ok: true, header, file };
  } catch {
    // A folder, or a file that is gone since.
    return refuse(t('company.refuse-unreadable', { name: file.name }));
  }
}
