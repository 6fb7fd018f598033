import type { DayOfWeek, EndRule, Pattern, StartRule } from '../data/record-types.ts';
import { dateTime, enumeration, object, readFields, required } from './body.ts';
import { arrayOf, wholeNumber } from './body-kinds.ts';
import { refuseWhere } from './references.ts';
import { refusal } from './refusal.ts';

/**
 * The options of the five patterns ("Get schedule details", Repeat options). Their range of 1 to 10 is said there of
 * all; the pages that create them repeat it for daily ones only.
 */
const mostRepeats = 10;
const repeatEvery = required(wholeNumber);
const weekday = enumeration<DayOfWeek>(7);

/** The fields of each pattern's options, by its number. */
export const patternFields = {
  oneTime: { startDate: required(dateTime), endDate: required(dateTime) },
  daily: { repeatEvery },
  multipleWeeks: { repeatEvery, startDay: required(weekday), duration: required(wholeNumber) },
  monthly: { repeatEvery, startRule: required(object), endRule: required(object) },
  weekly: { daysOfWeek: required(arrayOf(weekday)), repeatEvery },
} as const;

type Given = Readonly<Record<string, unknown>>;

/** @throws HTTPException 422 outside 1 to 10. */
const checkRepeats = (path: string, every: number): void =>
  refuseWhere([`${path}repeatEvery`, every < 1 || every > mostRepeats, `must be from 1 to ${mostRepeats}`]);

/** @throws HTTPException 422 unless a count is greater than 0, as the document asks of every one in a rule. */
const checkCount = (field: string, count: number, most = Number.POSITIVE_INFINITY): void =>
  refuseWhere([field, count > most, `must be at most ${most}`], [field, count < 1, 'must be greater than 0']);

const typeOf = (given: Given, count: number, path: string): number => {
  const type = enumeration(count).read(given['type']);
  if (type !== undefined) return type;
  const details = { [`${path}type`]: `must be ${enumeration(count).words}` };
  throw refusal(400, 'BAD_REQUEST', 'The body is not as documented.', details);
};

const readStartRule = (given: Given, path: string): StartRule => {
  const type = required(wholeNumber);
  if (typeOf(given, 2, path) === 0) {
    const { day } = readFields(given, { type, day: required(wholeNumber) }, path);
    checkCount(`${path}day`, day, 31);
    return { type: 0, day };
  }
  const { cycleMonthStart } = readFields(given, { type, cycleMonthStart: required(wholeNumber) }, path);
  checkCount(`${path}cycleMonthStart`, cycleMonthStart);
  return { type: 1, cycleMonthStart };
};

const readEndRule = (given: Given, path: string): EndRule => {
  const type = required(wholeNumber);
  const count = required(wholeNumber);
  switch (typeOf(given, 4, path)) {
    case 0: {
      const { cycleMonthEnd } = readFields(given, { type, cycleMonthEnd: count }, path);
      checkCount(`${path}cycleMonthEnd`, cycleMonthEnd);
      return { type: 0, cycleMonthEnd };
    }
    case 1: {
      const { days } = readFields(given, { type, days: count }, path);
      checkCount(`${path}days`, days);
      return { type: 1, days };
    }
    case 2: {
      const { weeks } = readFields(given, { type, weeks: count }, path);
      checkCount(`${path}weeks`, weeks);
      return { type: 2, weeks };
    }
    default:
      readFields(given, { type }, path);
      return { type: 3 };
  }
};

/**
 * Reads the options of a pattern. `path` stands before their names in a refusal: nothing where a body has them itself,
 * `repeat.` where it has them in an object.
 * @throws HTTPException 400 on options that are not the pattern's, 422 on values out of range.
 */
export const readPattern = (repeatPattern: Pattern['repeatPattern'], given: Given, path: string): Pattern => {
  if (repeatPattern === 0) {
    const repeat = readFields(given, patternFields.oneTime, path);
    refuseWhere([`${path}endDate`, repeat.endDate < repeat.startDate, 'is before startDate']);
    return { repeatPattern, repeat };
  }
  if (repeatPattern === 1) {
    const repeat = readFields(given, patternFields.daily, path);
    checkRepeats(path, repeat.repeatEvery);
    return { repeatPattern, repeat };
  }
  if (repeatPattern === 2) {
    const repeat = readFields(given, patternFields.multipleWeeks, path);
    checkRepeats(path, repeat.repeatEvery);
    checkCount(`${path}duration`, repeat.duration, repeat.repeatEvery * 7);
    return { repeatPattern, repeat };
  }
  if (repeatPattern === 3) {
    const { repeatEvery: every, ...rules } = readFields(given, patternFields.monthly, path);
    const startRule = readStartRule(rules.startRule, `${path}startRule.`);
    const endRule = readEndRule(rules.endRule, `${path}endRule.`);
    checkRepeats(path, every);
    return { repeatPattern, repeat: { repeatEvery: every, startRule, endRule } };
  }
  const { daysOfWeek, repeatEvery: every } = readFields(given, patternFields.weekly, path);
  checkRepeats(path, every);
  refuseWhere([`${path}daysOfWeek`, daysOfWeek.length === 0, 'names no day']);
  return { repeatPattern, repeat: { daysOfWeek: [...new Set(daysOfWeek)], repeatEvery: every } };
};
