import { z } from 'zod';
import { wireId, wireList, wireMoment, wireObject, wireRows, wireText, wireWord } from '../core/wire-fields.ts';

/** True and false as an attribute says them. */
const flag = wireWord(['true', 'false']);

const responsibility = z.looseObject({ Responsibility: wireText, Role: wireText });

/**
 * One project of "List Projects for User". The table calls every element present once, and its own sample leaves some
 * empty, so that all but the id may be missing. The table has `PostalPostCode`, the sample `PostalPostcode`;
 * `PhoneNumber` is in the sample alone, and `AccessLevel` has been seen.
 */
export const projectRow = z.looseObject({
  Hidden: flag,
  DisconnectionStatus: wireWord(['NONE', 'WARNING ACTIVATED', 'PROJECT DISCONNECTED']),
  Active: flag,
  AccessLevel: wireText,
  CreationDate: wireMoment,
  DeliveryAddressLine: wireText,
  DeliveryCity: wireText,
  DeliveryCountry: wireText,
  DeliveryPostcode: wireText,
  DeliveryState: wireText,
  FaxNumber: wireText,
  LogoPath: wireText,
  PhoneNumber: wireText,
  PostalAddressLine: wireText,
  PostalCity: wireText,
  PostalCountry: wireText,
  PostalPostCode: wireText,
  PostalPostcode: wireText,
  PostalState: wireText,
  ProjectAddressLine: wireText,
  ProjectCity: wireText,
  ProjectCode: wireText,
  ProjectCountry: wireText,
  ProjectDescription: wireText,
  ProjectId: wireId,
  ProjectName: wireText,
  ProjectOwnerOrganizationId: wireText,
  ProjectOwnerOrganizationName: wireText,
  ProjectOwnerOrganizationTradingName: wireText,
  ProjectPostcode: wireText,
  ProjectResponsibilities: wireObject(z.looseObject({ ProjectResponsibility: wireList(responsibility) })),
  ProjectShortName: wireText,
  ProjectState: wireText,
  ProjectType: wireText,
  ProjectValue: wireText,
  StartDate: wireMoment,
  StopDate: wireMoment,
});
export type ProjectRow = z.output<typeof projectRow>;

/** "List Projects for User", out of its two wrappers. The total is said to be 16 bits wide: rows are counted instead. */
export const projectsAnswer = z.looseObject({ TotalResults: wireText, Project: wireRows(projectRow) });

/** "Copy a project". Any object is taken: what was done is done, and nothing in it tells the new project's id. */
export const copyAnswer = z.looseObject({ message: wireText, status: wireText });
