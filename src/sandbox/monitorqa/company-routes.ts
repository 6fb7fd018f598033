import type { Uploads } from '../uploads.ts';
import { checkWrite } from './access.ts';
import { enumeration, object, optional, readBody, readFields, refuseBody, required, string } from './body.ts';
import type { CompanyProfile, ImageName } from './entries.ts';
import { receiveImage } from './image-upload.ts';
import type { CompanyImage } from './ledger.ts';
import { readQuery } from './query.ts';
import { invalid, refusal } from './refusal.ts';
import { done, json, lasting, type Asked, type Operation } from './routes.ts';
import { isTimeZone } from './time-zones.ts';

const otherPurpose = 6;

const profileFields = {
  companyName: required(string),
  usagePurpose: required(enumeration(8)),
  usagePurposeObjectName: optional(string),
};
const updateFields = { ...profileFields, ianaTimeZone: required(string) };
const createFields = { ...profileFields, ianaTimeZone: optional(string), companyAdmin: required(object) };
const adminFields = { fullName: required(string), phone: optional(string) };

/** What both writes of a company say about it. */
type ProfileValues = {
  readonly companyName: string;
  readonly usagePurpose: number;
  readonly usagePurposeObjectName: string | undefined;
  readonly ianaTimeZone: string | undefined;
};

/**
 * Returns the profile of a company; the name of other objects counts for no other purpose.
 * @throws HTTPException 400 without that name where the purpose asks for it, 422 on a blank name or an unknown zone.
 */
const profileOf = (values: ProfileValues): CompanyProfile => {
  const { companyName, usagePurpose, usagePurposeObjectName, ianaTimeZone } = values;
  const isOther = usagePurpose === otherPurpose;
  if (isOther && usagePurposeObjectName === undefined) {
    const details = { usagePurposeObjectName: 'required when usagePurpose is 6' };
    throw refusal(400, 'BAD_REQUEST', 'The body is not as documented.', details);
  }
  const problems = {
    ...(companyName.trim() === '' ? { companyName: 'is blank' } : {}),
    ...(isOther && usagePurposeObjectName?.trim() === '' ? { usagePurposeObjectName: 'is blank' } : {}),
    ...(ianaTimeZone !== undefined && !isTimeZone(ianaTimeZone) ? { ianaTimeZone: 'is no IANA time zone' } : {}),
  };
  if (Object.keys(problems).length > 0) throw invalid(problems);
  return {
    name: companyName,
    usagePurpose,
    customAuditObjectName: isOther ? (usagePurposeObjectName ?? null) : null,
    ianaTimeZone: ianaTimeZone ?? null,
  };
};

const isUpload = (image: CompanyImage | null): image is Extract<CompanyImage, { size: number }> =>
  image !== null && image.contentType !== null;

/** Forgets bytes that no company shows any more. */
const forget = (uploads: Uploads, image: CompanyImage | null): void => {
  if (isUpload(image)) uploads.remove(image.id);
};

const create = async ({ c, account, tenants, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-company');
  const body = await readBody(c, createFields);
  const { fullName, phone } = readFields(body.companyAdmin, adminFields, 'companyAdmin.');
  const profile = profileOf(body);
  if (fullName.trim() === '') throw invalid({ 'companyAdmin.fullName': 'is blank' });
  const number = tenants.ledger.nextCompany();
  // The administrator's address is that of the key's user, whoever the name says it is.
  const admin = { name: fullName, email: account.person.email, phone: phone ?? null };
  write({ type: 'company-created', number, profile, admin });
  return json(c, { companyId: tenants.ledger.company(number)?.id, apiKey: tenants.keyOf(number) });
};

const update = async ({ c, account, write }: Asked): Promise<Response> => {
  checkWrite(account, 'can-manage-company');
  const profile = profileOf(await readBody(c, updateFields));
  write({ type: 'company-updated', profile });
  return done(c);
};

const remove = ({ c, account, tenants, write }: Asked): Response => {
  checkWrite(account, 'can-manage-company');
  refuseBody(c);
  const { images } = account.tenant.company();
  write({ type: 'company-deleted' });
  Object.values(images).forEach((image) => forget(tenants.uploads, image));
  return done(c);
};

const setImage =
  (image: ImageName) =>
  async ({ c, account, tenants, write }: Asked): Promise<Response> => {
    checkWrite(account, 'can-manage-company');
    const { bytes, ...received } = await receiveImage(c);
    const { ledger, uploads } = tenants;
    const before = account.tenant.company().images[image];
    // From here on nothing waits, so no other upload can take the same id.
    const id = ledger.nextUpload();
    if (bytes !== null) lasting(() => uploads.keep(id, bytes));
    write({ type: 'image-set', image, file: { id, ...received, isKept: bytes !== null } });
    forget(uploads, before);
    return done(c);
  };

const removeImage =
  (image: ImageName) =>
  ({ c, account, tenants, write }: Asked): Response => {
    checkWrite(account, 'can-manage-company');
    refuseBody(c);
    const before = account.tenant.company().images[image];
    write({ type: 'image-set', image, file: null });
    forget(tenants.uploads, before);
    return done(c);
  };

/** The operations of "Company". */
export const companyOperations: readonly Operation[] = [
  {
    name: 'getCompany',
    method: 'GET',
    path: '/company',
    answer: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(c, tenant.shapes.company(tenant.company()));
    },
  },
  { name: 'updateCompany', method: 'PUT', path: '/company', answer: update },
  { name: 'createCompany', method: 'POST', path: '/company', answer: create },
  { name: 'deleteCompany', method: 'DELETE', path: '/company', answer: remove },
  {
    name: 'listAccessibleCompanies',
    method: 'GET',
    path: '/company/accessible',
    answer: ({ c, account, tenants }) => {
      readQuery(c.req.url, {});
      const companies = tenants.accountsOf(account.person).map(({ tenant }) => tenant.company());
      return json(
        c,
        companies.map(({ id, profile }) => ({ id, name: profile.name })),
      );
    },
  },
  { name: 'uploadCompanyLogo', method: 'POST', path: '/company/logo', answer: setImage('logo') },
  { name: 'deleteCompanyLogo', method: 'DELETE', path: '/company/logo', answer: removeImage('logo') },
  { name: 'uploadCompanyIcon', method: 'POST', path: '/company/icon', answer: setImage('icon') },
  { name: 'deleteCompanyIcon', method: 'DELETE', path: '/company/icon', answer: removeImage('icon') },
];
