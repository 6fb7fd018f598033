import { unit } from '../random.ts';
import type { Identifiers } from './identifiers.ts';
import type { AttributeChoice, AttributeRecord } from './record-types.ts';
import type { Site } from './sites.ts';

type Source = { readonly name: string; readonly options: readonly string[]; readonly defaultOption: number };

const sources: readonly Source[] = [
  {
    name: 'Sector',
    options: ['Health', 'Housing', 'Logistics', 'Education', 'Civic', 'Data centres', 'Offices', 'Rail'],
    defaultOption: 6,
  },
  { name: 'Risk level', options: ['High', 'Medium', 'Low'], defaultOption: 1 },
  { name: 'Stage', options: ['Groundworks', 'Structure', 'Envelope', 'Fit-out', 'Handover'], defaultOption: 1 },
];

/** The sectors of the written sites, in their order. */
const sectors = [0, 1, 2, 3, 4, 4, 5, 1, 1, 6, 0, 7] as const;

const optionId = (identifiers: Identifiers, attribute: number, option: number): string =>
  identifiers.encode('option', attribute, option);

/** Returns the attributes a company sorts its objects by. */
export const attributesOf = (identifiers: Identifiers): readonly (readonly [id: string, record: AttributeRecord])[] =>
  sources.map(({ name, options, defaultOption }, attribute) => [
    identifiers.encode('attribute', attribute),
    {
      name,
      options: options.map((option, index) => ({
        id: optionId(identifiers, attribute, index),
        name: option,
        isDefault: index === defaultOption,
      })),
      optionCount: options.length,
    },
  ]);

/** Returns what a site was sorted under. */
export const choicesOf = (seed: number, identifiers: Identifiers, site: Site): readonly AttributeChoice[] =>
  sources.map(({ options }, attribute) => {
    const written = attribute === 0 ? sectors[site.index] : undefined;
    const option = written ?? Math.floor(unit(seed, site.index, 15, attribute) * options.length);
    return {
      attributeId: identifiers.encode('attribute', attribute),
      optionId: optionId(identifiers, attribute, option),
    };
  });
