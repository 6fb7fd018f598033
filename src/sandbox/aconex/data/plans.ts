/** An address as the list writes it; what nobody filled in is empty. */
export type Address = {
  readonly line: string;
  readonly city: string;
  readonly state: string;
  readonly postcode: string;
  readonly country: string;
};

/** How somebody comes into a project ("Invite User To Project", Preferences). */
type InvitationMode = 'open' | 'explicit';

/** What is told of a project beside its site; they stand in the order of the sites. */
export type ProjectPlan = {
  readonly code: string;
  readonly shortName: string;
  readonly type: string;
  readonly description: string;
  /** Whole units of the project's currency. */
  readonly value: number;
  readonly owner: { readonly id: string; readonly name: string; readonly tradingName: string };
  readonly address: Address;
  readonly delivery: Address;
  readonly phone: string;
  readonly fax: string;
  readonly hasLogo: boolean;
  readonly isHidden: boolean;
  readonly isActive: boolean;
  readonly disconnection: string;
  /** Whole days from the data set's now to the project's first and last day. */
  readonly days: { readonly start: number; readonly stop: number };
  readonly responsibilities: readonly (readonly [responsibility: string, role: string])[];
  readonly invitation: InvitationMode;
  /** Whether its owner lets programs in. */
  readonly isOpenToApi: boolean;
  /** Whether it can be copied ("Project with no CONTRACTUAL METADATA"). */
  readonly hasContract: boolean;
};

const kauri = { id: '1879052001', name: 'Kauri Construction Group Ltd', tradingName: 'Kauri Construction Group' };
const port = { id: '1879052014', name: 'Port & Harbour Holdings <Wharves> Ltd', tradingName: 'Port & Harbour' };
const health = { id: '1879052020', name: 'Northgate District Health', tradingName: 'Northgate Health' };
const britain = { id: '1879052033', name: 'Kauri Construction (UK) Limited', tradingName: 'Kauri UK' };

const none: Address = { line: '', city: '', state: '', postcode: '', country: '' };
const inNewZealand = (line: string, city: string, postcode: string, state = ''): Address => ({
  line,
  city,
  state,
  postcode,
  country: 'New Zealand',
});
const inBritain = (line: string, city: string, state: string, postcode: string): Address => ({
  line,
  city,
  state,
  postcode,
  country: 'United Kingdom',
});

/** What most projects have in common. */
const usual = {
  hasLogo: true,
  isHidden: false,
  isActive: true,
  disconnection: 'NONE',
  invitation: 'open',
  isOpenToApi: true,
  hasContract: true,
} as const;

