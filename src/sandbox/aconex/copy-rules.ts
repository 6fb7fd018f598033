import type { CopyRequest } from './entries.ts';
import { refusal } from './refusal.ts';

/** What a register can be of ("Allowed only"). */
const registerTypes = ['DOC', 'ITEM', 'INTERFACE', 'DEFECT', 'ASSET', 'ISSUE'];

type Body = Readonly<Record<string, unknown>>;

const badRequest = (description: string): Error => refusal(400, 'BAD REQUEST', description);

/** Returns a text of at most so many characters. @throws HTTPException 400 when it is longer, blank, or no text. */
const readName = (body: Body, field: string, most: number, title = field): string => {
  const value = body[field];
  if (typeof value !== 'string' || value.trim() === '' || value.length > most) {
    throw badRequest(`${title} is exceeding max limit ${most}/blank`);
  }
  return value;
};

/** Returns a day. @throws HTTPException 400 on another format, and on a day no calendar has. */
const readDay = (body: Body, field: string): string => {
  const value = body[field];
  const isDay =
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(Date.parse(value)) &&
    new Date(value).toISOString().startsWith(value);
  if (!isDay) throw badRequest(`valid ${field} format-YYYY-MM-dd eg :2023-12-07`);
  return value;
};

/** Returns whole units above 0, given as a number or, as in the sample request, in digits. */
const readValue = (value: unknown): number => {
  if (value === undefined || value === null || value === '') throw badRequest('projectValue is blank');
  const units = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof units !== 'number' || !Number.isSafeInteger(units) || units <= 0) {
    throw badRequest('projectValue should be greater than 0');
  }
  return units;
};

/**
 * Returns the copy a body asks for ("Copy a project"). Fields are judged in the order of the table of errors, and the
 * first that does not pass is the one that is told.
 * @throws HTTPException 400 with the table's own description.
 */
export const readCopy = (body: Body): CopyRequest => {
  const id = body['projectId'];
  const projectName = readName(body, 'projectName', 60);
  const projectShortName = readName(body, 'projectShortName', 20, 'projectshortName');
  const projectCode = readName(body, 'projectCode', 15, 'projectcode');
  const type = body['projectType'] ?? '';
  if (typeof type !== 'string' || type.length > 20) throw badRequest('projectType is exceeding max limit 20');
  const registerType = body['registerType'];
  if (typeof registerType !== 'string' || !registerTypes.includes(registerType)) {
    throw badRequest(`registerType is blank / other than {${registerTypes.join(',')}}`);
  }
  const startDate = readDay(body, 'startDate');
  const estimatedCompletionDate = readDay(body, 'estimatedCompletionDate');
  if (estimatedCompletionDate <= startDate) throw badRequest('estimatedCompletionDate<=startDate');
  const currency = body['currency'];
  if (typeof currency !== 'string' || currency.trim() === '') throw badRequest('currency is blank');
  const projectValue = readValue(body['projectValue']);
  const dateProjectStatusApplied = readDay(body, 'dateProjectStatusApplied');
  // Not in the table of errors, though the element "should not be null".
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) throw badRequest('projectId is not an integer/blank');
  return {
    projectId: String(id),
    projectName,
    projectShortName,
    projectCode,
    projectType: type,
    registerType,
    startDate,
    estimatedCompletionDate,
    currency,
    projectValue,
    dateProjectStatusApplied,
  };
};
