import { choose, unit } from '../random.ts';

/** Parts of the world the sample company builds in; people work on the sites of their own region. */
export type Region = 'nz' | 'uk' | 'us';

/** A place that is audited (MonitorQA: audit object). */
export type Site = {
  readonly index: number;
  readonly name: string;
  readonly notes: string;
  readonly region: Region;
  /** IANA time zone of the place. */
  readonly zone: string;
  /** Who signs for the client there. Not a user of the system. */
  readonly clientName: string;
};

const first: readonly Omit<Site, 'index'>[] = [
  {
    name: 'Northgate Hospital, block C',
    notes: 'Live hospital on three sides. Permit office at gate 2; no deliveries between 14:30 and 15:30.',
    region: 'nz',
    zone: 'Pacific/Auckland',
    clientName: 'Aroha Ngata',
  },
  {
    name: 'Kauri Street Apartments',
    notes: 'Eight levels, 96 units. Neighbour at number 14 to be told before noisy work.',
    region: 'nz',
    zone: 'Pacific/Auckland',
    clientName: 'Graeme Pollock',
  },
  {
    name: 'Wharf 7 logistics hub',
    notes: 'Port security card needed. Wind over 60 km/h stops all crane work.',
    region: 'nz',
    zone: 'Pacific/Auckland',
    clientName: 'Lucia Ferreira',
  },
  {
    name: 'Te Ara Whānui School, stage 2',
    notes: 'School in use. Hoarding checked every morning before 08:15.',
    region: 'nz',
    zone: 'Pacific/Auckland',
    clientName: 'Hēmi Rangihuna',
  },
  {
    name: 'Civic East Library',
    notes: 'Heritage frontage; no fixings into the brickwork.',
    region: 'nz',
    zone: 'Pacific/Auckland',
    clientName: 'Judith Carmody',
  },
  {
    name: 'Waitangi Wharf visitor centre',
    notes: 'Chatham Islands. Materials by ship every ten days; photograph everything before backfill.',
    region: 'nz',
    zone: 'Pacific/Chatham',
    clientName: 'Deborah Tuanui',
  },
  {
    name: 'Slough data hall 2',
    notes: 'Clean-build rules from the raised floor up. Phones off inside the white space.',
    region: 'uk',
    zone: 'Europe/London',
    clientName: 'Alastair Keane',
  },
  {
    name: "St Brigid's Quay, plots 4 to 9",
    notes: 'Tidal working on the river wall. Rescue boat on station when anybody is over water.',
    region: 'uk',
    zone: 'Europe/London',
    clientName: 'Imogen Hartley',
  },
  {
    name: 'Mill Lane student housing',
    notes: '412 bedrooms in four blocks, volumetric pods. Handover block by block from August.',
    region: 'uk',
    zone: 'Europe/London',
    clientName: 'Rupert Addison',
  },
  {
    name: 'Barton Creek tower',
    notes: '31 storeys. Heat plan in force above 35 °C.',
    region: 'us',
    zone: 'America/Chicago',
    clientName: 'Denise Okafor',
  },
  {
    name: 'Rainier medical pavilion',
    notes: 'Infection control risk assessment class IV on levels 2 and 3.',
    region: 'us',
    zone: 'America/Los_Angeles',
    clientName: 'Paul Ishikawa',
  },
  {
    name: 'Hudson Yard rail depot',
    notes: 'Track possession needed south of grid line 12. Briefing card for every visitor.',
    region: 'us',
    zone: 'America/New_York',
    clientName: 'Marisol Vega',
  },
];

const streets = ['Rimu', 'Harbour', 'Station', 'Foundry', 'Orchard', 'Quarry', 'Chapel', 'Weir', 'Tannery', 'Beacon'];
const kinds = ['Road depot', 'Street offices', 'Lane housing', 'Park clinic', 'Row workshops', 'Court hotel'];
const stages = ['', ', stage 2', ', stage 3', ', north', ', south', ', fit-out'];

/** Returns the first `count` sites: twelve written ones, then as many made from street names as are asked for. */
export const createSites = (seed: number, count: number): readonly Site[] =>
  Array.from({ length: count }, (_, index) => {
    const written = first[index];
    if (written !== undefined) return { index, ...written };
    const likeness = choose(first, unit(seed, index, 11));
    return {
      ...likeness,
      index,
      name: `${choose(streets, unit(seed, index, 12))} ${choose(kinds, unit(seed, index, 13))}${choose(stages, unit(seed, index, 14))} (${index + 1})`,
      notes: '',
    };
  });
