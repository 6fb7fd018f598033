import { choose, unit } from '../random.ts';
import type { Region } from './sites.ts';

/** What somebody may do (MonitorQA document, "Get user details": 0 Admin, 1 Auditor, 2 Auditee, 3 Observer). */
export type RoleType = 0 | 1 | 2 | 3;

/** A role of the company; `index` names it within the data set. */
export type Role = {
  readonly index: number;
  readonly name: string;
  readonly description: string;
  readonly roleType: RoleType;
};

/** Somebody with an account. */
export type Person = {
  readonly index: number;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly region: Region;
};

/** Runs the company's account: users, roles, templates, settings. */
export const administrator: Role = {
  index: 0,
  name: 'Company Admin',
  description: 'Sets the company up and sees everything in it.',
  roleType: 0,
};
const leadAuditor: Role = {
  index: 1,
  name: 'Senior Auditor',
  description: 'Audits, assigns, and approves what was put right.',
  roleType: 1,
};
const siteAuditor: Role = { index: 2, name: 'Site Auditor', description: 'Audits the sites of a region.', roleType: 1 };
const subcontractor: Role = {
  index: 3,
  name: 'Subcontractor',
  description: 'Puts right what was found in the own work.',
  roleType: 2,
};
const observer: Role = { index: 4, name: 'Client Observer', description: 'Looks on for the client.', roleType: 3 };

/** Every role of a company. */
export const roles: readonly Role[] = [administrator, leadAuditor, siteAuditor, subcontractor, observer];

type Entry = readonly [name: string, role: Role, region: Region];

// The names are awkward on purpose: macrons, letters outside Latin-1, apostrophes, a single word, one that fills a column.
const first: readonly Entry[] = [
  ['Dan Whitlock', leadAuditor, 'nz'],
  ['Priya Raman', administrator, 'nz'],
  ['Tom Ashworth', siteAuditor, 'nz'],
  ['Māia Tāwhai', leadAuditor, 'nz'],
  ["Kieran O'Connor", siteAuditor, 'nz'],
  ['Hine Petersen', siteAuditor, 'nz'],
  ['Li Zhao', siteAuditor, 'nz'],
  ['Manaaki Tahana', siteAuditor, 'nz'],
  ['Jonas Lindqvist', siteAuditor, 'nz'],
  ['Sina Faleolo', siteAuditor, 'nz'],
  ['Bronwyn Clarke', administrator, 'nz'],
  ['Rāwiri Paki', subcontractor, 'nz'],
  ['Ewan McTavish', subcontractor, 'nz'],
  ['Anahera Wirihana', subcontractor, 'nz'],
  ['Colin Dreyer', observer, 'nz'],
  ['Łukasz Wiśniewski', leadAuditor, 'uk'],
  ['Siobhán Ní Bhriain', siteAuditor, 'uk'],
  ['Harriet Blakemore', siteAuditor, 'uk'],
  ['Owain Prydderch', siteAuditor, 'uk'],
  ['Femi Adeyemi', siteAuditor, 'uk'],
  ['Maximiliana Alexandra Fitzgerald-Worthington de la Vega Montgomery-Ashcombe', siteAuditor, 'uk'],
  ['Callum Rennie', administrator, 'uk'],
  ['Zoë Marchetti', siteAuditor, 'uk'],
  ['Ravinder Sandhu', subcontractor, 'uk'],
  ['Nuala Gormley', subcontractor, 'uk'],
  ['Piet van den Hoek', subcontractor, 'uk'],
  ['Beatrice Holloway', observer, 'uk'],
  ['Marcus Delacroix', leadAuditor, 'us'],
  ['Guadalupe Íñiguez', siteAuditor, 'us'],
  ['Travis Boone', siteAuditor, 'us'],
  ['Keisha Renfrow', siteAuditor, 'us'],
  ['Đorđe Petrović', siteAuditor, 'us'],
  ['Hannah Weissman', siteAuditor, 'us'],
  ['Cody Littlefeather', siteAuditor, 'us'],
  ['Suharto', siteAuditor, 'us'],
  ['Amelia Brandt', administrator, 'us'],
  ['Rodrigo Salcedo', subcontractor, 'us'],
  ['Yusuf Demir', subcontractor, 'us'],
  ['Kwame Asante', subcontractor, 'us'],
  ['Nora Feldman', observer, 'us'],
];

const given = ['Ana', 'Ben', 'Carys', 'Dmitri', 'Ellen', 'Farid', 'Grace', 'Hugo', 'Isla', 'Jack', 'Kiri', 'Leo'];
const family = ['Aldridge', 'Barrow', 'Cheung', 'Duarte', 'Everett', 'Fonoti', 'Grieve', 'Hussain', 'Ivory', 'Joshi'];
const regions: readonly Region[] = ['nz', 'uk', 'us'];

const emailName = (name: string): string => {
  const plain = name
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('Ł', 'L')
    .replaceAll('Đ', 'D')
    .replaceAll('đ', 'd')
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .split(' ');
  return [plain[0], plain.at(-1)].filter((part, index) => index === 0 || part !== plain[0]).join('.');
};

/** Returns the first `count` people: forty written ones, then as many made from common names as are asked for. */
export const createPeople = (seed: number, count: number): readonly Person[] =>
  Array.from({ length: count }, (_, index) => {
    const written = first[index];
    if (written !== undefined) {
      const [name, role, region] = written;
      return { index, name, email: `${emailName(name)}@kauri-group.example`, role, region };
    }
    const name = `${choose(given, unit(seed, index, 21))} ${choose(family, unit(seed, index, 22))}`;
    const role = unit(seed, index, 23) < 0.7 ? siteAuditor : subcontractor;
    const region = choose(regions, unit(seed, index, 24));
    return { index, name, email: `${emailName(name)}.${index + 1}@kauri-group.example`, role, region };
  });

/** A group of people, by role and region; `members` are indexes of people. */
export type PersonGroup = { readonly index: number; readonly name: string; readonly members: ReadonlySet<number> };

const groupRules: readonly (readonly [name: string, belongs: (person: Person) => boolean])[] = [
  ['Lead auditors', (person) => person.role.index === leadAuditor.index],
  ['Auditors New Zealand', (person) => person.role.roleType === 1 && person.region === 'nz'],
  ['Auditors United Kingdom', (person) => person.role.roleType === 1 && person.region === 'uk'],
  ['Auditors United States', (person) => person.role.roleType === 1 && person.region === 'us'],
  ['Subcontractors', (person) => person.role.roleType === 2],
];

/** Returns the company's groups over these people. */
export const createPersonGroups = (people: readonly Person[]): readonly PersonGroup[] =>
  groupRules.map(([name, belongs], index) => ({
    index,
    name,
    members: new Set(people.filter((person) => belongs(person)).map((person) => person.index)),
  }));
