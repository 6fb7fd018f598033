import { checkWrite } from './access.ts';
import { enumeration, object, optional, readBody, readFields, refuseBody, required, string } from './body.ts';
import type { CompanyProfile, ImageName } from './entries.ts';
import { receiveImage } from './image-upload.ts';
import type { Company, CompanyImage } from './ledger.ts';
import { readQuery } from './query.ts';
import { invalid, refusal } from './refusal.ts';
import { done, json, lasting, type Asked, type Route, type Write } from './routes.ts';
import type { Tenants } from './tenants.ts';
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

/** Registers the nine operations of "Company". */
export const registerCompany = (route: Route, write: Write, { ledger, uploads, keyOf, companiesOf }: Tenants): void => {
  /** Forgets bytes that no company shows any more. */
  const forget = (image: CompanyImage | null): void => {
    if (isUpload(image)) uploads.remove(image.id);
  };

  const create = async ({ c, account }: Asked): Promise<Response> => {
    checkWrite(account, 'can-manage-company');
    const body = await readBody(c, createFields);
    const { fullName, phone } = readFields(body.companyAdmin, adminFields, 'companyAdmin.');
    const profile = profileOf(body);
    if (fullName.trim() === '') throw invalid({ 'companyAdmin.fullName': 'is blank' });
    const number = ledger.nextCompany();
    // The administrator's address is that of the key's user, whoever the name says it is.
    const admin = { name: fullName, email: account.person.email, phone: phone ?? null };
    write(account, { type: 'company-created', number, profile, admin });
    return json(c, { companyId: ledger.company(number)?.id, apiKey: keyOf(number) });
  };

  const setImage =
    (image: ImageName) =>
    async ({ c, account }: Asked): Promise<Response> => {
      checkWrite(account, 'can-manage-company');
      const { bytes, ...received } = await receiveImage(c);
      const before = account.tenant.company().images[image];
      // From here on nothing waits, so no other upload can take the same id.
      const id = ledger.nextUpload();
      if (bytes !== null) lasting(() => uploads.keep(id, bytes));
      write(account, { type: 'image-set', image, file: { id, ...received, isKept: bytes !== null } });
      forget(before);
      return done(c);
    };

  const removeImage =
    (image: ImageName) =>
    ({ c, account }: Asked): Response => {
      checkWrite(account, 'can-manage-company');
      refuseBody(c);
      const before = account.tenant.company().images[image];
      write(account, { type: 'image-set', image, file: null });
      forget(before);
      return done(c);
    };

  route('/company', {
    GET: ({ c, account: { tenant } }) => {
      readQuery(c.req.url, {});
      return json(c, tenant.shapes.company(tenant.company()));
    },
    PUT: async ({ c, account }) => {
      checkWrite(account, 'can-manage-company');
      const profile = profileOf(await readBody(c, updateFields));
      write(account, { type: 'company-updated', profile });
      return done(c);
    },
    POST: create,
    DELETE: ({ c, account }) => {
      checkWrite(account, 'can-manage-company');
      refuseBody(c);
      const { images } = account.tenant.company();
      write(account, { type: 'company-deleted' });
      Object.values(images).forEach(forget);
      return done(c);
    },
  });
  route('/company/accessible', {
    GET: ({ c, account }) => {
      readQuery(c.req.url, {});
      const row = ({ id, profile }: Company) => ({ id, name: profile.name });
      return json(c, companiesOf(account.person).map(row));
    },
  });
  route('/company/logo', { POST: setImage('logo'), DELETE: removeImage('logo') });
  route('/company/icon', { POST: setImage('icon'), DELETE: removeImage('icon') });
};
