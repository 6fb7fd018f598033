import { hash32 } from '../random.ts';

/**
 * Identifiers that carry what they name. A UUID of the sample hides (kind, record, part) under a checksum, so a detail,
 * a photo or a report of a million audits is found by reading its id, and nothing is kept in memory.
 */
export const identifierKinds = [
  'company',
  'site',
  'siteGroup',
  'person',
  'personGroup',
  'role',
  'template',
  'schedule',
  'audit',
  'item',
  'action',
  'tag',
  'comment',
  'photo',
  'signature',
  'logo',
  'upload',
  'key',
  'attribute',
  'option',
  'scoreSystem',
  'scoreLabel',
] as const;

/** What an identifier names. */
export type IdentifierKind = (typeof identifierKinds)[number];

/** A decoded identifier: `record` up to 32 bits (an audit's slot, a person's index), `part` up to 16 bits within it. */
type Identified = { readonly kind: IdentifierKind; readonly record: number; readonly part: number };

/** Makes and reads the identifiers of one data set. */
export type Identifiers = {
  /** Returns the lower-case UUID of a thing. */
  readonly encode: (kind: IdentifierKind, record: number, part?: number) => string;
  /** Returns what a UUID names, or null when this data set never issued it. */
  readonly decode: (id: string) => Identified | null;
};

/** Numbers from here on belong to what was created since, so that a larger data set never meets them. */
export const createdFrom = 0x8000_0000;

/** The zero GUID stands for the system as a person (MonitorQA document, "Get details of complete audit"). */
export const systemPersonId = '00000000-0000-0000-0000-000000000000';

const uuidPattern = /^([0-9a-f]{8})-([0-9a-f]{4})-4([0-9a-f]{3})-([0-9a-f]{4})-([0-9a-f]{4})([0-9a-f]{8})$/;

const hex = (value: number, digits: number): string => (value >>> 0).toString(16).padStart(digits, '0');

/** Returns the maker and reader of the identifiers of the data set with this seed. */
export const createIdentifiers = (seed: number): Identifiers => {
  const encode = (kind: IdentifierKind, record: number, part = 0): string => {
    const kindNumber = identifierKinds.indexOf(kind);
    const low = hash32(seed, record, part, kindNumber);
    const high = hash32(seed ^ 0x5bd1e995, record, part, kindNumber);
    const mask = hash32(seed, low, high & 0xffff, 0x77);
    const first = hex((record ^ mask) >>> 0, 8);
    const second = hex((part ^ high) & 0xffff, 4);
    const third = hex(((kindNumber << 4) | (high >>> 28)) ^ (mask & 0xfff), 3);
    const fourth = hex(0x8000 | ((high >>> 14) & 0x3fff), 4);
    return `${first}-${second}-4${third}-${fourth}-${hex(high & 0xffff, 4)}${hex(low, 8)}`;
  };

  const decode = (id: string): Identified | null => {
    const match = uuidPattern.exec(id);
    if (match === null) return null;
    const field = (index: number): number => Number.parseInt(match[index] ?? '0', 16);
    const low = field(6);
    const highBits = field(5);
    const mask = hash32(seed, low, highBits, 0x77);
    const kind = identifierKinds[((field(3) ^ (mask & 0xfff)) >>> 4) & 0xff];
    if (kind === undefined) return null;
    const record = (field(1) ^ mask) >>> 0;
    const part = (field(2) ^ highBits) & 0xffff;
    // The whole id is a function of what it names: making it again proves that it was issued here.
    return encode(kind, record, part) === id ? { kind, record, part } : null;
  };

  return { encode, decode };
};
