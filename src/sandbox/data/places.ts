import { choose, unit } from '../random.ts';
import type { GeoAddress } from './record-types.ts';
import type { Region, Site } from './sites.ts';

/** Where the written sites are; towns exist, the addresses do not. */
const first: readonly (readonly [lat: string, lng: string, address: string])[] = [
  ['-36.8601', '174.7702', '2 Northgate Avenue, Auckland 1023'],
  ['-36.8693', '174.7551', '18 Kauri Street, Auckland 1021'],
  ['-36.8412', '174.7829', 'Wharf 7, Quay Approach, Auckland 1010'],
  ['-37.7885', '175.2801', '40 Te Ara Way, Hamilton 3204'],
  ['-41.2905', '174.7811', '7 Civic Parade East, Wellington 6011'],
  ['-43.9455', '-176.5610', 'Wharf Road, Waitangi, Chatham Islands 8016'],
  ['51.5214', '-0.6228', 'Hall 2, Weirside Trading Estate, Slough SL1 0ZZ'],
  ['51.4478', '-2.5931', "St Brigid's Quay, Bristol BS1 0ZZ"],
  ['52.9392', '-1.1948', '1 Mill Lane, Nottingham NG7 0ZZ'],
  ['30.2604', '-97.7722', '500 Barton Creek Plaza, Austin, TX 78704'],
  ['47.6091', '-122.3244', '1100 Rainier Court, Seattle, WA 98104'],
  ['40.7571', '-74.0036', 'Yard 3, Hudson Depot Road, New York, NY 10001'],
];

const towns: Readonly<Record<Region, readonly (readonly [lat: number, lng: number, name: string])[]>> = {
  nz: [
    [-43.53, 172.63, 'Christchurch'],
    [-45.87, 170.5, 'Dunedin'],
  ],
  uk: [
    [53.48, -2.24, 'Manchester'],
    [55.95, -3.19, 'Edinburgh'],
  ],
  us: [
    [39.74, -104.99, 'Denver, CO'],
    [45.52, -122.68, 'Portland, OR'],
  ],
};

/** Returns the address of a site; its coordinates are texts, as the document has them. */
export const addressOf = (seed: number, site: Site): GeoAddress => {
  const written = first[site.index];
  if (written !== undefined) {
    const [lat, lng, address] = written;
    return { lat, lng, name: site.name, address };
  }
  const draw = (purpose: number): number => unit(seed, site.index, 16, purpose);
  const [lat, lng, town] = choose(towns[site.region], draw(0));
  return {
    lat: (lat + draw(1) * 0.1).toFixed(4),
    lng: (lng + draw(2) * 0.1).toFixed(4),
    name: site.name,
    address: `${1 + Math.floor(draw(3) * 240)} ${site.name.split(' ')[0] ?? ''} Road, ${town}`,
  };
};
