import type { Project } from './data/projects.ts';
import type { Address } from './data/plans.ts';
import { element, type XmlElement } from './xml.ts';

const iso = (instant: number): string => new Date(instant).toISOString();

const addressOf = (prefix: string, { line, city, country, postcode, state }: Address): readonly XmlElement[] => [
  element(`${prefix}AddressLine`, line),
  element(`${prefix}City`, city),
  element(`${prefix}Country`, country),
  element(`${prefix}Postcode`, postcode),
  element(`${prefix}State`, state),
];

/** Returns a project of the list: the elements of the sample response, in its order. */
const projectShape = (project: Project): XmlElement => {
  const { owner, address } = project;
  return {
    name: 'Project',
    attributes: {
      Hidden: String(project.isHidden),
      DisconnectionStatus: project.disconnection,
      Active: String(project.isActive),
    },
    content: [
      element('CreationDate', iso(project.createdAt)),
      ...addressOf('Delivery', project.delivery),
      element('FaxNumber', project.fax),
      ...(project.logoPath === null ? [] : [element('LogoPath', project.logoPath)]),
      element('ProjectOwnerOrganizationId', owner.id),
      element('ProjectOwnerOrganizationName', owner.name),
      element('ProjectOwnerOrganizationTradingName', owner.tradingName),
      // In the sample and not in the table of fields.
      element('PhoneNumber', project.phone),
      ...addressOf('Postal', address),
      element('ProjectAddressLine', address.line),
      element('ProjectCity', address.city),
      element('ProjectCode', project.code),
      element('ProjectCountry', address.country),
      element('ProjectDescription', project.description),
      element('ProjectId', project.id),
      element('ProjectName', project.name),
      element('ProjectPostcode', address.postcode),
      element('ProjectShortName', project.shortName),
      element('ProjectState', address.state),
      element('ProjectType', project.type),
      element('ProjectValue', project.value.toFixed(2)),
      element(
        'ProjectResponsibilities',
        project.responsibilities.map(([responsibility, role]) =>
          element('ProjectResponsibility', [element('Responsibility', responsibility), element('Role', role)]),
        ),
      ),
      element('StartDate', iso(project.startAt)),
      element('StopDate', iso(project.stopAt)),
    ],
  };
};

/** Returns the answer to "List Projects for User". */
export const projectResults = (projects: readonly Project[]): XmlElement => ({
  name: 'ProjectResults',
  attributes: { TotalResults: String(projects.length) },
  content: [element('SearchResults', projects.map(projectShape))],
});
