import type { CarriedField, Fields } from '../core/fill-from-read.ts';
import { wireMoment } from '../core/wire-fields.ts';
import { unexpectedAnswer } from './map-common.ts';

/** True for an object that is no array. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** True for a text, an empty one too. */
export const isText = (value: unknown): value is string => typeof value === 'string';
/** True for a number. */
export const isNumber = (value: unknown): value is number => typeof value === 'number';
const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

/**
 * Readers of the fields of one read, for a change that is completed from it. What they cannot read for certain they
 * refuse with VendorError `unexpected-answer`, naming the place: what is guessed is sent.
 */
export function readersOf(operation: string) {
  const refuse = (place: string): never => {
    throw unexpectedAnswer(operation, place);
  };

  const typed = (name: string, is: (value: unknown) => boolean): CarriedField => ({
    read: ({ [name]: value }) => (value === undefined || value === null || is(value) ? value : refuse(name)),
  });

  /** The items of a list that must be there: one that is missing would be sent as "none". Null is an empty one. */
  const items = (name: string, read: (item: Fields, place: string) => unknown): CarriedField => ({
    read: ({ [name]: list }) => {
      if (list === null) return [];
      if (!Array.isArray(list)) return refuse(name);
      return list.map((item: unknown, index) => {
        const place = `${name}.${index}`;
        return isFields(item) ? read(item, place) : refuse(place);
      });
    },
  });

  const needed = <Value>(from: Fields, name: string, place: string, is: (value: unknown) => value is Value): Value => {
    const value = from[name];
    return is(value) && value !== '' ? value : refuse(`${place}.${name}`);
  };

  return {
    refuse,
    items,
    needed,
    text: (name: string) => typed(name, isText),
    number: (name: string) => typed(name, isNumber),
    flag: (name: string) => typed(name, isFlag),
    moment: (name: string): CarriedField => ({
      read: ({ [name]: value }) =>
        value === undefined || value === null ? value : (wireMoment.parse(value) ?? refuse(name)),
    }),
    ids: (name: string) => items(name, (item, place) => needed(item, 'id', place, isText)),
  };
}