/** The projects, from the well kept to the half filled in: every element comes empty somewhere. */
export const plans: readonly ProjectPlan[] = [
  {
    ...usual,
    code: 'NGH-C',
    shortName: 'Northgate Block C',
    type: 'Hospital',
    description: 'New ward block and theatres beside the live hospital. Handover in three stages.',
    value: 184_500_000,
    owner: health,
    address: inNewZealand('210 Northgate Road', 'Auckland', '1061'),
    delivery: inNewZealand('Gate 2, Northgate Road', 'Auckland', '1061'),
    phone: '6495550142',
    fax: '6495550143',
    days: { start: -420, stop: 310 },
    responsibilities: [
      ['Northgate District Health', 'Client'],
      ['Kauri Construction Group', 'Head Contractor'],
      ['Marsden Civil', 'Civil Contractor'],
      ['Ridgeline Concrete', 'Structural/Civil Eng'],
      ['Aoraki Air', 'Mechanical Eng'],
      ['Castle Rock Electrical', 'Electrical Engineer'],
      ['Halden Fire Protection', 'Fire Services'],
    ],
  },
  {
    ...usual,
    code: 'KST-96',
    shortName: 'Kauri Street Apts',
    type: 'Construction',
    description: '',
    value: 61_200_000,
    owner: kauri,
    address: inNewZealand('12 Kauri Street', 'Wellington', '6011'),
    delivery: inNewZealand('12 Kauri Street', 'Wellington', '6011'),
    phone: '6445550118',
    fax: '',
    invitation: 'explicit',
    days: { start: -300, stop: 140 },
    responsibilities: [
      ['Kauri Construction Group', 'Head Contractor'],
      ['Tūī Facades', 'Facade Consultant'],
      ['Kōwhai Interiors', 'Interior Designer'],
    ],
  },
  {
    ...usual,
    code: 'W7',
    shortName: 'Wharf 7 Hub',
    type: 'Infrastructure',
    description: 'Clear height < 9 m under the crane; see "Wharf works", drawings S-201 & S-202.',
    value: 92_750_000,
    owner: port,
    address: inNewZealand('Wharf 7, Quay Street', 'Tauranga', '3110', 'Bay of Plenty'),
    delivery: inNewZealand('Port security, Totara Street', 'Tauranga', '3110', 'Bay of Plenty'),
    phone: '6475550177',
    fax: '6475550178',
    disconnection: 'WARNING ACTIVATED',
    days: { start: -190, stop: 420 },
    responsibilities: [
      ['Port & Harbour', 'Client'],
      ['Kauri Construction Group', 'Head Contractor'],
    ],
  },
  {
    ...usual,
    code: 'TAW-2',
    shortName: 'Te Ara Whānui St 2',
    type: 'Education',
    description: 'Two teaching blocks and a hall.',
    value: 23_400_000,
    owner: kauri,
    address: inNewZealand('48 Puriri Avenue', 'Whangārei', '0110', 'Northland'),
    delivery: none,
    phone: '6495550190',
    fax: '',
    hasLogo: false,
    days: { start: -90, stop: 275 },
    responsibilities: [['Kauri Construction Group', 'Head Contractor']],
  },
  {
    ...usual,
    code: 'CEL',
    shortName: 'Civic East Library',
    type: 'Refurbishment',
    description: 'Heritage frontage kept. Strengthening to 67 % of the new building standard.',
    value: 18_000_000,
    owner: kauri,
    address: inNewZealand('1 Civic Square', 'Christchurch', '8011', 'Canterbury'),
    delivery: inNewZealand('Rear lane, 4 Oxford Terrace', 'Christchurch', '8011', 'Canterbury'),
    phone: '6435550166',
    fax: '6435550167',
    isActive: false,
    disconnection: 'PROJECT DISCONNECTED',
    days: { start: -760, stop: -45 },
    responsibilities: [],
  },
  {
    ...usual,
    code: '',
    shortName: 'Waitangi Wharf',
    type: '',
    description: '',
    value: 4_100_000,
    owner: kauri,
    address: inNewZealand('Waitangi Wharf Owenga Road', 'Waitangi', '', 'Chatham Islands'),
    delivery: none,
    phone: '',
    fax: '',
    hasLogo: false,
    hasContract: false,
    days: { start: -60, stop: 500 },
    responsibilities: [['Kauri Construction Group', 'Head Contractor']],
  },
  {
    ...usual,
    code: 'SLO-DH2',
    shortName: 'Slough Data Hall 2',
    type: 'Data Centre',
    description: 'Shell, raised floor and electrical rooms; the white space is fitted out by others.',
    value: 143_000_000,
    owner: britain,
    address: inBritain('88 Buckingham Avenue', 'Slough', 'Berkshire', 'SL1 4PN'),
    delivery: inBritain('Gate B, 90 Buckingham Avenue', 'Slough', 'Berkshire', 'SL1 4PN'),
    phone: '441753555012',
    fax: '',
    isHidden: true,
    isOpenToApi: false,
    days: { start: -240, stop: 220 },
    responsibilities: [
      ['Kauri UK', 'Head Contractor'],
      ['AT & E Lighting', 'Lighting Engineer'],
    ],
  },
  {
    ...usual,
    code: 'SBQ-4-9',
    shortName: "St Brigid's Quay 4-9",
    type: 'Residential',
    description:
      "River wall, basements and plots 4 to 9.\nWorks below the tide line only with the harbour master's leave.",
    value: 57_350_000,
    owner: britain,
    address: inBritain("St Brigid's Quay", 'Bristol', '', 'BS1 6XN'),
    delivery: inBritain("Compound, St Brigid's Quay", 'Bristol', '', 'BS1 6XN'),
    phone: '441175550131',
    fax: '441175550132',
    days: { start: -150, stop: 360 },
    responsibilities: [
      ['Kauri UK', 'Head Contractor'],
      ['Gormley Groundworks', 'Civil Contractor'],
      ['Van den Hoek Marine', 'Specialist Contractor'],
    ],
  },
];
