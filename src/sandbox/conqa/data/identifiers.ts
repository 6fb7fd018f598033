import { hash32 } from '../../random.ts';

const kinds = [
  'project',
  'user',
  'folder',
  'checklist',
  'checkpoint',
  'issue',
  'milestone',
  'webhook',
  'report',
] as const;

/** What an id of CONQA's names. */
type ConqaKind = (typeof kinds)[number];

/** Makes the UUIDs of one data set: `record` is counted within the kind, `part` within the record. */
export type MakeId = (kind: ConqaKind, record: number, part?: number) => string;

const hex = (value: number, digits: number): string => value.toString(16).padStart(8, '0').slice(0, digits);

/** Returns what makes the lower-case UUIDs of the data set with this seed, the same for the same thing each time. */
export const createMakeId =
  (seed: number): MakeId =>
  (kind, record, part = 0) => {
    const word = (place: number): number => hash32(seed ^ 0x0c09a, record, part, kinds.indexOf(kind) * 8 + place);
    const variant = ((word(2) & 0x3fff) | 0x8000).toString(16);
    return `${hex(word(0), 8)}-${hex(word(1), 4)}-4${hex(word(3), 3)}-${variant}-${hex(word(4), 8)}${hex(word(5), 4)}`;
  };
